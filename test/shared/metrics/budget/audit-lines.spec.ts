import { describe, expect, it } from 'vitest'
import * as checks from '#shared/metrics/budget/audit-lines.ts'
import type { AuditFinding } from '#shared/metrics/budget/audit.ts'

const line = (id: string, change: Partial<checks.AuditLine> = {}): checks.AuditLine => ({
  id,
  project: `项目${id}`,
  initial: 9000,
  adjusted: null,
  budget: 9000,
  inPlace: 9000,
  fiscal: 9000,
  otherFunds: null,
  adjustReason: '',
  ...change,
})

const found = (finding: AuditFinding) =>
  finding.state === 'unable'
    ? finding.why
    : { rows: finding.records.map(({ id, amount }) => [id, amount]), of: finding.of }

describe('a budget line is asked about', () => {
  it('where its funds do not add up: 贵池区 2022 had 90 under a total of 0', () => {
    const rows = [
      line('1'),
      line('2', { budget: 0 }),
      line('3', { fiscal: 8000, otherFunds: 1000 }),
    ]
    expect(found(checks.fundRows(rows))).toEqual({ rows: [['2', 9000]], of: 3 })
    expect(found(checks.fundRows([line('1', { fiscal: null })]))).toBe(
      '预算项目没有登记财政拨款、其他资金',
    )
  })

  it('where less is in place than was budgeted', () => {
    const rows = [line('1', { inPlace: 4000 }), line('2'), line('3', { inPlace: null })]
    expect(found(checks.notInPlace(rows))).toEqual({ rows: [['1', 5000]], of: 2 })
    expect(found(checks.notInPlace([line('1', { inPlace: null })]))).toBe(
      '预算项目没有登记到位资金',
    )
  })

  it('where it was adjusted and nobody says why', () => {
    const rows = [
      line('1', { adjusted: 9600 }),
      line('2', { adjusted: 9600, adjustReason: '追加人员经费' }),
      line('3', { adjusted: 9000 }),
    ]
    expect(found(checks.unexplainedChange(rows))).toEqual({ rows: [['1', 600]], of: 3 })
  })

  it('where 万元 may have been read as 元', () => {
    const rows = [line('1'), line('2', { adjusted: 90_000_000, budget: 90_000_000 })]
    expect(found(checks.unitJump(rows, new Map([['项目1', 8]])))).toEqual({
      rows: [
        ['1', 9000],
        ['2', 90_000_000],
      ],
      of: 2,
    })
    expect(found(checks.unitJump([line('1')], new Map([['项目1', 10]])))).toMatchObject({
      rows: [],
    })
  })
})

describe('one project under two names', () => {
  it('is found across ledgers, once a spelling', () => {
    const names: checks.NamedProject[] = [
      { project: '推广服务费及保障安全播出经费项目', id: '1', ledger: 'budgetLines' },
      { project: '推广服务费及保障安全播出经费项目', id: '2', ledger: 'payments' },
      { project: '推广服务及保障安全播出项目', id: '3', ledger: 'indicators' },
      { project: '峨边在线项目', id: '4', ledger: 'budgetLines' },
    ]
    const finding = checks.twoNames(names)
    expect(finding).toMatchObject({ state: 'checked', of: 3 })
    expect(finding.state === 'checked' && finding.records.map(({ label }) => label)).toEqual([
      '推广服务费及保障安全播出经费项目',
      '推广服务及保障安全播出项目',
    ])
  })
})
