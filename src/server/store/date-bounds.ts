import { addDays, monthOf, type Day } from '#shared/time/day.ts'

/** Text bounds for cells that hold a day, a moment of a day, a month or a year. */
export interface DateBounds {
  readonly atLeast?: string
  readonly below?: string
  /** A month or year that lies between the bounds as text but is only partly inside. */
  readonly except: readonly string[]
}

/**
 * Bounds that hold what lies between two inclusive days. A month cell counts when the whole month is
 * inside, a year cell as its January: just as kept sums place them.
 */
export function dateBounds(from: Day | undefined, to: Day | undefined): DateBounds {
  const next = to === undefined ? undefined : addDays(to, 1)
  const isCut = to !== undefined && next?.endsWith('-01') === false
  return {
    ...(from !== undefined && { atLeast: shortened(from) }),
    ...(next !== undefined && { below: shortened(next) }),
    except: isCut ? [monthOf(to), ...(to.slice(5, 7) === '01' ? [to.slice(0, 4)] : [])] : [],
  }
}

/** A month's first day as the month, a year's as the year: `2024-03` sorts before its days. */
function shortened(day: Day): string {
  if (day.endsWith('-01-01')) return day.slice(0, 4)
  return day.endsWith('-01') ? day.slice(0, 7) : day
}
