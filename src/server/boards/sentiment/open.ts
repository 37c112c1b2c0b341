import type { OpenAlerts } from '#shared/contract/sentiment.ts'
import { secondsBetween } from '#shared/time/clock.ts'
import { addDays, EARLIEST } from '#shared/time/day.ts'
import { rememberedRead } from '../remembered.ts'
import { momentWithin, type BoardScope } from '../scope.ts'
import { LISTED_CELLS, timedAlert } from './timed-alert.ts'

const SHOWN = 20
const DAY = 86_400
/** Ends of the ages in days; the last age has none. */
const AGES = [1, 3, 7] as const

/** Alerts that were open at the period's end, or are now, by how long, and the oldest of them. */
export async function openAlerts(scope: BoardScope): Promise<OpenAlerts> {
  const { period } = scope
  const at = momentWithin(scope)
  const { total, recent, oldest } = await openRows(scope, period)
  const ages = recent.map(({ alertedAt }) => secondsBetween(String(alertedAt), at) / DAY)
  const younger = (days: number): number => ages.filter((age) => age < days).length
  const [one, three, seven] = [younger(AGES[0]), younger(AGES[1]), younger(AGES[2])]
  return {
    at,
    total,
    ages: [one, three - one, seven - three, total - seven],
    alerts: oldest.map((row) => timedAlert(row, scope, at)),
  }
}

/** Read once a state of the desk: how many are open, those of the last days, and the oldest. */
const openRows = rememberedRead(async ({ store, end }: BoardScope, days) => {
  const isOpen = { field: 'closedAt', from: addDays(days.to, 1), orEmpty: true }
  const found = (from: string) => ({ field: 'alertedAt', from, to: days.to })
  const sort = { field: 'alertedAt', descending: false }
  const ask = { ledger: 'alerts', fields: LISTED_CELLS } as const
  const [all, recent, oldest] = await Promise.all([
    store.records({
      ledger: 'alerts',
      filters: [found(EARLIEST), isOpen],
      sort,
      offset: 0,
      limit: 1,
    }),
    store.cells({
      ...ask,
      fields: ['alertedAt'],
      filters: [found(addDays(end, -AGES[2])), isOpen],
    }),
    store.cells({ ...ask, filters: [found(EARLIEST), isOpen], sort, limit: SHOWN }),
  ])
  return { total: all.total, recent, oldest }
})
