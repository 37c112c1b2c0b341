import type { Day, Month } from './day.ts'
import { isWholeMonths, type Interval, type Period } from './period.ts'

const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'] as const

/** A period by its full name: `2024年10月`, `2024年1—10月`, `2024年1月1日—3月15日`. */
export function periodLabel(period: Period): string {
  if (period.kind === 'year') return yearLabel(period.from)
  if (yearLabel(period.from) !== yearLabel(period.to)) return shortLabel(period)
  return `${yearLabel(period.from)}${shortLabel(period)}`
}

/** A period within a known year: `10月`, `全年`, `1—10月`; a range across years keeps both years. */
export function shortLabel(period: Period): string {
  const month = Number(period.from.slice(5, 7))
  switch (period.kind) {
    case 'month':
      return monthLabel(period.from)
    case 'quarter':
      return QUARTERS[(month - 1) / 3] ?? ''
    case 'half':
      return month === 1 ? '上半年' : '下半年'
    case 'year':
      return '全年'
    case 'range':
      return isWholeMonths(period) ? monthsLabel(period) : daysLabel(period, '日—')
  }
}

/** `10月31日`. */
export function dayLabel(day: Day): string {
  return `${monthLabel(day)}${Number(day.slice(8, 10))}日`
}

/** `10月30日 16:20` for `2024-10-30T16:20`. */
export function dateTimeLabel(dateTime: string): string {
  return `${dayLabel(dateTime)} ${dateTime.slice(11, 16)}`
}

/** `2024年10月30日 16:20` for `2024-10-30T16:20`, where the year is not known already. */
export const fullDateTimeLabel = (dateTime: string): string =>
  `${yearLabel(dateTime)}${dateTimeLabel(dateTime)}`

/** `10月` for `2024-10`. */
export function monthLabel(month: Month): string {
  return `${Number(month.slice(5, 7))}月`
}

/** The days of a span, whole months too: `11月1—23日`, `1月1日—3月15日`. */
export function spanLabel(interval: Interval | Period): string {
  return daysLabel(interval, '—')
}

/** The two largest units of a length in seconds, the rest left off: `1分35秒`, `2小时5分`, `3天4小时`. */
export function durationLabel(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  const parts = [
    { count: Math.floor(whole / 86_400), unit: '天' },
    { count: Math.floor(whole / 3600) % 24, unit: '小时' },
    { count: Math.floor(whole / 60) % 60, unit: '分' },
    { count: whole % 60, unit: '秒' },
  ]
  const largest = parts.findIndex(({ count }) => count > 0)
  if (largest < 0) return '0秒'
  const shown = parts.slice(largest, largest + 2).filter(({ count }) => count > 0)
  return `${seconds < 0 ? '-' : ''}${shown.map(({ count, unit }) => `${count}${unit}`).join('')}`
}

const yearLabel = (day: Day): string => `${Number(day.slice(0, 4))}年`

function monthsLabel({ from, to }: Interval | Period): string {
  if (yearLabel(from) !== yearLabel(to)) {
    return `${yearLabel(from)}${monthLabel(from)}—${yearLabel(to)}${monthLabel(to)}`
  }
  const first = Number(from.slice(5, 7))
  return first === Number(to.slice(5, 7)) ? monthLabel(from) : `${first}—${monthLabel(to)}`
}

/** `joint` stands between two days of one month: `1日—15日` or `1—15日`. */
function daysLabel({ from, to }: Interval | Period, joint: '日—' | '—'): string {
  if (from === to) return dayLabel(from)
  if (yearLabel(from) !== yearLabel(to)) {
    return `${yearLabel(from)}${dayLabel(from)}—${yearLabel(to)}${dayLabel(to)}`
  }
  if (monthLabel(from) !== monthLabel(to)) return `${dayLabel(from)}—${dayLabel(to)}`
  return `${monthLabel(from)}${Number(from.slice(8))}${joint}${Number(to.slice(8))}日`
}
