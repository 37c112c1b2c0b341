import { describe, expect, it } from 'vitest'
import { bookFile, prepared, rowsOf, textFile } from '#test/support/import-files.ts'

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

describe('a workbook of a year', () => {
  it('has a sheet a month, whose rows carry only the number of the day', () => {
    const sheets = Object.fromEntries(
      MONTHS.map((month) => [
        `${month}月`,
        [
          [`${month}月舆情监测日报`],
          ['日期', '监测信息', '预警'],
          [1, 100 + month, 1],
          [28, 200, 0],
          ['合计', 300 + month, 1],
        ],
      ]),
    )
    const read = prepared(bookFile('2024年舆情监测日报.xlsx', sheets))
    const rows = rowsOf(read, 'monitoring')
    expect(rows).toHaveLength(24)
    expect(rows.slice(2, 4)).toMatchObject([
      { day: '2024-02-01', monitored: 102, alerted: 1 },
      { day: '2024-02-28', monitored: 200, alerted: 0 },
    ])
    expect(
      read.preview.sections.map(({ rowsRefused, rowsSkipped }) => [rowsRefused, rowsSkipped]),
    ).toEqual(MONTHS.map(() => [0, 1]))
    expect(read.preview.sections.every(({ totals }) => totals.every(({ agrees }) => agrees))).toBe(
      true,
    )
  })

  it('may have its months across: a row is a line of the budget and twelve payments', () => {
    const head = ['项目名称', '支出类别', '年初预算', ...MONTHS.map((month) => `${month}月`)]
    const row = ['峨边在线', '项目支出', 78, ...MONTHS]
    const sheet = [['2024年预算执行情况表'], ['单位：万元'], head, row]
    const read = prepared(bookFile('预算.xlsx', { 预算: sheet }))
    expect(rowsOf(read, 'budgetLines')).toMatchObject([{ year: '2024', initial: 78_000_000 }])
    expect(rowsOf(read, 'payments').map(({ amount }) => amount)).toEqual(
      MONTHS.map((month) => month * 1_000_000),
    )
  })
})

const PIECES = [
  ['发布日期', '标题', '平台', '体裁', '阅读量'],
  ['2024-09-01', '春茶开采', '爱峨边', '图文', 120],
  ['2024-09-02', '林区巡护', '抖音', '视频', 80],
]
const ADOPTIONS = [
  ['采用时间', '作品', '采用媒体', '级别', '作者'],
  ['2024-09-03', '彝绣进校园', '四川日报', '省级', '编辑甲'],
]

it('two ledgers side by side, an empty column between, are two sections', () => {
  const rows = PIECES.map((row, at) => [...row, null, ...(ADOPTIONS[at] ?? [])])
  const read = prepared(bookFile('9月.xlsx', { Sheet1: rows }))
  expect(rowsOf(read, 'pieces')).toMatchObject([
    { day: '2024-09-01', title: '春茶开采', reads: 120 },
    { day: '2024-09-02', title: '林区巡护', reads: 80 },
  ])
  expect(rowsOf(read, 'adoptions')).toMatchObject([
    { day: '2024-09-03', work: '彝绣进校园', outlet: '四川日报' },
  ])
  expect(read.preview.sections.map(({ ledger, rowsRefused }) => [ledger, rowsRefused])).toEqual([
    ['pieces', 0],
    ['adoptions', 0],
  ])
})

it('one ledger with a column left free stays one', () => {
  const rows = PIECES.map((row) => [...row.slice(0, 2), null, ...row.slice(2)])
  const read = prepared(bookFile('9月.xlsx', { Sheet1: rows }))
  expect(read.preview.sections.map(({ ledger }) => ledger)).toEqual(['pieces'])
  expect(rowsOf(read, 'pieces')).toMatchObject([{ platform: '爱峨边' }, { platform: '抖音' }])
})

it('two ledgers in one sheet, one under the other, are two sections', () => {
  const rows = [['发稿台账'], ...PIECES, [], ['上级采用台账'], ...ADOPTIONS]
  const read = prepared(bookFile('9月.xlsx', { Sheet1: rows }))
  expect(rowsOf(read, 'pieces')).toMatchObject([
    { day: '2024-09-01', title: '春茶开采', platform: '爱峨边', reads: 120 },
    { day: '2024-09-02', title: '林区巡护', platform: '抖音', reads: 80 },
  ])
  expect(rowsOf(read, 'adoptions')).toMatchObject([
    { day: '2024-09-03', outlet: '四川日报', level: 'provincial' },
  ])
  expect(read.preview.sections.map(({ rowsRefused }) => rowsRefused)).toEqual([0, 0])
})

describe('a text table says what it is written in', () => {
  const TEXT = PIECES.map((row) => row.join(',')).join('\r\n')
  /** 发布日期,标题,… as GB18030 holds it: a decoder stands in every runtime, an encoder in none. */
  const GB18030 = new Map(
    Array.from({ length: 0x7e * 0xbf }, (_, at) => {
      const bytes = [0x81 + Math.floor(at / 0xbf), 0x40 + (at % 0xbf)]
      return [new TextDecoder('gb18030').decode(new Uint8Array(bytes)), bytes] as const
    }),
  )
  const utf16 = (text: string) => {
    const units = new Uint16Array(Array.from(text, (sign) => sign.charCodeAt(0)))
    return new Uint8Array(units.buffer)
  }
  const file = (bytes: Uint8Array) => ({ name: '发稿.csv', bytes, hash: '1' })

  it.each([
    ['UTF-8', textFile('发稿.csv', TEXT)],
    ['UTF-8（带 BOM）', textFile('发稿.csv', `\uFEFF${TEXT}`)],
    ['UTF-16LE', file(utf16(`\uFEFF${TEXT}`))],
    [
      'GB18030',
      file(
        new Uint8Array(
          Array.from(TEXT).flatMap((sign) => GB18030.get(sign) ?? [sign.charCodeAt(0)]),
        ),
      ),
    ],
  ])('%s', (encoding, given) => {
    const read = prepared(given)
    expect(read.preview.files[0]?.encoding).toBe(encoding)
    expect(rowsOf(read, 'pieces').map(({ title }) => title)).toEqual(['春茶开采', '林区巡护'])
  })
})
