import { describe, expect, it } from 'vitest'
import { monthShares } from '#server/ingest/running-months.ts'
import { csvFile, prepared, rowsOf } from '#test/support/import-files.ts'

const shares = (...sums: readonly (readonly [month: string, sum: number | null])[]) =>
  monthShares(sums.map(([month, sum]) => ({ month, sum }))).map((each) =>
    each === null ? null : 'code' in each ? each.code : each.share,
  )

describe('what months add to a sum that runs on', () => {
  it('is each sum less the one before, and nothing where it stays', () => {
    expect(shares(['2024-01', 200], ['2024-02', 500], ['2024-03', 500])).toEqual([200, 300, 0])
  })

  it('begins anew with the year, in whatever order the months stand', () => {
    expect(
      shares(['2025-01', 40], ...Array.from({ length: 12 }, (_, i) => [month(i), 100] as const)),
    ).toEqual([40, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('is not known where a month before says nothing; months still to come say nothing', () => {
    expect(shares(['2024-01', 200], ['2024-02', null], ['2024-03', 500])).toEqual([
      200,
      'IMPORT_RUNNING_GAP',
      300,
    ])
    expect(shares(['2024-01', 200], ['2024-02', null])).toEqual([200, null])
    expect(shares(['2024-03', 200], ['2024-06', 500])).toEqual([
      'IMPORT_RUNNING_GAP',
      'IMPORT_RUNNING_GAP',
    ])
  })

  it('is never less than nothing', () => {
    expect(shares(['2024-01', 200], ['2024-02', 150])).toEqual([200, 'IMPORT_RUNNING_FALLS'])
  })
})

const month = (i: number): string => `2024-${String(i + 1).padStart(2, '0')}`

describe('a budget whose months run on', () => {
  const BUDGET = ['项目名称', '支出类别', '年初预算']
  const read = (...rows: readonly (readonly string[])[]) =>
    prepared(csvFile('预算执行2024.csv', [['2024年（单位：万元）'], ...rows]))
  const paid = (all: ReturnType<typeof read>) =>
    rowsOf(all, 'payments').map(({ project, paidOn, amount }) => [project, paidOn, amount])

  it('is read as what each month paid, and that is said', () => {
    const all = read(
      [...BUDGET, '1月累计支出', '2月累计支出', '3月累计支出', '执行率'],
      ['峨边在线', '项目支出', '35', '2', '5', '9.5', '27.14%'],
      ['基本支出', '基本支出', '361', '30', '60', '60', '16.62%'],
      ['合计', '', '396', '32', '65', '69.5', ''],
    )
    expect(rowsOf(all, 'budgetLines').map(({ initial }) => initial)).toEqual([
      35_000_000, 361_000_000,
    ])
    expect(paid(all)).toEqual([
      ['峨边在线', '2024-01', 2_000_000],
      ['峨边在线', '2024-02', 3_000_000],
      ['峨边在线', '2024-03', 4_500_000],
      ['基本支出', '2024-01', 30_000_000],
      ['基本支出', '2024-02', 30_000_000],
    ])
    const [, payments] = all.preview.sections
    expect(payments?.totals.every(({ agrees }) => agrees)).toBe(true)
    expect(payments?.notes.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        '各月的列是从1月起的累计数：每月按“这个月的累计 − 上个月的累计”记作当月的支出',
        '执行率有 2 行与“各月之和 ÷ 预算”一致',
      ]),
    )
  })

  it('is told by its group as well', () => {
    const all = read(
      [...BUDGET, '累计支出', '', ''],
      ['', '', '', '1月', '2月', '3月'],
      ['峨边在线', '项目支出', '35', '2', '5', ''],
    )
    expect(paid(all)).toEqual([
      ['峨边在线', '2024-01', 2_000_000],
      ['峨边在线', '2024-02', 3_000_000],
    ])
    expect(rowsOf(all, 'budgetLines')).toHaveLength(1)
  })

  it('is refused at the month that lacks or falls, so that it can be mended there', () => {
    const { preview } = read(
      [...BUDGET, '1月累计', '2月累计', '3月累计'],
      ['数字化', '项目支出', '5', '0', '', '3'],
      ['推广', '项目支出', '5', '2', '1', ''],
    )
    expect(preview.sections[1]?.refusals.map((each) => [each.row, each.column, each.code])).toEqual(
      [
        [3, 'E', 'IMPORT_RUNNING_GAP'],
        [4, 'E', 'IMPORT_RUNNING_FALLS'],
      ],
    )
  })

  it('of quarters cannot be parted into months', () => {
    const { preview } = read(
      [...BUDGET, '1-3月', '1-6月'],
      ['峨边在线', '项目支出', '35', '2', '5'],
    )
    expect(preview.sections[1]).toMatchObject({ ledger: 'payments', records: 0, rowsRefused: 1 })
  })

  it('beside what each month paid is passed over', () => {
    const all = read(
      [...BUDGET, '1月支出', '1月累计', '2月支出', '2月累计'],
      ['峨边在线', '项目支出', '35', '2', '2', '5', '7'],
    )
    expect(paid(all)).toEqual([
      ['峨边在线', '2024-01', 2_000_000],
      ['峨边在线', '2024-02', 5_000_000],
    ])
  })
})
