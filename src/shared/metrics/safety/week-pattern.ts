/** Minutes of a day from `start` up to, not with, `end`: 0 to 1440. */
export interface Minutes {
  readonly start: number
  readonly end: number
}

/** Minutes due on each day of the week, Monday first; the spans of a day are sorted and apart. */
export type WeekPattern = readonly (readonly Minutes[])[]

/** Clock times on some weekdays; an end at or before the start lies on the day after. */
export interface WeekHours {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekdays: readonly number[]
  /** `HH:mm`, `24:00` at the latest. */
  readonly start: string
  readonly end: string
}

const DAY = 1440

/**
 * What is due on each weekday: the hours without the breaks. What runs past midnight stands on the
 * calendar day it falls on, so that a day's due time never depends on the day before.
 */
export function weekPattern(
  hours: readonly WeekHours[],
  breaks: readonly WeekHours[],
): WeekPattern {
  const on = daily(hours)
  const off = daily(breaks)
  return on.map((spans, weekday) => without(spans, off[weekday] ?? []))
}

/** Spans of each weekday, merged, with what crosses midnight cut in two. */
function daily(hours: readonly WeekHours[]): Minutes[][] {
  const days: Minutes[][] = Array.from({ length: 7 }, () => [])
  for (const { weekdays, start, end } of hours) {
    const [from, to] = [minuteOf(start), minuteOf(end)]
    for (const weekday of weekdays) {
      days[weekday - 1]?.push({ start: from, end: to > from ? to : DAY })
      if (to <= from && to > 0) days[weekday % 7]?.push({ start: 0, end: to })
    }
  }
  return days.map(merged)
}

/** The minutes in the fewest spans, sorted. */
export function merged(spans: readonly Minutes[]): Minutes[] {
  const found: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else found.push({ start, end })
  }
  return found
}

/** The minutes of `spans` that are in none of `cuts`; both sorted and apart. */
export function without(spans: readonly Minutes[], cuts: readonly Minutes[]): Minutes[] {
  return spans.flatMap((span) => {
    const rest: Minutes[] = []
    let { start } = span
    for (const cut of cuts) {
      if (cut.end <= start || cut.start >= span.end) continue
      if (cut.start > start) rest.push({ start, end: cut.start })
      start = cut.end
    }
    return start < span.end ? [...rest, { start, end: span.end }] : rest
  })
}

/** Minutes that lie in both; each list sorted and apart. */
export function shared(a: readonly Minutes[], b: readonly Minutes[]): number {
  return length(a) - length(without(a, b))
}

/** Minutes in all. */
export const length = (spans: readonly Minutes[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** `HH:mm` as minutes of the day. */
export const minuteOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
