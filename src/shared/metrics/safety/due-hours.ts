import { addDays, daysBetween, eachDay, isoWeekday, type Day } from '../../time/day.ts'
import { intersect, mergeIntervals, uncovered, type Interval } from '../../time/period.ts'
import {
  length,
  merged,
  minuteOf,
  shared,
  weekPattern,
  type Minutes,
  type WeekHours,
  type WeekPattern,
} from './week-pattern.ts'

/** A channel's weekly hours over some days; without `to` they go on. */
export interface Schedule {
  readonly channel: string
  readonly from: Day
  readonly to: Day | null
  readonly hours: readonly WeekHours[]
  /** Regular maintenance: due hours leave it out. */
  readonly breaks: readonly WeekHours[]
}

/** Clock time in which a channel is off the air by leave, `YYYY-MM-DDTHH:mm`, end not included. */
export interface OffAir {
  /** The channel's name, or one of `ALL_CHANNELS`. */
  readonly channel: string
  readonly startedAt: string
  readonly endedAt: string
}

/** How people write that a maintenance stops every channel. */
export const ALL_CHANNELS: readonly string[] = ['全部', '全部频道', '所有频道']

/** Due broadcast time (应播时长) from schedules; the one place that knows when a channel is due. */
export interface DueHours {
  readonly channels: readonly string[]
  /** Seconds due over the days, of one channel or of all; null where no day of them is set. */
  seconds(days: Interval, channel?: string): number | null
  /** Days of the span for which the channel has neither a schedule nor a flat amount. */
  unsetDays(days: Interval, channel: string): number
  /** Seconds due between two clock times; null on days that have no clock hours set. */
  within(channel: string, from: string, to: string): number | null
}

export interface DueHoursOf {
  /** Seconds a day where no schedule says more. */
  readonly channels: readonly { readonly name: string; readonly dueSecondsPerDay: number }[]
  readonly schedules: readonly Schedule[]
  /** Maintenance that is planned and was reported in advance. */
  readonly offAir: readonly OffAir[]
}

/**
 * Due hours of every channel. A schedule holds on the calendar days from its first to its last; of
 * two on one day the one that began later holds. Days without any take the flat amount.
 * Breaks for maintenance that the schedule has are not due.
 */
export function dueHours({ channels, schedules, offAir }: DueHoursOf): DueHours {
  const names = [
    ...new Set(
      [...channels, ...schedules.map(({ channel: name }) => ({ name }))].map(({ name }) => name),
    ),
  ]
  const plans = new Map(
    names.map((name) => {
      const flat = channels.find((channel) => channel.name === name)?.dueSecondsPerDay ?? null
      const own = schedules.filter(({ channel }) => channel === name)
      const off = offAir.filter(({ channel }) => channel === name || ALL_CHANNELS.includes(channel))
      return [name, channelPlan(flat, own, off)]
    }),
  )
  return {
    channels: names,
    seconds(days, channel) {
      const asked = channel === undefined ? [...plans.values()] : [plans.get(channel)]
      const known = asked.flatMap((plan) => plan?.seconds(days) ?? [])
      return known.length === 0 ? null : known.reduce((sum, seconds) => sum + seconds, 0)
    },
    unsetDays: (days, channel) => plans.get(channel)?.unsetDays(days) ?? lengthOf(days),
    within: (channel, from, to) => plans.get(channel)?.within(from, to) ?? null,
  }
}

/** Days over which one weekly pattern holds. */
interface Stretch extends Interval {
  readonly pattern: WeekPattern
}

const FOREVER: Day = '2999-12-31'

function channelPlan(flat: number | null, schedules: readonly Schedule[], off: readonly OffAir[]) {
  const stretches = stretchesOf(schedules)
  const patternOn = (day: Day): readonly Minutes[] | null =>
    stretches.find(({ from, to }) => from <= day && day <= to)?.pattern[isoWeekday(day) - 1] ?? null
  const closed = minutesByDay(off)
  /** Seconds that maintenance takes from a day's due time, by day. */
  const lost = [...closed].map(([day, spans]) => {
    const pattern = patternOn(day)
    const seconds =
      pattern === null ? Math.min(flat ?? 0, length(spans) * 60) : shared(pattern, spans) * 60
    return { day, seconds }
  })
  const unsetDays = (days: Interval): number =>
    flat === null ? uncovered(days, stretches).reduce((sum, rest) => sum + lengthOf(rest), 0) : 0

  return {
    unsetDays,
    seconds(days: Interval): number | null {
      if (unsetDays(days) === lengthOf(days)) return null
      const set = stretches.reduce((sum, stretch) => sum + secondsIn(stretch, days), 0)
      const rest = uncovered(days, stretches).reduce((sum, span) => sum + lengthOf(span), 0)
      const taken = lost.filter(({ day }) => days.from <= day && day <= days.to)
      return set + rest * (flat ?? 0) - taken.reduce((sum, { seconds }) => sum + seconds, 0)
    },
    within(from: string, to: string): number | null {
      let seconds = 0
      for (const [day, spans] of minutesByDay([{ channel: '', startedAt: from, endedAt: to }])) {
        const pattern = patternOn(day)
        if (pattern === null) return null
        const due = shared(pattern, spans)
        const both = closed.get(day)?.flatMap((span) => cut(span, spans)) ?? []
        seconds += (due - shared(pattern, merged(both))) * 60
      }
      return seconds
    },
  }
}

/** Schedules as stretches that do not overlap: on each day the one that began last. */
function stretchesOf(schedules: readonly Schedule[]): Stretch[] {
  const taken: Interval[] = []
  return schedules
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .flatMap(({ from, to, hours, breaks }) => {
      const pattern = weekPattern(hours, breaks)
      const own = uncovered({ from, to: to ?? FOREVER }, mergeIntervals(taken))
      taken.push({ from, to: to ?? FOREVER })
      return own.map((span) => ({ ...span, pattern }))
    })
}

/** Seconds a pattern gives over the days it holds within a span: whole weeks, then the days left. */
function secondsIn(stretch: Stretch, days: Interval): number {
  const span = intersect(stretch, days)
  if (!span) return 0
  const perDay = stretch.pattern.map((minutes) => length(minutes) * 60)
  const total = lengthOf(span)
  const first = isoWeekday(span.from) - 1
  const rest = Array.from({ length: total % 7 }, (_, n) => perDay[(first + n) % 7] ?? 0)
  const week = perDay.reduce((sum, seconds) => sum + seconds, 0)
  return Math.floor(total / 7) * week + rest.reduce((sum, seconds) => sum + seconds, 0)
}

/** Clock times as minutes of the calendar days they touch, merged. */
function minutesByDay(spans: readonly OffAir[]): Map<Day, readonly Minutes[]> {
  const days = new Map<Day, Minutes[]>()
  for (const { startedAt, endedAt } of spans) {
    const [first, last] = [startedAt.slice(0, 10), endedAt.slice(0, 10)]
    for (const day of eachDay(first, last)) {
      const start = day === first ? minuteOf(startedAt.slice(11)) : 0
      const end = day === last ? minuteOf(endedAt.slice(11)) : 1440
      if (end > start) days.set(day, [...(days.get(day) ?? []), { start, end }])
    }
  }
  return new Map([...days].map(([day, minutes]) => [day, merged(minutes)]))
}

const cut = (span: Minutes, to: readonly Minutes[]): Minutes[] =>
  to.flatMap(({ start, end }) => {
    const both = { start: Math.max(start, span.start), end: Math.min(end, span.end) }
    return both.start < both.end ? [both] : []
  })

const lengthOf = ({ from, to }: Interval): number => Math.max(0, daysBetween(from, to) + 1)

/** The days of a span on which a schedule's regular breaks fall. */
export function breakDays(schedules: readonly Schedule[], channel: string, days: Interval): Day[] {
  const own = schedules.filter((schedule) => schedule.channel === channel)
  return eachDay(days.from, days.to).filter((day) =>
    own.some(
      ({ from, to, breaks }) =>
        from <= day &&
        (to === null || day <= to) &&
        breaks.some(({ weekdays }) => weekdays.includes(isoWeekday(day))),
    ),
  )
}

/** `addDays` on the day part of a clock time; used to close a stoppage at its last minute. */
export const minuteAfter = (dateTime: string): string => {
  const minute = minuteOf(dateTime.slice(11)) + 1
  const day = dateTime.slice(0, 10)
  const text = (n: number): string => String(n).padStart(2, '0')
  return minute === 1440
    ? `${addDays(day, 1)}T00:00`
    : `${day}T${text(Math.floor(minute / 60))}:${text(minute % 60)}`
}
