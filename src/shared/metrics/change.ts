import type { Unit } from './define.ts'
import type { Change, Figure } from './figure.ts'
import { metricOf, type MetricId } from './index.ts'
import { derivedQualifier, qualifierOf } from './qualifiers.ts'

/** A figure that is there. */
export type Known = Exclude<Figure, { state: 'none' }>

/** The change from one figure to another; refused where one of them is missing or partial. */
export function changeOf(metric: MetricId, now: Figure, before: Figure): Change {
  if (now.state === 'none') return { kind: 'none', why: now.why }
  if (before.state === 'none') return { kind: 'none', why: before.why }
  if (!before.complete) return { kind: 'none', why: 'notWholeBefore' }
  const change = changeBetween(metricOf(metric).unit, now, before)
  const isAbout = derivedQualifier([now, before].map(qualifierOf)) !== 'exact'
  return isAbout ? { ...change, isAbout } : change
}

function changeBetween(unit: Unit, now: Known, before: Known): Exclude<Change, { kind: 'none' }> {
  const from = before.value
  if (unit === 'ratio') return { kind: 'points', points: (now.value - from) * 100, from }
  if (unit === 'points') return { kind: 'points', points: now.value - from, from }
  if (now.value === from) return { kind: 'same', from }
  if (unit === '天' || unit === 'stopRate')
    return { kind: 'amount', amount: now.value - from, from }
  if (from === 0) return { kind: 'new', amount: now.value }
  return { kind: 'percent', ratio: (now.value - from) / from, from }
}
