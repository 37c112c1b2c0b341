import type { Answer } from '#shared/contract/figures.ts'
import { percentText, valueLine } from '#shared/headlines/figure-words.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { metricOf } from '#shared/metrics/index.ts'
import {
  derivedQualifier,
  qualifierOf,
  qualifierPrefix,
  sumQualifier,
  type Qualifier,
} from '#shared/metrics/qualifiers.ts'
import { REST_KEY, type Bars, type Words } from './kinds.ts'
import { figureCell } from './stack.ts'
import type { ChartTable } from './table.ts'

const MOST_ROWS = 10

/**
 * The parts of an answer by size with their shares, those without a figure left out. Past `most`
 * the small ones become one row; of rates, which do not add up, they stay in the table only.
 */
export function ranking(answer: Answer, words: Words, most = MOST_ROWS): Bars {
  const { metric, parts } = answer
  const { unit } = metricOf(metric)
  const whole = wholeOf(answer)
  const row = (key: string, label: string, value: number, qualifier: Qualifier) => ({
    key,
    label,
    value,
    qualifier,
    text: `${qualifierPrefix(qualifier)}${valueLine(value, unit)}`,
    before: null,
    note: whole === null ? '' : shareText(value, qualifier, answer),
  })
  const ranked = parts
    .flatMap((part) => {
      const value = valueOf(part.figure)
      return value === null
        ? []
        : [row(part.value, partWord(metric, part.value), value, qualifierOf(part.figure))]
    })
    .sort((a, b) => b.value - a.value)
  if (ranked.length <= most || unit === 'ratio')
    return { ...words, unit, rows: ranked.slice(0, most) }
  const rest = ranked.slice(most - 1)
  const value = rest.reduce((sum, each) => sum + each.value, 0)
  const qualifier = sumQualifier(rest.map((each) => each.qualifier))
  const last = row(REST_KEY, `其他 ${rest.length} 项`, value, qualifier)
  return { ...words, unit, rows: [...ranked.slice(0, most - 1), last] }
}

/** Every part, none folded, with its share of the whole; what has no figure says why. */
export function rankingTable(answer: Answer): ChartTable {
  const { metric, parts } = answer
  const { label, unit } = metricOf(metric)
  const whole = wholeOf(answer)
  const sorted = [...parts].sort((a, b) => (valueOf(b.figure) ?? -1) - (valueOf(a.figure) ?? -1))
  return {
    columns: ['分项', label, ...(whole === null ? [] : ['占比'])],
    rows: sorted.map((part) => {
      const value = valueOf(part.figure)
      const cells = [partWord(metric, part.value), figureCell(part.figure, unit)]
      if (whole === null) return cells
      const share = value === null ? '—' : shareText(value, qualifierOf(part.figure), answer)
      return [...cells, share]
    }),
  }
}

/** A part's share of the whole in percent, `约` where one of them is only about right. */
function shareText(value: number, qualifier: Qualifier, answer: Answer): string {
  const of = derivedQualifier([qualifier, qualifierOf(answer.figure)])
  return `${qualifierPrefix(of)}${percentText(value / (wholeOf(answer) ?? Number.NaN))}%`
}

/** What the parts are shares of; null where they do not add up, or to nothing. */
function wholeOf({ metric, figure }: Answer): number | null {
  const { kind } = metricOf(metric).formula
  return kind === 'sum' || kind === 'last' ? valueOf(figure) || null : null
}
