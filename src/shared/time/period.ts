import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  eachMonth,
  firstDay,
  isDay,
  isMonth,
  lastDay,
  monthOf,
  type Day,
  type Month,
} from './day.ts'

/** A span of days, both ends included. */
export interface Interval {
  from: Day
  to: Day
}

/** A span of days with the name it goes by in URLs, both ends included. */
export interface Period {
  /** `2024`, `2024-10`, `2024-Q3`, `2024-H1` or `2024-01-01..2024-03-15`. */
  readonly key: string
  readonly kind: 'month' | 'quarter' | 'half' | 'year' | 'range'
  readonly from: Day
  readonly to: Day
}

type CalendarKind = Exclude<Period['kind'], 'range'>

const MONTHS_IN = { month: 1, quarter: 3, half: 6, year: 12 } as const

/** Reads a period's key; null for anything else. Years 1900 to 2999; a range is never renamed. */
export function parsePeriod(text: string): Period | null {
  const [from, to, ...rest] = text.split('..')
  if (from !== undefined && to !== undefined) {
    const isRange = rest.length === 0 && isKnownDay(from) && isKnownDay(to) && from <= to
    return isRange ? rangePeriod(from, to) : null
  }
  if (!/^(19|2\d)\d\d(-|$)/.test(text)) return null
  const year = text.slice(0, 4)
  if (text === year) return yearPeriod(Number(year))
  if (isMonth(text)) return monthPeriod(text)
  const [, letter, nth] = /^\d{4}-(Q(?=[1-4]$)|H(?=[12]$))(\d)$/.exec(text) ?? []
  if (letter === undefined) return null
  const kind = letter === 'Q' ? 'quarter' : 'half'
  return calendarPeriod(kind, addMonths(`${year}-01`, (Number(nth) - 1) * MONTHS_IN[kind]))
}

/** The period of one month. */
export function monthPeriod(month: Month): Period {
  return calendarPeriod('month', month)
}

/** The period of one year. */
export function yearPeriod(year: number): Period {
  return calendarPeriod('year', `${year}-01`)
}

/** The period of any days; kind `range` even when they are exactly a month. */
export function rangePeriod(from: Day, to: Day): Period {
  return { key: `${from}..${to}`, kind: 'range', from, to }
}

/**
 * The period `n` of its kind later. A range of whole months moves by its count of months,
 * any other range by its length in days.
 */
export function stepPeriod(period: Period, n: number): Period {
  const { kind, from, to } = period
  if (kind !== 'range') return calendarPeriod(kind, addMonths(monthOf(from), n * MONTHS_IN[kind]))
  if (isWholeMonths(period)) return shiftMonths(period, n * monthsOf(period).length)
  const days = n * (daysBetween(from, to) + 1)
  return rangePeriod(addDays(from, days), addDays(to, days))
}

/** The month, quarter, half or year that holds the period's last day. */
export function widenPeriod(period: Period, kind: CalendarKind): Period {
  return calendarPeriod(kind, monthOf(period.to))
}

/** From 1 January of the period's year to its last day (累计). */
export function cumulative(period: Period): Period {
  const year = yearPeriod(yearOf(period))
  return period.to === year.to ? year : rangePeriod(year.from, period.to)
}

/** The year of the period's last day. */
export function yearOf(period: Interval | Period): number {
  return Number(period.to.slice(0, 4))
}

/** Every month the span touches. */
export function monthsOf(span: Interval | Period): Month[] {
  return eachMonth(monthOf(span.from), monthOf(span.to))
}

/** Whether the span starts on a 1st and ends on the last day of a month. */
export function isWholeMonths({ from, to }: Interval | Period): boolean {
  return from === firstDay(monthOf(from)) && to === lastDay(monthOf(to))
}

/** What a period is compared with; `against` is null where a comparison has no meaning. */
export interface Comparison {
  readonly period: Period
  readonly against: Period | null
  /** Whether both sides stop early, at the last day that counts. */
  readonly isCut: boolean
}

/**
 * The period and the one before it (`mom`) or a year earlier (`yoy`). When `through`, the last day
 * that counts, comes before the period's end, both are cut: `yoy` to the same days of the year
 * (29 to 28 February), `mom` to the same number of days, never past the earlier period's end.
 */
export function comparePeriod(
  period: Period,
  mode: 'mom' | 'yoy',
  through: Day | null,
): Comparison {
  if (through !== null && through < period.from) return { period, against: null, isCut: false }
  const isCut = through !== null && through < period.to
  const now = isCut ? rangePeriod(period.from, through) : period
  if (mode === 'yoy') return { period: now, against: yearEarlier(now, isCut), isCut }
  const before = previousPeriod(period)
  if (!isCut || before === null) return { period: now, against: before, isCut }
  const sameLength = addDays(before.from, daysBetween(now.from, now.to))
  const to = sameLength < before.to ? sameLength : before.to
  return { period: now, against: rangePeriod(before.from, to), isCut }
}

/** The whole period before (环比); null for a year so far (累计), which has none. */
export function previousPeriod(period: Period): Period | null {
  return isYearToDate(period) ? null : stepPeriod(period, -1)
}

/** The same whole period a year earlier (同比); 29 February becomes the 28th. */
export function samePeriodLastYear(period: Period): Period {
  return yearEarlier(period, false)
}

/** Whether all days of the period have passed. */
export function isComplete(period: Interval | Period, today: Day): boolean {
  return period.to < today
}

/** Whether no day of the period has come yet. */
export function isFuture(period: Interval | Period, today: Day): boolean {
  return period.from > today
}

/** The whole months within a span, first and last, and the days left over, each stretch in one month. */
export function decompose(span: Interval | Period): {
  months: { first: Month; last: Month } | null
  days: Interval[]
} {
  const [head, tail] = [monthOf(span.from), monthOf(span.to)]
  const isHeadCut = span.from !== firstDay(head)
  const isTailCut = span.to !== lastDay(tail)
  if (head === tail && (isHeadCut || isTailCut))
    return { months: null, days: [{ from: span.from, to: span.to }] }
  const first = isHeadCut ? addMonths(head, 1) : head
  const last = isTailCut ? addMonths(tail, -1) : tail
  const days = [
    ...(isHeadCut ? [{ from: span.from, to: lastDay(head) }] : []),
    ...(isTailCut ? [{ from: firstDay(tail), to: span.to }] : []),
  ]
  return { months: first <= last ? { first, last } : null, days }
}

/** Whether every day of `inner` lies in `outer`. */
export function contains(outer: Interval | Period, inner: Interval | Period): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** Whether two spans share a day. */
export function overlaps(a: Interval | Period, b: Interval | Period): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** The days two spans share, or null. */
export function intersect(a: Interval | Period, b: Interval | Period): Interval | null {
  if (!overlaps(a, b)) return null
  return { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to }
}

/** The same days in the fewest spans, sorted; spans that meet become one. The list is not changed. */
export function mergeIntervals(list: readonly (Interval | Period)[]): Interval[] {
  const merged: Interval[] = []
  for (const { from, to } of [...list].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1)
    if (!last || addDays(from, -1) > last.to) merged.push({ from, to })
    else if (to > last.to) last.to = to
  }
  return merged
}

/** Whether the spans together hold every day of `span`. */
export function coversAll(
  intervals: readonly (Interval | Period)[],
  span: Interval | Period,
): boolean {
  return mergeIntervals(intervals).some((interval) => contains(interval, span))
}

/** The days of `span` that lie in none of the intervals, in order. */
export function uncovered(span: Interval, intervals: readonly (Interval | Period)[]): Interval[] {
  const rest: Interval[] = []
  let from = span.from
  for (const interval of mergeIntervals(intervals)) {
    const before = intersect({ from, to: addDays(interval.from, -1) }, span)
    if (from < interval.from && before) rest.push(before)
    if (interval.to >= from) from = addDays(interval.to, 1)
  }
  return from <= span.to ? [...rest, { from, to: span.to }] : rest
}

function calendarPeriod(kind: CalendarKind, month: Month): Period {
  const count = MONTHS_IN[kind]
  const year = month.slice(0, 4)
  const nth = Math.ceil(Number(month.slice(5)) / count)
  const first = addMonths(`${year}-01`, (nth - 1) * count)
  const keys = { month: first, quarter: `${year}-Q${nth}`, half: `${year}-H${nth}`, year }
  return { key: keys[kind], kind, from: firstDay(first), to: lastDay(addMonths(first, count - 1)) }
}

function yearEarlier(period: Period, isCut: boolean): Period {
  if (period.kind !== 'range') return stepPeriod(period, -12 / MONTHS_IN[period.kind])
  if (!isCut && isWholeMonths(period)) return shiftMonths(period, -12)
  return rangePeriod(dayYearEarlier(period.from), dayYearEarlier(period.to))
}

function dayYearEarlier(day: Day): Day {
  const month = addMonths(monthOf(day), -12)
  return `${month}-${day.slice(8) > '28' && daysInMonth(month) === 28 ? '28' : day.slice(8)}`
}

function shiftMonths({ from, to }: Period, n: number): Period {
  return rangePeriod(firstDay(addMonths(monthOf(from), n)), lastDay(addMonths(monthOf(to), n)))
}

const isYearToDate = ({ kind, from, to }: Period): boolean =>
  kind === 'range' && from.endsWith('-01-01') && to > lastDay(monthOf(from))

const isKnownDay = (text: string): boolean => isDay(text) && /^(19|2\d)/.test(text)
