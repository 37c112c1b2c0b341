import type { Amount } from '../amounts.ts'
import { metricOf, type MetricId } from '../metrics/index.ts'
import { inUnit } from '../metrics/stated.ts'

/** Units people use for the same things. */
const SAME: readonly (readonly string[])[] = [
  ['条', '篇', '件', '起'],
  ['次', '人次', '场次', '起'],
  ['次', '场', '期'],
  ['个', '项', '处'],
  ['人', '名'],
]

/** Whether a number in its unit can be of a metric: 7起 are faults, 48次 are no items adopted. */
export function fits({ value, unit }: Amount, metric: MetricId): boolean {
  const own = metricOf(metric).unit
  if (own === 'money') return unit.endsWith('元')
  if (own === 'ratio') return unit === '%'
  if (own === 'points') return unit.endsWith('百分点')
  if (own === 'duration') return unit === '秒'
  const isSame = unit === own || SAME.some((units) => units.includes(unit) && units.includes(own))
  return isSame && inUnit(value, unit, own) !== null
}
