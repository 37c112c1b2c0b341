import type { DocumentCell, DocumentTable } from '#shared/contract/documents.ts'
import type { Answer } from '#shared/contract/figures.ts'
import { percentText, valueLine } from '#shared/headlines/figure-words.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { cell, number, partOf, table } from './write.ts'

const MOST = 10

/** The parts of a figure with their share of it, largest first, the small ones in one row; none without parts. */
export function partsTable(
  caption: string,
  [label, amount]: readonly [string, string],
  answer: Answer | null,
): DocumentTable[] {
  if (!answer || answer.parts.length === 0) return []
  const whole = valueOf(answer.figure)
  const sized = answer.parts
    .map((part) => ({ ...part, size: valueOf(part.figure) }))
    .toSorted((a, b) => (b.size ?? -1) - (a.size ?? -1))
  const share = (size: number | null): string =>
    !whole || size === null ? '—' : `${percentText(size / whole)}%`
  const rows = sized
    .slice(0, MOST)
    .map(({ value, size }): DocumentCell[] => [
      cell(partWord(answer.metric, value)),
      number(partOf(answer, value)),
      number(share(size)),
    ])
  const others = sized.slice(MOST)
  const rest = others.reduce((sum, { size }) => sum + (size ?? 0), 0)
  const last: DocumentCell[] = [
    cell(`其余 ${others.length} 个`),
    number(valueLine(rest, metricOf(answer.metric).unit)),
    number(share(rest)),
  ]
  const columns = [
    { label, width: 50 },
    { label: amount, width: 30 },
    { label: '占比', width: 20 },
  ]
  return [table(caption, columns, others.length > 0 ? [...rows, last] : rows)]
}
