import type { Daily } from '#shared/contract/sentiment.ts'
import { BAND_DAYS, dailyBand } from '#shared/metrics/sentiment/daily-band.ts'
import { addDays, eachDay } from '#shared/time/day.ts'
import type { BoardScope } from '../scope.ts'

/** As many days as a chart can show apart. */
const MOST_DAYS = 92

/** What was watched on each day of the period, beside what the twelve weeks before say is typical. */
export async function dailyVolume({ store, period, end }: BoardScope): Promise<Daily> {
  const earliest = addDays(end, 1 - MOST_DAYS)
  const first = period.from < earliest ? earliest : period.from
  const from = addDays(first, -BAND_DAYS)
  const rows = await store.sums({
    ledger: 'monitoring',
    measure: 'monitored',
    cut: [],
    from,
    to: end < from ? from : end,
    grain: 'day',
  })
  const sums = new Map(rows.flatMap(({ at, sum, records }) => (records > 0 ? [[at, sum]] : [])))
  const before = eachDay(from, addDays(first, -1)).flatMap((day) => sums.get(day) ?? [])
  return {
    isCut: first > period.from,
    days: eachDay(first, end).map((day) => ({ day, value: sums.get(day) ?? null })),
    band: dailyBand(before),
    known: before.length,
    lookedAt: BAND_DAYS,
  }
}
