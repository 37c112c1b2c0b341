import { adoptionMetrics } from '../metrics/adoption.ts'
import { budgetMetrics } from '../metrics/budget.ts'
import type { Unit, Where } from '../metrics/define.ts'
import { isMetricId, metricOf, type MetricId } from '../metrics/index.ts'
import { safetyMetrics } from '../metrics/safety.ts'
import { sentimentMetrics } from '../metrics/sentiment.ts'
import type { Period } from '../time/period.ts'
import { periodLabel } from '../time/words.ts'
import { partWord } from './part-words.ts'

/** Under which source a centre's own totals are kept, typed in or read from its sheets of totals. */
export const OWN_SOURCE = '本中心填报'

/** A metric as a whole, or one part of it. */
export interface StatedOf {
  readonly metric: MetricId
  readonly part: Where | null
}

/** `发布量`, `发布量（抖音）`: the name under which a figure is stated. */
export function statedLabel({ metric, part }: StatedOf): string {
  const { label } = metricOf(metric)
  return part ? `${label}（${partWord(metric, part.value)}）` : label
}

/** What a figure is of in one line: `metric`, or `metric field value`. */
export const statedKey = ({ metric, part }: StatedOf): string =>
  part ? `${metric} ${part.field} ${part.value}` : metric

/** What such a line is of; null where its metric is none of the desk's. */
export function statedOf(key: string): StatedOf | null {
  const [metric = '', field, ...value] = key.split(' ')
  if (!isMetricId(metric)) return null
  return { metric, part: field === undefined ? null : { field, value: value.join(' ') } }
}

/** The cells that say what an own figure is of, and of when. */
export const ownFigure = (of: StatedOf, span: Period): Record<string, string> => ({
  label: statedLabel(of),
  area: statedArea(of.metric),
  metric: of.metric,
  periodFrom: span.from,
  periodTo: span.to,
  periodWord: periodLabel(span),
  source: OWN_SOURCE,
  ...(of.part && { partField: of.part.field, partValue: of.part.value }),
})

/** The unit in which a metric is usually stated. */
export function statedUnit(metric: MetricId): string {
  const words: Partial<Record<Unit, string>> = {
    ratio: '%',
    points: '百分点',
    money: '万元',
    duration: '秒',
    stopRate: '秒/百小时',
  }
  const { unit } = metricOf(metric)
  return words[unit] ?? unit
}

/** The area whose report states a metric. */
export function statedArea(metric: MetricId): string {
  if (Object.hasOwn(adoptionMetrics, metric)) return 'adoption'
  if (Object.hasOwn(sentimentMetrics, metric)) return 'sentiment'
  if (Object.hasOwn(safetyMetrics, metric)) return 'safety'
  return Object.hasOwn(budgetMetrics, metric) ? 'budget' : 'publication'
}
