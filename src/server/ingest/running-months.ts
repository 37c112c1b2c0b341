import type { DiagnosticCode } from '#shared/diagnostics.ts'
import type { MappedColumn } from './map-columns.ts'
import { numberIn, type RowNumbers } from './row-numbers.ts'

/** What came together from January to the end of a month; null where its cell says nothing. */
export interface RunningSum {
  /** `YYYY-MM`. */
  readonly month: string
  readonly sum: number | null
}

/** What one month added, or why that cannot be told. */
export type MonthShare = { readonly share: number } | { readonly code: DiagnosticCode } | null

/**
 * What each month added to its year's running sum: its own less that of the month before. In the order
 * of the sums; null for a month that says nothing and after which none does.
 */
export function monthShares(sums: readonly RunningSum[]): MonthShare[] {
  const ordered = sums.toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const shares = new Map<RunningSum, MonthShare>()
  let before = { year: '', month: 0, sum: 0 }
  for (const [at, one] of ordered.entries()) {
    const [year = '', number = ''] = one.month.split('-')
    if (year !== before.year) before = { year, month: 0, sum: 0 }
    const month = Number(number)
    const goesOn = ordered
      .slice(at)
      .some((later) => later.month.startsWith(year) && later.sum !== null)
    if (one.sum === null) shares.set(one, goesOn ? { code: 'IMPORT_RUNNING_GAP' } : null)
    else if (month > before.month + 1) shares.set(one, { code: 'IMPORT_RUNNING_GAP' })
    else if (one.sum < before.sum) shares.set(one, { code: 'IMPORT_RUNNING_FALLS' })
    else shares.set(one, { share: one.sum - before.sum })
    before = { year, month, sum: one.sum ?? before.sum }
  }
  return sums.map((one) => shares.get(one) ?? null)
}

/** What a row's months come to: their sum, or the last of sums that run on. */
export function paidIn(months: readonly MappedColumn[], numbers: RowNumbers): number {
  const amounts = months.map(({ column, month }) => ({
    year: month?.year ?? null,
    isRunning: month?.isRunning ?? false,
    amount: numberIn(numbers, column.index),
  }))
  const single = amounts.flatMap(({ isRunning, amount }) => (isRunning ? [] : [amount]))
  const running = amounts.filter(({ isRunning }) => isRunning)
  const last = [...new Set(running.map(({ year }) => year))].map((year) =>
    Math.max(...running.flatMap((each) => (each.year === year ? [each.amount] : []))),
  )
  return [...single, ...last].reduce((sum, amount) => sum + amount, 0)
}
