import type { BudgetAnswer } from '#shared/contract/budget.ts'
import { pick } from '#shared/metrics/tally.ts'
import type { BoardScope } from '../scope.ts'
import { amountOf, textOf } from './line-rows.ts'

const SHOWN = 6

/** The period's payments, latest first, to the voucher. */
export async function paymentsSection({
  store,
  tallies,
  period,
}: BoardScope): Promise<BudgetAnswer['payments']> {
  const [rows, found] = await Promise.all([
    store.cells({
      ledger: 'payments',
      fields: ['id', 'paidOn', 'project', 'amount', 'voucher', 'payee', 'summary', 'countedPot'],
      filters: [{ field: 'paidOn', from: period.from, to: period.to }],
      sort: { field: 'paidOn', descending: true },
      limit: SHOWN,
    }),
    tallies.over({ ledger: 'payments', measure: 'records', cut: [] }, period),
  ])
  return {
    total: found ? pick(found).sum : rows.length,
    rows: rows.map((row) => ({
      id: textOf(row.id),
      paidOn: textOf(row.paidOn),
      project: textOf(row.project),
      amount: amountOf(row.amount) ?? 0,
      voucher: textOf(row.voucher),
      payee: textOf(row.payee),
      summary: textOf(row.summary),
      pot: textOf(row.countedPot),
    })),
  }
}
