import type { Answer } from '#shared/contract/figures.ts'
import type { Change, Figure } from '#shared/metrics/figure.ts'
import { none } from '#shared/metrics/figure.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import { parsePeriod, type Period } from '#shared/time/period.ts'

/** A period by its key. */
export function periodAt(key: string): Period {
  const period = parsePeriod(key)
  if (!period) throw new Error(`not a period: ${key}`)
  return period
}

const counting = (value: number, complete: boolean, to: string): Figure => ({
  state: 'counted',
  value,
  complete,
  from: '2024-01-01',
  to,
  blank: 0,
})

/** A figure that the ledgers cover wholly. */
export const counted = (value: number): Figure => counting(value, true, '2024-12-31')

/** A figure of a period that still runs, or is covered only up to a day. */
export const countedUntil = (to: string, value: number): Figure => counting(value, false, to)

/** A figure somebody stated, as it was written. */
export const stated = (value: number, wording: string, qualifier = 'exact'): Figure => ({
  state: 'stated',
  value,
  complete: true,
  qualifier,
  wording,
  source: '报告',
  record: 's1',
})

/** An answer to one question, with nothing but its figure unless more is given. */
export const answerOf = (
  metric: MetricId,
  period: string,
  figure: Figure,
  rest: Partial<Answer> = {},
): Answer => ({
  metric,
  by: null,
  period: periodAt(period),
  figure,
  yoy: null,
  mom: null,
  parts: [],
  months: [],
  monthsBefore: [],
  stated: [],
  quoted: [],
  targets: [],
  ...rest,
})

/** Parts by their code or name. */
export const partsOf = (sizes: Readonly<Record<string, number>>): Answer['parts'] =>
  Object.entries(sizes).map(([value, size]) => ({ value, figure: counted(size) }))

/** Parts of a month by their code or name. */
export const amountsOf = (
  sizes: Readonly<Record<string, number | null>>,
): Answer['months'][number]['parts'] =>
  Object.entries(sizes).map(([value, amount]) => ({ value, amount }))

/** The twelve months of a year: numbers are counted, null is 未登记, months left out have not begun. */
export const monthsOfYear = (
  year: number,
  values: readonly (number | null | Figure)[],
): Answer['months'] =>
  Array.from({ length: 12 }, (_, i) => ({
    at: `${year}-${String(i + 1).padStart(2, '0')}`,
    figure: monthFigure(values[i]),
    parts: [],
  }))

function monthFigure(value: number | null | Figure | undefined): Figure {
  if (value === undefined) return none('notYet')
  if (value === null) return none('notCovered')
  return typeof value === 'number' ? counted(value) : value
}

/** A change against the whole period of the same length. */
export const compared = (change: Change): NonNullable<Answer['yoy']> => ({
  change,
  period: periodAt('2024-10'),
  against: periodAt('2023-10'),
  isCut: false,
})
