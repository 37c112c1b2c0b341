import type { RouteLocationRaw } from 'vue-router'
import type { Where } from '#shared/metrics/define.ts'
import type { Period } from '#shared/time/period.ts'
import { drillTo } from './drill.ts'
import { recordsBehind } from './records-behind.ts'

/** The list of uses over a period, of all or of one part: what 采用 counts. */
export const usesTo = (period: Period, part?: Where): RouteLocationRaw =>
  drillTo('adopted', period, part) ?? { name: 'ledger', params: { ledger: 'adoptions' } }

/** The uses that have neither link nor file, of all levels or of one. */
export function lackingTo(period: Period, level?: string): RouteLocationRaw {
  const [behind] = recordsBehind('adopted', period, { field: 'evidenced', value: '' })
  const where = level === undefined ? '' : `,level:${encodeURIComponent(level)}`
  return {
    name: 'ledger',
    params: { ledger: 'adoptions' },
    query: { ...behind?.query, where: `${behind?.query.where ?? ''}${where}` },
  }
}

/** The submissions over a period, of all or of one part. */
export const submissionsTo = (period: Period, part?: Where): RouteLocationRaw =>
  drillTo('submitted', period, part) ?? { name: 'ledger', params: { ledger: 'submissions' } }

/** One record of 上级采用台账. */
export const useTo = (id: string): RouteLocationRaw => ({
  name: 'ledger',
  params: { ledger: 'adoptions' },
  query: { record: id },
})
