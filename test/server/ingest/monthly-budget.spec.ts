import { describe, expect, it } from 'vitest'
import { prepareImport } from '#server/ingest/prepare.ts'
import type { PreparedRows } from '#server/ingest/prepared.ts'
import { bookFile, CONTEXT, csvFile, prepared, rowsOf } from '#test/support/import-files.ts'

const read = (...rows: readonly (readonly string[])[]) =>
  prepared(csvFile('预算执行2024.csv', [['2024年（单位：万元）'], ...rows]))
const paid = (all: PreparedRows) =>
  rowsOf(all, 'payments').map(({ category, project, paidOn, amount }) => [
    category,
    project,
    paidOn,
    amount,
  ])
const budgets = (all: PreparedRows) =>
  rowsOf(all, 'budgetLines').map(({ category, project, initial }) => [category, project, initial])
const warnings = ({ preview }: PreparedRows) =>
  preview.sections.flatMap(({ notes }) =>
    notes.flatMap(({ level, text }) => (level === 'warn' ? [text] : [])),
  )

describe('a budget with months across and no 支出类别', () => {
  const file = csvFile('预算执行2024.csv', [
    ['2024年（单位：万元）'],
    ['项目名称', '预算数', '1月', '2月'],
    ['峨边在线', '35', '2', '5'],
    ['基本支出', '361', '30', '30'],
  ])

  it('asks what the budget lacks instead of leaving it out, and reads what was paid', () => {
    const all = prepared(file)
    expect(all.preview.sections.map(({ ledger, missing }) => [ledger, missing])).toEqual([
      ['budgetLines', ['category']],
      ['payments', []],
    ])
    expect(warnings(all)).toContain('按预算项目读还缺 “支出类别”：指定一列，或填一个所有行共用的值')
    expect(warnings(all)).toContain(
      '“支出类别”也用来分清支付台账的记录：先在预算项目里定下再一起导入，以后补上再导会重复',
    )
    expect(paid(all)).toHaveLength(4)
  })

  it('told once, is read into both alike, but a line called 基本支出 is of that kind', () => {
    const headings = prepared(file).preview.sections[0]?.headings ?? ''
    const told = {
      headings,
      ledger: 'budgetLines',
      isForced: false,
      columns: {},
      given: { category: '项目支出' },
      day: '2024-03-01',
    } as const
    const all = prepareImport([file], { ...CONTEXT, mappings: [told] })
    expect(warnings(all)).toContain(
      '支出类别记作“项目支出”（照同样表头的表）（项目名称自己写明的除外），可改',
    )
    expect(budgets(all)).toEqual([
      ['project', '峨边在线', 35_000_000],
      ['basic', '基本支出', 361_000_000],
    ])
    expect(paid(all)).toEqual([
      ['project', '峨边在线', '2024-01', 2_000_000],
      ['project', '峨边在线', '2024-02', 5_000_000],
      ['basic', '基本支出', '2024-01', 30_000_000],
      ['basic', '基本支出', '2024-02', 30_000_000],
    ])
  })
})

describe('a budget said month by month', () => {
  it('one sheet a month is paid in the month the sheet is called', () => {
    const sheet = (spent: string, sum: string) => [
      ['预算执行情况表（单位：万元）'],
      ['项目名称', '支出类别', '年初预算', '本月支出', '累计支出'],
      ['峨边在线', '项目支出', '35', spent, sum],
    ]
    const all = prepared(
      bookFile('2024年预算执行.xlsx', { '1月': sheet('2', '2'), '2月': sheet('3', '5') }),
    )
    expect(paid(all)).toEqual([
      ['project', '峨边在线', '2024-01', 2_000_000],
      ['project', '峨边在线', '2024-02', 3_000_000],
    ])
    expect(warnings(all)).toContain('支付日期记作“2024-01”（取自标题或表名），可改')
  })

  it('one row a month is one line of the budget, of the last row, and that is said', () => {
    const all = read(
      ['月份', '项目名称', '支出类别', '年初预算', '本月支出'],
      ['1月', '峨边在线', '项目支出', '35', '2'],
      ['2月', '峨边在线', '项目支出', '36', '3'],
    )
    expect(budgets(all)).toEqual([['project', '峨边在线', 36_000_000]])
    expect(paid(all).map(([, , month, amount]) => [month, amount])).toEqual([
      ['2024-01', 2_000_000],
      ['2024-02', 3_000_000],
    ])
    expect(warnings(all)).toContain('同一个项目一个月一行：预算只记一项，按最后一行的数')
  })

  it('of which only the sum up to some month is known, says what is left out and what to do', () => {
    const all = read(
      ['项目名称', '支出类别', '年初预算', '累计支出', '执行率'],
      ['峨边在线', '项目支出', '35', '5', '14.3%'],
    )
    expect(paid(all)).toEqual([])
    expect(warnings(all)).toEqual([
      '“累计支出”没有导入：看不出是哪个月付的。一列一个月，列名写“1月”“2月”（累计的写“1月累计”“2月累计”），或一张表一个月、表名写明月份、列名写“本月支出”，就能读成每月的支出',
    ])
  })
})
