import type { RouteLocationRaw } from 'vue-router'
import type { Where } from '#shared/metrics/define.ts'
import { isMetricId, metricOf, type MetricId } from '#shared/metrics/index.ts'
import { EARLIEST } from '#shared/time/day.ts'
import type { Period } from '#shared/time/period.ts'

/**
 * The list of records behind a figure, derived from the metric's formula: the same ledger, measure,
 * period and part, so that the list is as long as the figure says. Null where no record stands
 * behind it (序时进度, 应播时长).
 */
export function drillTo(metric: MetricId, period: Period, part?: Where): RouteLocationRaw | null {
  const { formula, span } = metricOf(metric)
  switch (formula.kind) {
    case 'sum': {
      const wheres = [formula.where, part].filter((where) => where !== undefined)
      return records(formula.ledger, {
        measure: formula.measure,
        p: period.key,
        ...(span === 'year' && { at: 'year' }),
        ...(wheres.length > 0 && { where: wheres.map(whereText).join(',') }),
      })
    }
    case 'distinct':
    case 'quantile':
    case 'last':
      return records(formula.ledger, { measure: formula.measure, p: period.key })
    case 'since':
      return records(formula.ledger, { measure: formula.measure, p: `${EARLIEST}..${period.to}` })
    case 'balance':
      return records(formula.ledger, {
        measure: formula.opened,
        at: 'open',
        until: formula.closed,
        p: period.key,
      })
    case 'held':
      return { name: 'sentiment', query: { p: period.key }, hash: `#${HELD_LISTS[formula.ledger]}` }
    case 'ratio':
      return named(formula.top, period, part)
    case 'difference':
      return named(formula.left, period, part)
    case 'assessed':
    case 'availability':
    case 'stopRate':
      return named(formula.stoppage, period, part)
    case 'dueSeconds':
    case 'timeProgress':
      return null
  }
}

/** Who is late depends on the settings and the clock, so those lists stand on the page itself. */
const HELD_LISTS = { alerts: 'late-alerts', petitions: 'late-petitions' } as const

const named = (name: string, period: Period, part?: Where): RouteLocationRaw | null =>
  isMetricId(name) ? drillTo(name, period, part) : null

const whereText = ({ field, value }: Where): string => `${field}:${encodeURIComponent(value)}`

const records = (ledger: string, query: Record<string, string>): RouteLocationRaw => ({
  name: 'ledger',
  params: { ledger },
  query,
})
