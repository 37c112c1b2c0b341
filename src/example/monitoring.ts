import type { Row } from '#shared/ledgers/define.ts'
import { dutyOfficer } from './alerts.ts'
import { createRandom } from './random.ts'
import { monthsOfYear, spread } from './rhythm.ts'

/** 舆情监测日报: 70,838 monitored in 2024; each day's alerts are those of the alerts ledger. */
export function exampleMonitoring(alerts: readonly Row[]): Row[] {
  const random = createRandom(20_231_004)
  const onDay = countByDay(alerts)
  return YEARS.flatMap(({ year, months }) =>
    monthsOfYear(year).flatMap((month, n) =>
      spread(months[n] ?? 0, month, random).map(({ day, count }) => ({
        day,
        monitored: count,
        alerted: onDay.get(day) ?? 0,
        forwarded: onDay.get(`${day} forwarded`) ?? 0,
        pushed: onDay.get(`${day} pushed`) ?? 0,
        dutyOfficer: dutyOfficer(day),
      })),
    ),
  )
}

const YEARS = [
  {
    year: 2023,
    months: [5012, 4306, 5078, 5019, 5186, 5093, 5274, 5341, 5297, 6382, 5241, 5186],
  },
  {
    year: 2024,
    months: [5704, 4812, 5748, 5690, 5903, 5786, 6012, 6105, 6041, 7486, 5896, 5655],
  },
] as const

/** Alerts under their day, and under their day and handling. */
function countByDay(alerts: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { alertedAt, handling } of alerts) {
    const day = String(alertedAt).slice(0, 10)
    for (const key of [day, `${day} ${handling}`]) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
