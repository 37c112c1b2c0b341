import { addDays, eachDay, type Day } from '../../time/day.ts'
import type { Interval } from '../../time/period.ts'
import type { DayRun } from './silence.ts'

export interface JudgedDay {
  readonly day: Day
  readonly value: number
  readonly isMet: boolean
}

/**
 * Days held to a daily floor: met where the count is at least `low`. Only days inside `spans` are
 * judged, which are those over and covered; a day there without a count had none.
 */
export function judgeFloor(
  counts: ReadonlyMap<Day, number>,
  low: number,
  spans: readonly Interval[],
): JudgedDay[] {
  return spans.flatMap(({ from, to }) =>
    eachDay(from, to).map((day) => {
      const value = counts.get(day) ?? 0
      return { day, value, isMet: value >= low }
    }),
  )
}

/** The longest run of days in a row that missed; an unjudged day ends a run. The first of equals. */
export function longestMissed(days: readonly JudgedDay[]): DayRun | null {
  const runs: DayRun[] = []
  for (const { day, isMet } of days) {
    if (isMet) continue
    const last = runs.at(-1)
    if (last && addDays(last.to, 1) === day) runs[runs.length - 1] = grown(last, day)
    else runs.push({ days: 1, from: day, to: day })
  }
  return runs.reduce<DayRun | null>((longest, run) => {
    return longest && longest.days >= run.days ? longest : run
  }, null)
}

const grown = (run: DayRun, to: Day): DayRun => ({ days: run.days + 1, from: run.from, to })
