import type { LedgerId } from '#shared/ledgers/index.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import { coversAll, type Interval, type Period } from '#shared/time/period.ts'
import type { BoardScope } from './scope.ts'

/**
 * The days that a metric counts in the period, and the same ones last year; null where its ledger knows
 * neither.
 */
export async function countedDays(
  { evaluate, period, snapshot }: BoardScope,
  metric: MetricId,
  ledger: LedgerId,
): Promise<{ days: Interval | null; against: Period | null }> {
  const [figure, compared] = await Promise.all([
    evaluate.figure(metric, period),
    evaluate.compare(metric, period, 'yoy'),
  ])
  if (figure.state !== 'counted') return { days: null, against: null }
  const days = { from: figure.from, to: figure.to }
  const isSame = days.from === compared.period.from && days.to === compared.period.to
  const isKnown =
    compared.against !== null && coversAll(snapshot.coverage[ledger] ?? [], compared.against)
  return { days, against: isSame && isKnown ? compared.against : null }
}
