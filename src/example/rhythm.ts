import { eachDay, firstDay, isoWeekday, lastDay, type Day, type Month } from '#shared/time/day.ts'
import type { Random } from './random.ts'

/** Months of a year, January first. */
export const monthsOfYear = (year: number): Month[] =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)

/** Whole parts of a total in proportion to the weights; they add up to it exactly. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (total * weight) / all)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((sum, part) => sum + part, 0)
  const nearest = exact.map((part, n) => ({ n, rest: part - Math.floor(part) }))
  nearest.sort((a, b) => b.rest - a.rest || a.n - b.n)
  for (const { n } of nearest.slice(0, left)) parts[n] = (parts[n] ?? 0) + 1
  return parts
}

/** A month's total over its days: weekends and holidays less, the county's anniversary more. */
export function spread(
  total: number,
  month: Month,
  random: Random,
): { readonly day: Day; readonly count: number }[] {
  const days = eachDay(firstDay(month), lastDay(month))
  const counts = apportion(
    total,
    days.map((day) => weight(day) * (0.85 + 0.3 * random.next())),
  )
  return days.map((day, n) => ({ day, count: counts[n] ?? 0 }))
}

/** 自治县成立40周年: the days around 5 October 2024. */
const ANNIVERSARY = { from: '2024-09-28', to: '2024-10-08' }

const HOLIDAYS: readonly { readonly from: Day; readonly to: Day; readonly weight: number }[] = [
  { from: '2023-01-01', to: '2023-01-02', weight: 0.6 },
  { from: '2023-01-21', to: '2023-01-27', weight: 0.4 },
  { from: '2023-04-05', to: '2023-04-05', weight: 0.6 },
  { from: '2023-04-29', to: '2023-05-03', weight: 0.6 },
  { from: '2023-06-22', to: '2023-06-24', weight: 0.6 },
  { from: '2023-09-29', to: '2023-10-06', weight: 0.8 },
  { from: '2024-01-01', to: '2024-01-01', weight: 0.6 },
  { from: '2024-02-10', to: '2024-02-17', weight: 0.4 },
  { from: '2024-04-04', to: '2024-04-06', weight: 0.6 },
  { from: '2024-05-01', to: '2024-05-05', weight: 0.6 },
  { from: '2024-06-08', to: '2024-06-10', weight: 0.6 },
  { from: '2024-09-15', to: '2024-09-17', weight: 0.6 },
]

function weight(day: Day): number {
  const within = ({ from, to }: { from: Day; to: Day }): boolean => from <= day && day <= to
  if (within(ANNIVERSARY)) return 1.5
  return HOLIDAYS.find(within)?.weight ?? (isoWeekday(day) > 5 ? 0.6 : 1)
}
