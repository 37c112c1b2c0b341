import { firstDay, lastDay, type Day, type Month } from '../../time/day.ts'
import { contains, coversAll, type Interval } from '../../time/period.ts'

/** Checks that are to be done each month, from a day and up to one; without `to` they go on. */
interface CheckPlan {
  readonly timesPerMonth: number
  readonly from: Day
  readonly to: Day | null
}

export type PlanState = 'met' | 'missed' | 'running' | 'unknown' | 'unplanned'

/**
 * Whether a month's planned checks were done. Only a month that the plan holds over whole is planned;
 * only one that is over and registered whole can be missed.
 */
export function planState(
  plan: CheckPlan,
  month: Month,
  known: { readonly done: number; readonly covered: readonly Interval[]; readonly today: Day },
): PlanState {
  const days = { from: firstDay(month), to: lastDay(month) }
  if (!contains({ from: plan.from, to: plan.to ?? days.to }, days)) return 'unplanned'
  if (known.done >= plan.timesPerMonth) return 'met'
  if (days.to >= known.today) return 'running'
  return coversAll(known.covered, days) ? 'missed' : 'unknown'
}
