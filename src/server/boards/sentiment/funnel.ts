import type { FunnelStep } from '#shared/contract/sentiment.ts'
import { HANDLINGS } from '#shared/ledgers/dictionaries.ts'
import type { Where } from '#shared/metrics/define.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { isMetricId, metricOf, type MetricId } from '#shared/metrics/index.ts'
import type { BoardScope } from '../scope.ts'

interface Step {
  readonly name: string
  readonly metric: MetricId
  readonly part: Where | null
}

/** The centre's own steps with their figures, and each one's share of what it is a part of. */
export async function funnelSteps({
  settings,
  evaluate,
  period,
}: BoardScope): Promise<FunnelStep[]> {
  const steps = settings.sentiment.funnel.flatMap(({ of, name }): Step[] => {
    if (isMetricId(of)) return [{ name, metric: of, part: null }]
    return Object.hasOwn(HANDLINGS, of)
      ? [{ name, metric: 'alerted', part: { field: 'handling', value: of } }]
      : []
  })
  return Promise.all(
    steps.map(async (step) => {
      const figure = await evaluate.figure(step.metric, period, step.part ?? undefined)
      const whole = wholeOf(step)
      const bottom = whole === null ? null : valueOf(await evaluate.figure(whole, period))
      const top = valueOf(figure)
      const own = steps.find(({ metric, part }) => metric === whole && part === null)
      const share =
        whole === null || top === null || !bottom
          ? null
          : { of: own?.name ?? metricOf(whole).label, ratio: top / bottom }
      return { ...step, figure, share }
    }),
  )
}

/** What a step is a part of: alerts of what was watched; counts of the same ledger of the alerts. */
function wholeOf({ metric, part }: Step): MetricId | null {
  if (metric === 'alerted' && part === null) return 'monitored'
  const { formula } = metricOf(metric)
  const isOfAlerts = ['sum', 'held'].includes(formula.kind) && 'ledger' in formula
  return isOfAlerts && formula.ledger === 'alerts' ? 'alerted' : null
}
