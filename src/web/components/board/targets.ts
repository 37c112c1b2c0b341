import type { Group } from '#shared/boards/define.ts'
import type { BoardAnswer } from '#shared/contract/boards.ts'
import type { TargetProgress } from '#shared/contract/figures.ts'
import type { MetricId } from '#shared/metrics/index.ts'

/** A target beside the metric it is set for. */
export interface MetricTarget {
  readonly metric: MetricId
  readonly target: TargetProgress
}

/** The part of a page that its targets stand in, where it has any. */
export const TARGETS_GROUP: Group = { label: '目标', cards: [] }

/** Every target of a page, each once, in the order of its figures. */
export function targetsOf({ answers }: Pick<BoardAnswer, 'answers'>): MetricTarget[] {
  const found = new Map<string, MetricTarget>()
  for (const { metric, targets } of answers)
    for (const target of targets)
      if (!found.has(target.id)) found.set(target.id, { metric, target })
  return [...found.values()]
}
