import type { RouteLocationRaw } from 'vue-router'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Where } from '#shared/metrics/define.ts'
import { rangePeriod, type Interval } from '#shared/time/period.ts'

/** The records of a ledger over some days that hold to all the words given. */
export function recordsTo(
  ledger: LedgerId,
  measure: string,
  period: string,
  wheres: readonly Where[] = [],
): RouteLocationRaw {
  const where = wheres.map(({ field, value }) => `${field}:${encodeURIComponent(value)}`).join(',')
  return {
    name: 'ledger',
    params: { ledger },
    query: { measure, p: period, ...(where !== '' && { where }) },
  }
}

/** Those within some days that are no period of the calendar. */
export const withinTo = (ledger: LedgerId, measure: string, { from, to }: Interval) =>
  recordsTo(ledger, measure, rangePeriod(from, to).key)

/** One record of a ledger. */
export const recordTo = (ledger: LedgerId, record: string): RouteLocationRaw => ({
  name: 'ledger',
  params: { ledger },
  query: { record },
})
