import { addDays, daysBetween, isoWeekday, type Day } from './day.ts'

/** Days on which people work, as far as the notices of holidays and 调休 are known. */
export interface WorkingDays {
  /** First and last year whose notice is known; null where none is. */
  readonly known: { readonly from: number; readonly to: number } | null
  /** Whether people work on the day; null in a year whose notice is not known. */
  isWorking(day: Day): boolean | null
  /** The `n`th working day after the day, which is not counted itself; null past the known years. */
  after(day: Day, n: number): Day | null
  /** Working days after `from` up to and with `to`: 0 on the same day; null past the known years. */
  between(from: Day, to: Day): number | null
}

/** Ten years: nobody is given longer, and a slip of the pen must not run for ever. */
const LONGEST = 3660
const MOST_KEPT = 20_000

/**
 * The calendar of working days: Monday to Friday, without `off` (weekdays that are free), with `on`
 * (weekend days worked instead). A year is known when the lists hold a day of it.
 */
export function workingDays(off: readonly Day[], on: readonly Day[]): WorkingDays {
  const free = new Set(off)
  const worked = new Set(on)
  const years = [...new Set([...off, ...on].map((day) => Number(day.slice(0, 4))))].sort(
    (a, b) => a - b,
  )
  const known = new Set(years)

  function isWorking(day: Day): boolean | null {
    if (!known.has(Number(day.slice(0, 4)))) return null
    return worked.has(day) || (isoWeekday(day) <= 5 && !free.has(day))
  }

  const answers = new Map<string, Day | null>()

  /** A page asks for the same few days thousands of times. */
  function after(day: Day, n: number): Day | null {
    const key = `${day}+${n}`
    const answered = answers.get(key)
    if (answered !== undefined) return answered
    const answer = counted(day, n)
    if (answers.size < MOST_KEPT) answers.set(key, answer)
    return answer
  }

  function counted(day: Day, n: number): Day | null {
    let left = n
    for (let passed = 1; left > 0; passed += 1) {
      const isCounted = isWorking(addDays(day, passed))
      if (isCounted === null || passed > LONGEST) return null
      if (isCounted) left -= 1
      if (left === 0) return addDays(day, passed)
    }
    return day
  }

  function between(from: Day, to: Day): number | null {
    const length = daysBetween(from, to)
    if (length < 0) return null
    let count = 0
    for (let passed = 1; passed <= length; passed += 1) {
      const isCounted = isWorking(addDays(from, passed))
      if (isCounted === null) return null
      if (isCounted) count += 1
    }
    return count
  }

  const [first, last] = [years[0], years.at(-1)]
  return {
    known: first === undefined || last === undefined ? null : { from: first, to: last },
    isWorking,
    after,
    between,
  }
}
