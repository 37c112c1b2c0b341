import type { StatedRecord } from '#shared/metrics/stated.ts'
import { monthOf, type Day } from '#shared/time/day.ts'
import { monthPeriod, type Period } from '#shared/time/period.ts'
import { spanNamed } from '#shared/time/span-named.ts'
import type { Snapshot } from './snapshot.ts'

/** The period a page opens on: the last month that has data, else the last stated one, else this month. */
export function openingPeriod({ desk, stated }: Snapshot, today: Day): Period {
  if (desk.lastMonth) return monthPeriod(desk.lastMonth)
  const last = stated.at(-1)
  return (last && periodOfStated(last)) ?? monthPeriod(monthOf(today))
}

/** The period a stated record speaks of, a whole month, quarter, half or year where it is one. */
export function periodOfStated({ row }: StatedRecord): Period {
  const from = String(row.periodFrom)
  const to = String(row.periodTo)
  const known = PERIODS.get(`${from}..${to}`)
  if (known) return known
  const period = spanNamed(from, to)
  if (PERIODS.size < MOST_PERIODS) PERIODS.set(`${from}..${to}`, period)
  return period
}

/** Periods that were stated before; a report states dozens of figures for one. */
const PERIODS = new Map<string, Period>()
const MOST_PERIODS = 5000
