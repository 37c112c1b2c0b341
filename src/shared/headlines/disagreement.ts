import type { Disagreement } from '../contract/reconcile.ts'
import { isUnit } from '../metrics/define.ts'
import { fenToWan } from '../money.ts'
import { derivedQualifier, qualifierPrefix, readQualifier } from '../metrics/qualifiers.ts'
import { periodLabel } from '../time/words.ts'
import { valueWords } from './figure-words.ts'

/** A pair in one sentence: 2024年上级采用：填报 1,246条，台账合计 1,245 条，相差 1 条。 */
export function disagreementLine({
  label,
  period,
  left,
  right,
  difference,
  unit,
}: Pick<Disagreement, 'label' | 'period' | 'left' | 'right' | 'difference' | 'unit'>): string {
  const stated = /\d/.test(left.words) ? left.words : `${left.words} ${sideWords(left, unit)}`
  const apart = `${gapPrefix(left, right)}${amountWords(Math.abs(difference), unit)}`
  return `${periodLabel(period)}${label}：${stated}，${right.words} ${sideWords(right, unit)}，相差 ${apart}。`
}

/**
 * A value in a metric's unit, or in a unit a report wrote that no metric has. Money is not rounded:
 * two amounts that differ never read the same.
 */
export function amountWords(value: number, unit: string): string {
  if (!isUnit(unit)) return `${value} ${unit}`
  if (unit === 'money') return `${fenToWan(value)} 万元`
  const words = valueWords(value, unit)
  return words.unit === '' ? words.text : `${words.text} ${words.unit}`
}

/** A side's value, with the word that says how exact it is: `约 1,246 条`. */
export const sideWords = (side: Side, unit: string): string =>
  `${qualifierPrefix(exactness(side))}${amountWords(side.value, unit)}`

type Side = Disagreement['left']

const exactness = ({ qualifier = 'exact' }: Side) => readQualifier(qualifier)

const gapPrefix = (left: Side, right: Side): string =>
  qualifierPrefix(derivedQualifier([left, right].map(exactness)))

/** How far the left side is above (+) or below (−) the right one, and by how much of it: `+1 条（0.1%）`. */
export function differenceWords({
  difference,
  left,
  right,
  unit,
}: Pick<Disagreement, 'difference' | 'left' | 'right' | 'unit'>): string {
  if (difference === 0) return '0'
  const amount = `${gapPrefix(left, right)}${difference > 0 ? '+' : '−'}${amountWords(Math.abs(difference), unit)}`
  if (right.value === 0) return amount
  const share = valueWords(Math.abs(difference / right.value), 'ratio')
  return `${amount}（${share.text}${share.unit}）`
}
