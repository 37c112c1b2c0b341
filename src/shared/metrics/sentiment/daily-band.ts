import { quantile } from '../formulas.ts'

/** Days before a period that say what is typical: twelve weeks, so that weekdays weigh alike. */
export const BAND_DAYS = 84

/** With fewer days known nobody can say what is typical. */
export const FEWEST_DAYS = 28

/**
 * Between which eight of ten days lie: the 10th and 90th percentile (PERCENTILE.INC), rounded to
 * whole counts. Null of fewer than FEWEST_DAYS.
 */
export function dailyBand(values: readonly number[]): { low: number; high: number } | null {
  if (values.length < FEWEST_DAYS) return null
  const weighed = values.map((value) => ({ value, records: 1 }))
  const [low, high] = [quantile(weighed, 0.1), quantile(weighed, 0.9)]
  return low === null || high === null ? null : { low: Math.round(low), high: Math.round(high) }
}
