import type { Answer } from '../contract/figures.ts'
import { metricOf } from '../metrics/index.ts'
import { valueLine } from './figure-words.ts'
import { partWord } from './part-words.ts'
import { answerTitle } from './titles.ts'

/**
 * The finding over small charts of months: the part that has changed most against the same whole
 * months of last year. The plain figure where no month can be compared, or nothing changed.
 */
export function partMonthsTitle(answer: Answer): string {
  const { metric, months, monthsBefore } = answer
  const { unit, formula } = metricOf(metric)
  const compared = months.flatMap((month, i) => {
    const before = monthsBefore[i]
    const isWhole = month.figure.state === 'counted' && month.figure.complete
    return isWhole && before && before.parts.length > 0 ? [{ month, before }] : []
  })
  if (formula.kind !== 'sum' || compared.length === 0) return answerTitle(answer)
  const changes = new Map<string, number>()
  for (const { month, before } of compared) {
    add(changes, month.parts, 1)
    add(changes, before.parts, -1)
  }
  const [largest] = [...changes].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
  if (!largest || largest[1] === 0) return answerTitle(answer)
  const [part, by] = largest
  const first = Number(compared[0]?.month.at.slice(5))
  const last = Number(compared.at(-1)?.month.at.slice(5))
  const isRow = last - first + 1 === compared.length
  const run = first === last ? `${first}月` : `${first}—${last}月`
  const span = isRow ? run : `可比的 ${compared.length} 个月`
  const turn = by > 0 ? '多' : '少'
  return `${partWord(metric, part)}${span}比上年同期${turn} ${valueLine(Math.abs(by), unit)}，变化最大`
}

function add(
  changes: Map<string, number>,
  parts: Answer['months'][number]['parts'],
  sign: 1 | -1,
): void {
  for (const { value, amount } of parts) {
    changes.set(value, (changes.get(value) ?? 0) + sign * (amount ?? 0))
  }
}
