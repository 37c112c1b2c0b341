import { describe, expect, it } from 'vitest'
import * as checks from '#shared/metrics/budget/audit-payments.ts'
import type { AuditFinding } from '#shared/metrics/budget/audit.ts'

const WAN = 1_000_000

const paid = (id: string, change: Partial<checks.PaidRow> = {}): checks.PaidRow => ({
  id,
  paidOn: '2024-03-05',
  project: '数字化建设项目',
  amount: 2 * WAN,
  voucher: `ZF${id}`,
  payee: '',
  summary: '设备采购',
  ...change,
})

const found = (finding: AuditFinding) =>
  finding.state === 'unable'
    ? finding.why
    : { ids: finding.records.map(({ id }) => id), of: finding.of }

describe('vouchers', () => {
  it('a payment without a number is found', () => {
    expect(found(checks.noVoucher([paid('1'), paid('2', { voucher: '' })]))).toEqual({
      ids: ['2'],
      of: 2,
    })
  })

  it('one number on one day may hold several payments, on two days it is asked about', () => {
    const rows = [
      paid('1', { voucher: 'A' }),
      paid('2', { voucher: 'A' }),
      paid('3', { voucher: 'B' }),
      paid('4', { voucher: 'B', paidOn: '2024-03-06' }),
      paid('5', { voucher: '' }),
    ]
    expect(found(checks.sharedVoucher(rows))).toEqual({ ids: ['3', '4'], of: 4 })
  })

  it('alike in all but the voucher is likely paid twice', () => {
    const rows = [paid('1'), paid('2'), paid('3', { amount: 1 })]
    expect(found(checks.repeated(rows))).toEqual({ ids: ['1', '2'], of: 3 })
  })
})

describe('payments against the budget', () => {
  it('names a project that has no line; without any line nothing can be told', () => {
    const rows = [paid('1'), paid('2', { project: '设备采购' })]
    expect(found(checks.noLine(rows, new Set(['数字化建设项目'])))).toEqual({ ids: ['2'], of: 2 })
    expect(found(checks.noLine(rows, new Set()))).toBe('本年没有登记预算项目')
  })

  it('paid before the approval counts from the day before; a month alone is not judged', () => {
    const rows = [
      paid('1', { paidOn: '2024-01-19' }),
      paid('2', { paidOn: '2024-01-20' }),
      paid('3', { paidOn: '2024-01' }),
    ]
    const approvals = new Map([['数字化建设项目', '2024-01-20']])
    expect(found(checks.beforeBudget(rows, approvals))).toEqual({ ids: ['1'], of: 2 })
    expect(found(checks.beforeBudget(rows, new Map()))).toBe('预算项目没有登记批复日期')
  })

  it('looks for whole multiples in December alone, and not before it has begun', () => {
    const rows = [
      paid('1', { paidOn: '2024-12-20', amount: 5 * WAN }),
      paid('2', { paidOn: '2024-12-21', amount: 5 * WAN + 1 }),
      paid('3', { amount: 5 * WAN }),
    ]
    const rule = { roundTo: WAN, isReached: true }
    expect(found(checks.roundAtYearEnd(rows, rule))).toEqual({ ids: ['1'], of: 2 })
    expect(found(checks.roundAtYearEnd(rows, { ...rule, isReached: false }))).toBe('还没有到 12 月')
  })
})

describe('payments split to stay under the limit', () => {
  const rule = { limit: 5 * WAN, days: 30 }
  const shop = (id: string, paidOn: string, amount: number) =>
    paid(id, { payee: '甲公司', paidOn, amount })

  it('together they reach the limit within the days, each below it', () => {
    const rows = [
      shop('1', '2024-03-01', 3 * WAN),
      shop('2', '2024-03-30', 2 * WAN),
      shop('3', '2024-04-29', 2 * WAN),
      shop('4', '2024-03-02', 6 * WAN),
    ]
    expect(found(checks.split(rows, rule))).toEqual({ ids: ['1', '2'], of: 4 })
  })

  it('the thirty-first day is outside, another payee is another matter', () => {
    const apart = [shop('1', '2024-03-01', 3 * WAN), shop('2', '2024-03-31', 2 * WAN)]
    expect(found(checks.split(apart, rule))).toEqual({ ids: [], of: 2 })
    const two = [
      shop('1', '2024-03-01', 3 * WAN),
      paid('2', { payee: '乙公司', paidOn: '2024-03-02', amount: 2 * WAN }),
    ]
    expect(found(checks.split(two, rule))).toEqual({ ids: [], of: 2 })
  })

  it('is refused without a limit or payees', () => {
    expect(found(checks.split([paid('1')], { ...rule, limit: null }))).toMatch(/没有设采购限额/)
    expect(found(checks.split([paid('1')], rule))).toBe('支付台账没有登记收款方')
  })
})
