import type { Answer } from '#shared/contract/figures.ts'
import { figurePhrase } from '#shared/headlines/phrases.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import { valueWords } from '#shared/headlines/figure-words.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import type { Unit } from '#shared/metrics/define.ts'
import { valueOf, type Figure } from '#shared/metrics/figure.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import { qualifierOf } from '#shared/metrics/qualifiers.ts'
import { monthLabel } from '#shared/time/words.ts'
import { markColumn, NO_MARKS } from './month-marks.ts'
import type { ChartTable } from './table.ts'
import type { ChartTheme } from './theme.ts'

/** One part of the whole, month by month; null is a gap, never a zero. */
export interface StackSeries {
  readonly value: string
  readonly label: string
  readonly colour: string
  readonly values: readonly (number | null)[]
}

/** A year's months, each split into at most six parts, beside the whole of the year before. */
export interface Stack {
  readonly unit: Unit
  readonly months: readonly string[]
  /** Months that are not over, or not wholly covered. */
  readonly partial: readonly boolean[]
  readonly series: readonly StackSeries[]
  /** The whole of the same month last year. */
  readonly before: readonly (number | null)[]
}

const MOST_PARTS = 6
const REST = '其他'
const UNSPLIT = '未分项'

type Months = Answer['months']

/** The months of an answer as parts: the six largest, or five and 其他. */
export function stackOf({ metric, months, monthsBefore }: Answer, theme: ChartTheme): Stack {
  const values = partOrder(metric, months)
  const kept = values.length > MOST_PARTS ? values.slice(0, MOST_PARTS - 1) : values
  const single = { value: '', label: metricOf(metric).label, values: wholes(months) }
  const series = values.length === 0 ? [single] : partSeries(metric, months, values, kept)
  return {
    unit: metricOf(metric).unit,
    months: months.map(({ at }) => at),
    partial: months.map(({ figure }) => figure.state === 'counted' && !figure.complete),
    series: series.map((one, i) => ({ ...one, colour: colourOf(one, i, theme) })),
    before: wholes(monthsBefore),
  }
}

const wholes = (months: Months): (number | null)[] => months.map(({ figure }) => valueOf(figure))

function partSeries(
  metric: MetricId,
  months: Months,
  values: readonly string[],
  kept: readonly string[],
): Omit<StackSeries, 'colour'>[] {
  const rest = values.filter((value) => !kept.includes(value))
  const sumOf = (names: readonly string[]) =>
    months.map(({ parts }) => {
      const sizes = parts.flatMap((part) => (names.includes(part.value) ? (part.amount ?? []) : []))
      return sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0)
    })
  const unsplit = months.map(({ figure, parts }) => (parts.length === 0 ? valueOf(figure) : null))
  return [
    ...kept.map((value) => ({ value, label: partWord(metric, value), values: sumOf([value]) })),
    ...(rest.length > 0 ? [{ value: REST, label: REST, values: sumOf(rest) }] : []),
    ...(unsplit.some((size) => size !== null)
      ? [{ value: UNSPLIT, label: UNSPLIT, values: unsplit }]
      : []),
  ]
}

/** Codes in their dictionary's order, names by the year's size. */
function partOrder(metric: MetricId, months: Months): string[] {
  const sizes = new Map<string, number>()
  for (const { parts } of months) {
    for (const { value, amount } of parts) {
      sizes.set(value, (sizes.get(value) ?? 0) + (amount ?? 0))
    }
  }
  const present = [...sizes].filter(([, size]) => size > 0)
  const codes = codesOf(metric)
  const place = (value: string) => (codes.includes(value) ? codes.indexOf(value) : codes.length)
  return present
    .sort(([a, x], [b, y]) => place(a) - place(b) || y - x || a.localeCompare(b))
    .map(([value]) => value)
}

function codesOf(metric: MetricId): string[] {
  const { formula, by = [] } = metricOf(metric)
  if (!('ledger' in formula)) return []
  const { fields } = ledgerOf(formula.ledger)
  return by.flatMap((field) => Object.keys(fields[field]?.options ?? {}))
}

function colourOf(
  { value }: { value: string },
  index: number,
  { codes, parts }: ChartTheme,
): string {
  const last = parts.at(-1) ?? ''
  if (value === REST || value === UNSPLIT) return last
  return codes[value] ?? parts[index] ?? last
}

/** The same figures as text; a missing one says why. */
export function stackTable(
  answer: Answer,
  { unit, months, series }: Stack,
  marks = NO_MARKS,
): ChartTable {
  const said = markColumn(months, marks)
  const cell = (value: number | null) => (value === null ? '—' : valueWords(value, unit).text)
  const hasParts = series.length > 1
  return {
    columns: [
      '月份',
      ...(hasParts ? series.map(({ label }) => label) : []),
      '合计',
      '上年同月',
      ...(said ? ['说明'] : []),
    ],
    rows: months.map((month, i) => {
      const figure = answer.months[i]?.figure
      const isPartial = figure?.state === 'counted' && !figure.complete
      return [
        `${monthLabel(month)}${isPartial ? '（未满）' : ''}`,
        ...(hasParts ? series.map(({ values }) => cell(values[i] ?? null)) : []),
        figure ? figureCell(figure, unit) : '—',
        beforeCell(answer.monthsBefore[i]?.figure, unit),
        ...(said ? [said[i] ?? ''] : []),
      ]
    }),
  }
}

/** The same month of the year before; without a figure only a dash. */
export const beforeCell = (figure: Figure | undefined, unit: Unit): string =>
  figure && figure.state !== 'none' ? figureCell(figure, unit) : '—'

/** A figure as it stands in a table: a vague one keeps its wording or its word, a missing one says why. */
export function figureCell(figure: Figure, unit: Unit): string {
  if (figure.state === 'none' || qualifierOf(figure) !== 'exact') return figurePhrase(figure, unit)
  return valueWords(figure.value, unit).text
}
