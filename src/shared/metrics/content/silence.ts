import {
  addDays,
  daysBetween,
  eachMonth,
  firstDay,
  lastDay,
  monthOf,
  type Day,
  type Month,
} from '../../time/day.ts'
import { contains, type Interval } from '../../time/period.ts'

/** Days in a row, both ends included. */
export interface DayRun extends Interval {
  readonly days: number
}

export type SilenceLight = 'fresh' | 'notice' | 'warn' | 'silent' | 'never'

/** Days since the last post from which each light holds; `silent` is more than its limit. */
export interface SilenceLimits {
  readonly notice: number
  readonly warn: number
  readonly silent: number
}

/**
 * The light of an account: 停更 when more than `silent` days have passed since its last post, 预警 from
 * `warn` days on, 提醒 from `notice` days on. Source of the 14 days: 国办秘函〔2019〕19号.
 */
export function silenceLight(daysSince: number | null, limits: SilenceLimits): SilenceLight {
  if (daysSince === null) return 'never'
  if (daysSince > limits.silent) return 'silent'
  if (daysSince >= limits.warn) return 'warn'
  return daysSince >= limits.notice ? 'notice' : 'fresh'
}

/**
 * The most days in a row without a post within spans that the ledger covers; a day outside them may
 * have had posts, so no run reaches over it. Of equally long runs the first. Null without such a day.
 */
export function longestGap(posted: readonly Day[], covered: readonly Interval[]): DayRun | null {
  let longest: DayRun | null = null
  for (const { from, to } of covered) {
    const inside = [...new Set(posted)].filter((day) => day >= from && day <= to).toSorted()
    const edges = [addDays(from, -1), ...inside, addDays(to, 1)]
    for (const [at, day] of edges.slice(1).entries()) {
      const before = edges[at] ?? from
      const days = daysBetween(before, day) - 1
      if (days > (longest?.days ?? 0))
        longest = { days, from: addDays(before, 1), to: addDays(day, -1) }
    }
  }
  return longest
}

/** The whole months within covered spans in which nothing was posted. */
export function zeroMonths(posted: readonly Day[], covered: readonly Interval[]): Month[] {
  const active = new Set(posted.map(monthOf))
  return covered.flatMap((span) =>
    eachMonth(monthOf(span.from), monthOf(span.to)).filter(
      (month) =>
        contains(span, { from: firstDay(month), to: lastDay(month) }) && !active.has(month),
    ),
  )
}
