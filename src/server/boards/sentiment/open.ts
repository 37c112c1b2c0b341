import type { OpenAlerts } from '#shared/contract/sentiment.ts'
import { secondsBetween } from '#shared/time/clock.ts'
import { addDays, EARLIEST } from '#shared/time/day.ts'
import type { BoardScope } from '../scope.ts'
import { LISTED_CELLS, timedAlert } from './timed-alert.ts'

const SHOWN = 20
const DAY = 86_400
/** Ends of the ages in days; the last age has none. */
const AGES = [1, 3, 7] as const

/** Alerts that were open at the period's end, or are now, by how long, and the oldest of them. */
export async function openAlerts(scope: BoardScope): Promise<OpenAlerts> {
  const { store, now, period } = scope
  const end = `${period.to}T23:59`
  const at = end < now ? end : now
  const isOpen = { field: 'closedAt', from: addDays(period.to, 1), orEmpty: true }
  const found = (from: string) => ({ field: 'alertedAt', from, to: period.to })
  const sort = { field: 'alertedAt', descending: false }
  const [all, recent, oldest] = await Promise.all([
    store.records({
      ledger: 'alerts',
      filters: [found(EARLIEST), isOpen],
      sort,
      offset: 0,
      limit: 1,
    }),
    store.cells({
      ledger: 'alerts',
      fields: ['alertedAt'],
      filters: [found(addDays(at.slice(0, 10), -AGES[2])), isOpen],
    }),
    store.cells({
      ledger: 'alerts',
      fields: LISTED_CELLS,
      filters: [found(EARLIEST), isOpen],
      sort,
      limit: SHOWN,
    }),
  ])
  const ages = recent.map(({ alertedAt }) => secondsBetween(String(alertedAt), at) / DAY)
  const younger = (days: number): number => ages.filter((age) => age < days).length
  const [one, three, seven] = [younger(AGES[0]), younger(AGES[1]), younger(AGES[2])]
  return {
    at,
    total: all.total,
    ages: [one, three - one, seven - three, all.total - seven],
    alerts: oldest.map((row) => timedAlert(row, scope, at)),
  }
}
