import { describe, expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import { prepareImport } from '#server/ingest/prepare.ts'
import type { KnownMapping } from '#server/ingest/prepared.ts'
import { bookFile, CONTEXT, csvFile, goldenBytes } from '#test/support/import-files.ts'
import { lostIn } from '#test/support/lost-rows.ts'
import { TOTALS_FILES } from '#test/support/totals-files.ts'

const LISTS: Record<string, Row[]> = {
  platforms: [{ name: '微信公众号', aliases: '公众号' }, { name: '抖音' }],
  outlets: [{ name: '人民日报' }],
}
type Incoming = Parameters<typeof prepareImport>[0][number]

/** `发布量（抖音） 2024年1月 近百条 C6`: every figure of a file, with its cell; and its sections. */
function read(file: Incoming, mappings: readonly KnownMapping[] = []) {
  const { preview, rows } = prepareImport([file], { ...CONTEXT, lists: LISTS, mappings })
  const figures = preview.sections.flatMap(({ id, summary }) =>
    (rows[id] ?? []).map((row, at) =>
      [
        row.label,
        row.periodWord,
        row.wording ?? `${row.value}${row.unit}`,
        summary?.cells[at]?.place,
      ].join(' '),
    ),
  )
  const { sections } = preview
  return { sections, figures, rows: sections.flatMap(({ id }) => rows[id] ?? []) }
}

const golden = (name: string): Incoming => ({
  name,
  hash: name,
  bytes: goldenBytes(`totals/${name}`),
})
const table = (name: string, ...rows: string[][]) => csvFile(`${name}.csv`, rows)
const refused = ({ sections }: ReturnType<typeof read>) =>
  sections.flatMap(({ refusals }) =>
    refusals.map(({ row, column, value, code }) => `${column}${row} ${value} ${code}`),
  )

describe('a sheet of totals', () => {
  it.each(Object.keys(TOTALS_FILES))('%s is as its script builds it, and loses no cell', (name) => {
    const built = read({ name, hash: name, bytes: TOTALS_FILES[name] ?? new Uint8Array() })
    const kept = read(golden(name))
    expect(kept.figures).toEqual(built.figures)
    expect(lostIn(kept.sections, null)).toEqual([])
  })

  it('with platforms down and months across becomes stated figures, each with its cell', () => {
    const { sections, figures, rows } = read(golden('2024年各平台统计.xlsx'))
    expect(figures).toEqual(
      expect.arrayContaining([
        '发布量（微信公众号） 2024年1月 120条 C4',
        '发布量（微信公众号） 2024年3月 约120条 E4',
        '发布量（抖音） 2024年1月 近百条 C6',
        '发布量（抖音） 2024年5月 40余条 G6',
        '发布量 2024年2月 155条 D7',
        '账号阅读（微信公众号） 2024年第三季度 10万+次 D3',
        '账号阅读（微博） 2024年 5.3万次 F5',
      ]),
    )
    expect(rows.find(({ wording }) => wording === '近百条')).toEqual({
      label: '发布量（抖音）',
      area: 'publication',
      metric: 'published',
      partField: 'platform',
      partValue: '抖音',
      periodFrom: '2024-01-01',
      periodTo: '2024-01-31',
      periodWord: '2024年1月',
      source: '本中心填报',
      value: '100',
      unit: '条',
      qualifier: 'nearly',
      wording: '近百条',
      note: '取自 2024年各平台统计.xlsx，表“发稿”C6',
    })
    expect(sections.map(({ ledger, coverage }) => [ledger, coverage])).toEqual([
      ['statedFigures', null],
      ['statedFigures', null],
    ])
  })

  it('counts its cells: figures, refused, and passed over by a name', () => {
    const [published] = read(golden('2024年各平台统计.xlsx')).sections
    expect(published).toMatchObject({
      rowsRead: 75,
      rowsGood: 43,
      rowsRefused: 1,
      rowsSkipped: 31,
      refusals: [
        {
          row: 6,
          column: 'K',
          heading: '抖音 9月',
          value: '若干',
          code: 'IMPORT_NUMBER_UNREADABLE',
        },
      ],
    })
    expect(published?.skips.map(({ why, count }) => `${count} ${why}`)).toEqual([
      '2 合计，与各期之和相符',
      '3 序号、备注',
      '1 同比、环比、占比之类，由程序另算',
      '24 没有填（空格、“—”、“无”），不记作 0',
      '1 表头表尾的说明',
    ])
  })

  it('holds its totals against its cells, says where they differ and keeps both', () => {
    const [published] = read(golden('2024年各平台统计.xlsx')).sections
    expect(published?.totals.filter(({ agrees }) => !agrees)).toEqual([
      { words: 'H7 发布量2024年6月，分项相加（条）', stated: 224, counted: 223, agrees: false },
    ])
    expect(published?.notes).toContainEqual({
      level: 'warn',
      code: 'IMPORT_TOTAL_DIFFERS',
      text: '合计与分项之和不同：H7 发布量2024年6月，分项相加（条）写的是 224，加起来是 223，相差 1；两边都照原样，没有改',
    })
    const years = read(golden('上稿两年对比.xlsx'))
    expect(years.figures.filter((figure) => figure.startsWith('省级采用'))).toEqual([
      '省级采用 2023年1月 30条 B5',
      '省级采用 2023年2月 31条 C5',
      '省级采用 2024年1月 40条 E5',
      '省级采用 2024年2月 35条 F5',
      '省级采用 2024年1—2月 76条 G5',
    ])
  })

  it('that names two years over its months keeps them apart, and 合计 is what its lines are parts of', () => {
    const { rows } = read(golden('上稿两年对比.xlsx'))
    const january = rows.filter(({ periodTo }) => String(periodTo).endsWith('-01-31'))
    expect(
      january.map(({ metric, periodFrom, value, partOf }) => [metric, periodFrom, value, partOf]),
    ).toEqual([
      ['adoptedNational', '2023-01-01', '10', '上级采用'],
      ['adoptedNational', '2024-01-01', '14', '上级采用'],
      ['adoptedProvincial', '2023-01-01', '30', '上级采用'],
      ['adoptedProvincial', '2024-01-01', '40', '上级采用'],
      ['adoptedMunicipal', '2023-01-01', '45', '上级采用'],
      ['adoptedMunicipal', '2024-01-01', '50', '上级采用'],
      ['adopted', '2023-01-01', '85', undefined],
      ['adopted', '2024-01-01', '104', undefined],
    ])
  })

  it('with months down reads its columns under their groups', () => {
    const { figures, sections } = read(golden('宣传工作月度统计.xlsx'))
    expect(figures).toEqual(
      expect.arrayContaining([
        '图文 2024年2月 600余条 B5',
        '国家级采用 2024年1月 14条 D4',
        '省级采用 2024年3月 约40条 E6',
        '市级采用 2024年第一季度 151条 F7',
        '舆情预警 2024年1月 110条 G4',
      ]),
    )
    expect(
      sections[0]?.mapping.map(({ column, heading, label }) => `${column} ${heading}：${label}`),
    ).toEqual([
      'B 内宣发布 图文：图文',
      'C 内宣发布 视频：视频',
      'D 上级采用 国家级：国家级采用',
      'E 上级采用 省级：省级采用',
      'F 上级采用 市级：市级采用',
      'G 舆情预警（条）：舆情预警',
    ])
  })

  it('leaves lines alone that may be several things or none, each refused once with all its cells', () => {
    const measures = read(golden('发稿与采用.csv'))
    expect(measures.sections[0]?.refusals).toEqual([
      expect.objectContaining({
        row: 3,
        column: 'A',
        value: '首发',
        code: 'IMPORT_LINE_UNKNOWN',
        why: '“首发”可能是原创，也可能是发布量（首发）。',
        cells: 7,
      }),
      expect.objectContaining({ row: 7, value: '满意度', why: '认不出是哪一项指标。', cells: 6 }),
    ])
    expect(measures.figures.filter((figure) => figure.includes('首发'))).toEqual([])
    expect(measures.figures).toContain('国家级采用 2024年2月 0条 C6')
  })

  it('is read as somebody said its lines are, and so is the next one', () => {
    const mapping: KnownMapping = {
      headings: '合计表 指标 published ',
      ledger: 'statedFigures',
      isForced: false,
      columns: {},
      given: {},
      lines: { 首发: 'original', 满意度: '', 转载: 'published origin forwarded' },
      day: '2025-01-31',
    }
    const { figures, sections } = read(golden('发稿与采用.csv'), [mapping])
    expect(figures).toEqual(expect.arrayContaining(['原创 2024年1月 100条 B3']))
    expect(sections[0]).toMatchObject({ correctedOn: '2025-01-31', rowsRefused: 0 })
    expect(sections[0]?.skips).toContainEqual({ why: '你指定不导入', count: 6, rows: [7] })
  })
})

describe('what a sheet of totals does not say', () => {
  const months = ['1月', '2月', '3月']

  it('is not guessed: the year is asked for, and taken from the other sheets of its file', () => {
    const alone = read(table('发稿统计', ['平台', ...months], ['抖音', '1', '2', '3']))
    expect(refused(alone)).toEqual([
      'B1 1月 IMPORT_DATE_NO_YEAR',
      'C1 2月 IMPORT_DATE_NO_YEAR',
      'D1 3月 IMPORT_DATE_NO_YEAR',
    ])
    const book = bookFile('统计.xlsx', {
      '2024年发稿': [
        ['平台', ...months],
        ['抖音', 1, 2, 3],
      ],
      上级采用: [
        ['级别', ...months],
        ['省级', 4, 5, 6],
      ],
    })
    expect(read(book).figures).toContain('省级采用 2024年3月 6条 D2')
  })

  it('nor silently said twice: of two sheets that state another value the later one holds', () => {
    const book = bookFile('2024年发稿统计.xlsx', {
      甲: [
        ['平台', ...months],
        ['抖音', 1, 2, 3],
      ],
      乙: [
        ['平台', ...months],
        ['抖音', 1, 5, 3],
      ],
    })
    expect(read(book).sections.map(({ notes }) => notes.filter(({ code }) => code))).toEqual([
      [],
      [
        {
          level: 'warn',
          code: 'IMPORT_FIGURE_TWICE',
          text: '同一个数写了两次，两张表不同，一起导入时以这张表为准：C2（2024年发稿统计.xlsx 甲 C2 写的是 2）',
        },
      ],
    ])
  })

  it('nor of another ledger, nor from plans or means; a platform in its title narrows all of it', () => {
    const rows = [
      ['指标', ...months],
      ['图文', '1', '2', '3'],
    ]
    expect(read(table('2024年抖音发稿统计', ...rows)).figures[0]).toBe(
      '图文（抖音） 2024年1月 1条 B2',
    )
    expect(read(table('2024年发稿计划', ...rows)).figures).toEqual([])
    expect(read(table('2024年日均发稿', ...rows)).figures).toEqual([])
    expect(read(table('2024年上级采用统计', ...rows)).figures).toEqual([])
    expect(read(table('2024年发稿统计', ...rows)).figures).toHaveLength(3)
  })

  it('nor a number whose unit is another, is below zero or half a piece', () => {
    const sheet = table(
      '2024年发稿统计',
      ['平台', ...months],
      ['抖音', '12万元', '-3', '1.5'],
      ['微博', '1', '2', '3'],
      ['微博', '1', '', ''],
    )
    expect(refused(read(sheet))).toEqual([
      'B2 12万元 IMPORT_UNIT_OTHER',
      'C2 -3 IMPORT_NUMBER_NEGATIVE',
      'D2 1.5 IMPORT_NUMBER_NOT_WHOLE',
      'B4 1 IMPORT_FIGURE_TWICE',
    ])
  })

  it('nor a total of followers, which do not add up', () => {
    const sheet = table(
      '2024年粉丝统计',
      ['平台', ...months, '合计'],
      ['抖音', '100', '110', '130', '340'],
    )
    const { figures, sections } = read(sheet)
    expect(figures).toHaveLength(3)
    expect(sections[0]?.skips).toEqual([{ why: '合计，这一项不能按月相加', count: 1, rows: [2] }])
  })
})

it('a sheet that is no sheet of totals stays what it was', () => {
  expect(
    read(table('名单', ['姓名', '1月', '2月'], ['某甲', '好', '好'])).sections[0]?.ledger,
  ).toBeNull()
  const pieces = table(
    '发稿',
    ['发布日期', '标题', '平台', '体裁'],
    ['2024-03-01', '1月', '抖音', '视频'],
  )
  expect(read(pieces).sections[0]?.ledger).toBe('pieces')
})
