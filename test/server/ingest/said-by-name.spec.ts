import { describe, expect, it } from 'vitest'
import { prepareImport } from '#server/ingest/prepare.ts'
import type { KnownMapping } from '#server/ingest/prepared.ts'
import { bookFile, CONTEXT, csvFile } from '#test/support/import-files.ts'

const ADOPTED = ['时间', '媒体', '标题', '作者']
const PIECE = ['发布日期', '标题', '体裁', '阅读量']

function sectionsOf(
  file: ReturnType<typeof bookFile>,
  lists = {},
  mappings: readonly KnownMapping[] = [],
) {
  const { preview, rows } = prepareImport([file], { ...CONTEXT, lists, mappings })
  return preview.sections.map((section) => ({
    ...section,
    rows: rows[section.id] ?? [],
    warned: section.notes.flatMap(({ level, text }) => (level === 'warn' ? [text] : [])),
  }))
}

describe('a sheet named for what all its rows share', () => {
  it('gives the level that no column holds', () => {
    const file = bookFile('2024年外宣.xlsx', {
      中央媒体: [ADOPTED, ['2024-03-01', '某某报', '小县城', '甲']],
      省级: [ADOPTED, ['2024-03-02', '某某日报', '小县城', '甲']],
      市州: [ADOPTED, ['2024-03-03', '某某晚报', '小县城', '甲']],
    })

    const sections = sectionsOf(file)

    expect(sections.map(({ rows }) => rows[0]?.level)).toEqual([
      'national',
      'provincial',
      'municipal',
    ])
    expect(sections[0]?.warned).toContain('媒体级别记作“中央”（取自表名），可改')
  })

  it('gives the platform, known to the centre or to everybody, and asks for any other', () => {
    const line = ['2024-03-01', '春耕', '图文', '120']
    const file = bookFile('2024.xlsx', {
      微信公众号: [PIECE, line],
      爱山城: [PIECE, line],
      某某号: [PIECE, line],
    })

    const sections = sectionsOf(file, { platforms: [{ name: '爱山城' }] })

    expect(sections.map(({ rows, missing }) => [rows[0]?.platform, missing])).toEqual([
      ['微信公众号', []],
      ['爱山城', []],
      [undefined, ['platform']],
    ])
  })

  it('gives the newspaper, also where another sheet of these headings was said to be of one', () => {
    const head = ['见报日期', '题目', '记者', '版面']
    const file = bookFile('2024年见报稿件.xlsx', {
      某某日报: [head, ['3月1日', '春耕', '甲', '头版']],
      某州日报: [head, ['3月2日', '夏耘', '甲', '3版']],
      其他: [head, ['3月3日', '秋收', '甲', '3版']],
    })

    expect(sectionsOf(file).map(({ rows, missing }) => [rows[0]?.outlet, missing])).toEqual([
      ['某某日报', []],
      ['某州日报', []],
      [undefined, ['outlet']],
    ])

    const [first] = sectionsOf(file)
    const mapping = {
      headings: first?.headings ?? '',
      day: '2024-02-01',
      ledger: 'adoptions' as const,
      isForced: false,
      columns: {},
      given: { outlet: '某地晚报' },
    }
    const again = sectionsOf(file, {}, [mapping])
    expect(again.map(({ rows }) => rows[0]?.outlet)).toEqual(['某某日报', '某州日报', '某地晚报'])
    expect(again[2]?.warned).toContain('媒体名称记作“某地晚报”（照同样表头的表），可改')
  })

  it('leaves what a column says', () => {
    const file = bookFile('2024.xlsx', {
      省级: [
        [...ADOPTED, '级别'],
        ['2024-03-01', '某某报', '小县城', '甲', '国家级'],
      ],
    })

    expect(sectionsOf(file)[0]?.rows[0]?.level).toBe('national')
    expect(sectionsOf(file)[0]?.given).toEqual({})
  })
})

describe('a sheet that names no year', () => {
  const titled = [['2024年外宣上稿'], ADOPTED, ['3月1日', '某某报', '小县城', '甲']]
  const bare = [ADOPTED, ['3月9日', '某某晚报', '花开了', '乙']]

  it('takes the only year that the other sheets of its file name, and says so', () => {
    const sections = sectionsOf(bookFile('外宣.xlsx', { 省级: titled, 市级: bare }))

    expect(sections.map(({ rows }) => rows[0]?.day)).toEqual(['2024-03-01', '2024-03-09'])
    expect(sections[1]?.warned).toContain('年份 2024 取自同一文件的其他表')
  })

  it('takes none of two', () => {
    const other = [['2023年外宣上稿'], ADOPTED, ['3月1日', '某某报', '小县城', '甲']]
    const sections = sectionsOf(bookFile('外宣.xlsx', { 省级: titled, 国家级: other, 市级: bare }))

    expect(sections[2]?.refusals[0]?.code).toBe('IMPORT_DATE_NO_YEAR')
  })
})

it('a text table is named by its file', () => {
  const [section] = sectionsOf(csvFile('抖音.csv', [PIECE, ['2024-03-01', '春耕', '视频', '120']]))

  expect(section?.rows[0]?.platform).toBe('抖音')
  expect(section?.warned).toContain('只有“抖音”一个平台：其他平台没有导入的，这段时间会按 0 计')
})

it('a name that is a code of the desk is no word of a field', () => {
  const line = ['2024-03-01', '春耕', '视频', '120', '某某号']
  const [section] = sectionsOf(csvFile('First.csv', [[...PIECE, '平台'], line]))

  expect(section?.given).toEqual({})
  expect(section?.rows[0]?.edition).toBeUndefined()
})
