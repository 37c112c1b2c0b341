import { utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { bookFile, csvFile, onlySection } from '#test/support/import-files.ts'

const HEAD = ['发布日期', '标题', '平台', '体裁']
const ROW = ['2024-01-05', '甲', '爱峨边', '图文']

/** Rows of the head, and the fields found in column order. */
function headOf(rows: string[][]): [number[], (string | null)[]] {
  const { section } = onlySection(csvFile('台账.csv', rows))
  return [section.headRows, section.mapping.map(({ field }) => field)]
}

describe('the head of a table', () => {
  const fields = ['day', 'title', 'platform', 'form']

  it('is the first line', () => {
    expect(headOf([HEAD, ROW])).toEqual([[1], fields])
  })

  it('stands below titles, units and empty lines', () => {
    const above = [['2024年发稿台账'], ['填报单位：融媒体中心', '', '', '单位：条'], []]
    expect(headOf([...above, HEAD, ROW])).toEqual([[4], fields])
  })

  it('may have columns in any order and with strange ones between', () => {
    expect(
      headOf([
        ['序号', '体裁', '心情', '平台', '标题', '发布日期'],
        ['1', '图文', '好', '爱峨边', '甲', '1月5日'],
      ]),
    ).toEqual([[1], [null, 'form', null, 'platform', 'title', 'day']])
  })

  it('is known by other words, widths, spaces and marks', () => {
    const words = ['*发表 时间', '作品名称（必填）', '发布平台：', '类\n型']
    expect(headOf([words, ROW])).toEqual([[1], fields])
  })

  it('may have two lines, read as parent and child', () => {
    const rows = [
      ['采用时间', '作品', '采用媒体', '', '体裁'],
      ['', '', '名称', '级别', ''],
      ['2024-01-05', '甲', '乐山日报', '市级', '图文'],
    ]
    expect(headOf(rows)).toEqual([
      [1, 2],
      ['day', 'work', 'outlet', 'level', 'form'],
    ])
  })

  it('may have two lines whose child alone says nothing', () => {
    const rows = [
      ['日期', '作品', '采用媒体', '', '备注'],
      ['', '', '名称', '级别', ''],
    ]
    const { section } = onlySection(
      csvFile('采用.csv', [...rows, ['1月5日', '甲', '乐山日报', '市级']]),
    )
    expect(section.mapping.map(({ heading }) => heading)).toEqual([
      '日期',
      '作品',
      '采用媒体 名称',
      '采用媒体 级别',
      '备注',
    ])
  })

  it('follows merged cells over columns that are far apart', () => {
    const sheet = utils.aoa_to_sheet([
      ['采用时间', '作品', '采用媒体', null, null],
      [null, null, '名称', null, '级别'],
      ['2024-01-05', '甲', '乐山日报', null, '市级'],
    ])
    sheet['!merges'] = ['A1:A2', 'B1:B2', 'C1:E1'].map((range) => utils.decode_range(range))
    const { section, rows } = onlySection(bookFile('采用2024.xlsx', { 采用: sheet }))
    expect(section.headRows).toEqual([1, 2])
    expect(rows).toEqual([
      { day: '2024-01-05', work: '甲', outlet: '乐山日报', level: 'municipal', levelWord: '市级' },
    ])
  })

  it('is passed over where it is printed again on the next page', () => {
    const { section } = onlySection(
      csvFile('发稿.csv', [['发稿台账'], HEAD, ROW, ['发稿台账'], HEAD, ROW]),
    )
    expect(section).toMatchObject({ rowsRead: 4, rowsGood: 2, rowsSkipped: 2 })
    expect(section.skips).toEqual([
      { why: '表头表尾的说明', count: 1, rows: [4] },
      { why: '重复的表头', count: 1, rows: [5] },
    ])
  })
})

describe('headings that are near but not the same', () => {
  const PIECES = ['发布日期', '标题', '平台', '体裁']

  it('阅读量(人) counts people, not reads', () => {
    expect(
      headOf([
        [...PIECES, '阅读量（人）'],
        [...ROW, '5'],
      ])[1].at(-1),
    ).toBeNull()
    expect(
      headOf([
        [...PIECES, '阅读量（次）'],
        [...ROW, '5'],
      ])[1].at(-1),
    ).toBe('reads')
  })

  it('a second column for the same field is left, and it is said', () => {
    const { section } = onlySection(
      csvFile('发稿.csv', [
        [...PIECES, '发布时间'],
        [...ROW, '2024-01-06'],
      ]),
    )
    expect(section.mapping.at(-1)).toMatchObject({
      heading: '发布时间',
      field: null,
      how: 'unused',
    })
    expect(section.notes).toContainEqual({
      level: 'warn',
      text: '列“发布时间”也像发布日期，已用另一列，这一列没有读',
    })
  })

  it('序号 numbers rows: it is no 编号', () => {
    const numbered = [
      ['序号', ...PIECES],
      ['1', ...ROW],
    ]
    expect(onlySection(csvFile('发稿.csv', numbered)).rows[0]).not.toHaveProperty('code')
  })
})
