import { addDays } from '../../time/day.ts'
import { checked, unable, type AuditFinding, type AuditRecord } from './audit.ts'

/** A payment as checks read it; texts are '' where the cell is empty, amounts whole 分. */
export interface PaidRow {
  readonly id: string
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly paidOn: string
  readonly project: string
  readonly amount: number
  readonly voucher: string
  readonly payee: string
  readonly summary: string
}

/** Payments without a voucher number. */
export const noVoucher = (rows: readonly PaidRow[]): AuditFinding =>
  found(rows, ({ voucher }) => voucher === '')

/** Payments that share a voucher number with one of another day. */
export function sharedVoucher(rows: readonly PaidRow[]): AuditFinding {
  const named = rows.filter(({ voucher }) => voucher !== '')
  const days = grouped(named, ({ voucher }) => voucher)
  return found(named, ({ voucher }) => {
    const same = days.get(voucher) ?? []
    return new Set(same.map(({ paidOn }) => paidOn)).size > 1
  })
}

/** Payments alike in day, project, amount, payee and summary. */
export function repeated(rows: readonly PaidRow[]): AuditFinding {
  const key = ({ paidOn, project, amount, payee, summary }: PaidRow) =>
    [paidOn, project, amount, payee, summary].join('\u001F')
  const groups = grouped(rows, key)
  return found(rows, (row) => (groups.get(key(row)) ?? []).length > 1)
}

/** Payments to a project that has no budget line this year. */
export const noLine = (rows: readonly PaidRow[], projects: ReadonlySet<string>): AuditFinding =>
  projects.size === 0
    ? unable('本年没有登记预算项目')
    : found(rows, ({ project }) => !projects.has(project))

/** Payments made before the day their line was approved; those known to the month alone are left out. */
export function beforeBudget(
  rows: readonly PaidRow[],
  approvals: ReadonlyMap<string, string>,
): AuditFinding {
  if (approvals.size === 0) return unable('预算项目没有登记批复日期')
  const judged = rows.filter(
    ({ paidOn, project }) => paidOn.length === 10 && approvals.has(project),
  )
  return found(judged, ({ paidOn, project }) => paidOn < (approvals.get(project) ?? ''))
}

/** December's payments of whole multiples of `roundTo`. */
export function roundAtYearEnd(
  rows: readonly PaidRow[],
  { roundTo, isReached }: { readonly roundTo: number; readonly isReached: boolean },
): AuditFinding {
  if (!isReached) return unable('还没有到 12 月')
  const december = rows.filter(({ paidOn }) => paidOn.slice(5, 7) === '12')
  return found(december, ({ amount }) => amount > 0 && amount % roundTo === 0)
}

/**
 * Payments to one payee, each below the limit, that within `days` of the first of them reach it
 * together. Refused without a limit or payees: then nothing can be told.
 */
export function split(
  rows: readonly PaidRow[],
  { limit, days }: { readonly limit: number | null; readonly days: number },
): AuditFinding {
  if (limit === null) return unable('没有设采购限额（在“设置”里填）')
  const known = rows.filter(({ payee, paidOn }) => payee !== '' && paidOn.length === 10)
  if (known.length === 0) return unable('支付台账没有登记收款方')
  const small = known.filter(({ amount }) => amount > 0 && amount < limit)
  const hit = new Set<string>()
  for (const group of grouped(small, ({ payee }) => payee).values())
    for (const first of group) {
      const until = addDays(first.paidOn, days - 1)
      const near = group.filter(({ paidOn }) => paidOn >= first.paidOn && paidOn <= until)
      const sum = near.reduce((total, { amount }) => total + amount, 0)
      if (near.length > 1 && sum >= limit) for (const { id } of near) hit.add(id)
    }
  return found(known, ({ id }) => hit.has(id))
}

function found(rows: readonly PaidRow[], isHit: (row: PaidRow) => boolean): AuditFinding {
  return checked(rows.filter(isHit).map(recordOf), rows.length)
}

const recordOf = ({ id, paidOn, project, summary, amount }: PaidRow): AuditRecord => ({
  ledger: 'payments',
  id,
  label: `${paidOn} ${summary || project}`,
  amount,
})

function grouped(
  rows: readonly PaidRow[],
  key: (row: PaidRow) => string,
): ReadonlyMap<string, readonly PaidRow[]> {
  return Map.groupBy(rows, key)
}
