import type { Disagreement } from '../contract/reconcile.ts'
import { isUnit } from '../metrics/define.ts'
import { fenToWan } from '../money.ts'
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
  const say = (value: number) => amountWords(value, unit)
  const stated = /\d/.test(left.words) ? left.words : `${left.words} ${say(left.value)}`
  return `${periodLabel(period)}${label}：${stated}，${right.words} ${say(right.value)}，相差 ${say(Math.abs(difference))}。`
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

/** How far the left side is above (+) or below (−) the right one, and by how much of it: `+1 条（0.1%）`. */
export function differenceWords({
  difference,
  right,
  unit,
}: Pick<Disagreement, 'difference' | 'right' | 'unit'>): string {
  if (difference === 0) return '0'
  const amount = `${difference > 0 ? '+' : '−'}${amountWords(Math.abs(difference), unit)}`
  if (right.value === 0) return amount
  const share = valueWords(Math.abs(difference / right.value), 'ratio')
  return `${amount}（${share.text}${share.unit}）`
}
