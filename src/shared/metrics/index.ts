import { activityMetrics } from './activity.ts'
import { adoptionMetrics } from './adoption.ts'
import { budgetMetrics } from './budget.ts'
import type { Metric } from './define.ts'
import { exerciseMetrics } from './exercises.ts'
import { liveMetrics } from './live.ts'
import { publicationMetrics } from './publication.ts'
import { safetyMetrics } from './safety.ts'
import { sentimentMetrics } from './sentiment.ts'

/** Every metric of the desk. Adding one touches its area's file alone. */
export const METRICS = {
  ...publicationMetrics,
  ...adoptionMetrics,
  ...sentimentMetrics,
  ...safetyMetrics,
  ...budgetMetrics,
  ...liveMetrics,
  ...exerciseMetrics,
  ...activityMetrics,
} as const

export type MetricId = keyof typeof METRICS

export const METRIC_IDS = Object.keys(METRICS).filter(isMetricId)

export function isMetricId(text: string): text is MetricId {
  return Object.hasOwn(METRICS, text)
}

export function metricOf(id: MetricId): Metric {
  return METRICS[id]
}

/** The metric a formula names; names are checked when the registry is tested. */
export function metricNamed(name: string): MetricId {
  if (isMetricId(name)) return name
  throw new Error(`no metric is called ${name}`)
}
