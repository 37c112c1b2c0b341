import type { RouteLocationRaw } from 'vue-router'
import type { RecordsQueryText } from '#shared/contract/records.ts'
import type { Verdict } from '#shared/metrics/deadlines.ts'
import type { Where } from '#shared/metrics/define.ts'
import type { Judged } from '#shared/metrics/held-book.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import type { Period } from '#shared/time/period.ts'
import { recordsBehind, whereText } from './records-behind.ts'

const list = (ledger: LedgerId, query: RecordsQueryText): RouteLocationRaw => ({
  name: 'ledger',
  params: { ledger },
  query: { ...query },
})

/**
 * Where a figure leads: to the list of its records, of a rate to those of its numerator. Null where
 * no record stands behind it (序时进度, 应播时长).
 */
export function drillTo(metric: MetricId, period: Period, part?: Where): RouteLocationRaw | null {
  const [first] = recordsBehind(metric, period, part)
  return first ? list(first.ledger, first.query) : null
}

/** The records of a period that hold several words at once. */
export const recordsWith = (
  ledger: LedgerId,
  period: Period,
  wheres: readonly Where[],
): RouteLocationRaw =>
  list(ledger, { measure: 'records', p: period.key, where: wheres.map(whereText).join(',') })

/** The records of a period that stand so against their limit, of one step and one part. */
export function heldTo(
  ledger: Judged,
  period: Period,
  {
    verdict: held,
    step,
    part,
  }: { readonly verdict: Verdict; readonly step?: 'close' | 'first'; readonly part?: Where },
): RouteLocationRaw {
  return list(ledger, {
    measure: 'records',
    p: period.key,
    held,
    ...(step === 'first' && { step }),
    ...(part && { where: whereText(part) }),
  })
}
