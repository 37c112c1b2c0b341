import { daysBetween, daysInMonth, monthOf, type Day } from '../time/day.ts'
import { yearPeriod } from '../time/period.ts'

/** `top ÷ bottom`, or null over nothing. */
export const ratio = (top: number, bottom: number): number | null =>
  bottom === 0 ? null : top / bottom

/**
 * 停播率 in seconds per hundred hours: stoppage ÷ due hours × 100. Source: GY/T 264-2012.
 * Null when nothing was due.
 */
export function stopRate(stoppageSeconds: number, dueSeconds: number): number | null {
  const perHour = ratio(stoppageSeconds, dueSeconds / 3600)
  return perHour === null ? null : perHour * 100
}

/** 可用度 as a share of one: 1 − stoppage ÷ due. Null when nothing was due. */
export function availability(stoppageSeconds: number, dueSeconds: number): number | null {
  const lost = ratio(stoppageSeconds, dueSeconds)
  return lost === null ? null : 1 - lost
}

/**
 * 考核停播时长 in seconds: stoppage under filler counts half, as 事件/事故管理规定 has it.
 */
export const assessedStoppage = (stoppageSeconds: number, fillerSeconds: number): number =>
  stoppageSeconds - fillerSeconds / 2

/** How the months passed are counted; `wholePercent` rounds to a whole percent. */
export const PACE_RULES = ['months', 'wholePercent', 'days'] as const
export type TimeProgressRule = (typeof PACE_RULES)[number]

/**
 * 序时进度 at the end of a day, as a share of one: months passed ÷ 12, a begun month by its days.
 * 7/12 is 58.33 %; some notices print 58 %, which `wholePercent` gives.
 */
export function timeProgress(day: Day, rule: TimeProgressRule): number {
  const year = yearPeriod(Number(day.slice(0, 4)))
  const passed = daysBetween(year.from, day) + 1
  if (rule === 'days') return passed / (daysBetween(year.from, year.to) + 1)
  const month = Number(day.slice(5, 7)) - 1
  const exact = (month + Number(day.slice(8)) / daysInMonth(monthOf(day))) / 12
  return rule === 'wholePercent' ? Math.round(exact * 100) / 100 : exact
}

/**
 * The quantile of weighted whole values by linear interpolation between ranks, as Excel's
 * PERCENTILE.INC does it, so that a reader can check it there. Null of nothing.
 */
export const quantile = (values: readonly Weighed[], share: number): number | null =>
  quantiles(values)(share)

/** The same for several shares of one list, which is put in order once. */
export function quantiles(values: readonly Weighed[]): (share: number) => number | null {
  const sorted = values.filter((entry) => entry.records > 0).sort((a, b) => a.value - b.value)
  const count = sorted.reduce((sum, entry) => sum + entry.records, 0)
  return (share) => {
    if (count === 0) return null
    const rank = share * (count - 1)
    const low = atRank(sorted, Math.floor(rank))
    const high = atRank(sorted, Math.ceil(rank))
    return low + (high - low) * (rank - Math.floor(rank))
  }
}

/** A whole value and how many records have it. */
interface Weighed {
  readonly value: number
  readonly records: number
}

function atRank(sorted: readonly { value: number; records: number }[], rank: number): number {
  let seen = 0
  for (const { value, records } of sorted) {
    seen += records
    if (rank < seen) return value
  }
  return sorted.at(-1)?.value ?? 0
}
