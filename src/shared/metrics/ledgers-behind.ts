import type { LedgerId } from '../ledgers/index.ts'
import { partNames } from './define.ts'
import { metricNamed, metricOf, type MetricId } from './index.ts'

const FOUND = new Map<MetricId, LedgerId[]>()

/** The ledgers a metric stands on: those it is counted from, and those that count the same. */
export function ledgersBehind(metric: MetricId): LedgerId[] {
  const known = FOUND.get(metric)
  if (known) return known
  const made = partNames(metricOf(metric).formula).flatMap((name) =>
    ledgersBehind(metricNamed(name)),
  )
  const also = metricOf(metric).also ?? []
  const ledgers = [
    ...new Set([...countedFrom(metric), ...made, ...also.map(({ ledger }) => ledger)]),
  ]
  FOUND.set(metric, ledgers)
  return ledgers
}

/** The ledgers a metric is counted from, directly or through the metrics it is worked out from. */
export function countedFrom(metric: MetricId): LedgerId[] {
  const { formula } = metricOf(metric)
  if ('ledger' in formula) return [formula.ledger]
  return partNames(formula).flatMap((name) => countedFrom(metricNamed(name)))
}
