import { checked, unable, type AuditFinding } from '#shared/metrics/budget/audit.ts'
import { budgetMetrics } from '#shared/metrics/budget.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { isAllowed, qualifierOf } from '#shared/metrics/qualifiers.ts'
import { metricStated, statedFigure } from '#shared/metrics/stated.ts'
import { yearOf } from '#shared/time/period.ts'
import { periodOfStated } from '../../opening-period.ts'
import type { BoardScope } from '../scope.ts'

/** Money stated for the year or a part of it that the ledgers do not add up to, as exactly as it was said. */
export async function statedDiffers({
  snapshot,
  period,
  evaluate,
}: BoardScope): Promise<AuditFinding> {
  const near = snapshot.stated.flatMap((record) => {
    const metric = metricStated(record)
    if (metric === null || !Object.hasOwn(budgetMetrics, metric)) return []
    const span = periodOfStated(record)
    const stated = statedFigure(record, metricOf(metric).unit)
    return yearOf(span) === yearOf(period) && stated
      ? [{ record, metric, span, value: stated.value, qualifier: qualifierOf(stated) }]
      : []
  })
  const pairs = await Promise.all(
    near.map(async ({ record, metric, span, value, qualifier }) => {
      const counted = await evaluate.figure(metric, span)
      if (counted.state !== 'counted' || !counted.complete) return []
      const { label, unit } = metricOf(metric)
      const amount = unit === 'money' ? value - counted.value : null
      const found = { ledger: 'statedFigures' as const, id: record.id, label, amount }
      return [{ agrees: isAllowed(counted.value, value, qualifier), found }]
    }),
  )
  const compared = pairs.flat()
  if (compared.length === 0) return unable('本年没有可以对照的填报数')
  const differing = compared.filter(({ agrees }) => !agrees).map(({ found }) => found)
  return checked(differing, compared.length)
}
