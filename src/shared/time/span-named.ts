import type { Day } from './day.ts'
import { parsePeriod, rangePeriod, type Period } from './period.ts'

/** Days as the calendar calls them: a year, a half, a quarter, a month; else the days themselves. */
export function spanNamed(from: Day, to: Day): Period {
  const year = from.slice(0, 4)
  const quarters = [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)
  const known = [year, `${year}-H1`, `${year}-H2`, ...quarters, from.slice(0, 7)]
    .flatMap((key) => parsePeriod(key) ?? [])
    .find((period) => period.from === from && period.to === to)
  return known ?? rangePeriod(from, to)
}
