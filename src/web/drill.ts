import type { RouteLocationRaw } from 'vue-router'
import type { Where } from '#shared/metrics/define.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import type { Period } from '#shared/time/period.ts'
import { recordsBehind } from './records-behind.ts'

/**
 * Where a figure leads: to the list of its records, of a rate to those of its numerator. Null where
 * no record stands behind it (序时进度, 应播时长).
 */
export function drillTo(metric: MetricId, period: Period, part?: Where): RouteLocationRaw | null {
  const [first] = recordsBehind(metric, period, part)
  if (!first) return null
  const judged = heldSide(first.metric)
  if (judged)
    return { name: 'sentiment', query: { p: period.key }, hash: `#${HELD_LISTS[judged.ledger]}` }
  return { name: 'ledger', params: { ledger: first.ledger }, query: { ...first.query } }
}

/** Who is late depends on the settings and the clock, so those lists stand on the page itself. */
const HELD_LISTS = { alerts: 'late-alerts', petitions: 'late-petitions' } as const

function heldSide(metric: MetricId) {
  const { formula } = metricOf(metric)
  return formula.kind === 'held' ? formula : null
}
