import { ledgerOf } from '../ledgers/index.ts'
import { quantile } from './formulas.ts'
import { METRIC_IDS, metricOf } from './index.ts'

/** Whole counts and amounts by month: their parts leap with them, figures of the year grow by themselves. */
export const LEAP_METRICS = METRIC_IDS.flatMap((id) => {
  const { formula, span } = metricOf(id)
  if (formula.kind !== 'sum' || formula.where || span === 'year') return []
  const { ledger, measure } = formula
  const { sum } = ledgerOf(ledger).measures[measure] ?? {}
  return measure === 'records' || sum !== undefined ? [{ id, ledger, measure }] : []
})

/** What the months before make likely, and how far off a month is. */
export interface Leap {
  readonly low: number
  readonly high: number
  /** Robust deviations from the median; its sign is the direction. */
  readonly deviations: number
}

/** Beyond this many robust deviations a month is asked about (Iglewicz and Hoaglin 1993). */
const MOST = 3.5
/** What logs lose; a month right on the bound is not beyond it. */
const LOSS = 1e-9
/** Makes a median absolute deviation as wide as a standard deviation of normal values. */
const SCALE = 1.4826
/** Months nearly alike would make every change a leap; a quarter more or less is never asked about. */
const NARROWEST = Math.log(1.25) / MOST
/** With fewer months nobody can say what is usual. */
export const FEWEST_BEFORE = 6
/** Of small numbers a few more or less are a great share and say nothing. */
const SMALL = 10

/**
 * A month against those before it: median ± 3.5 scaled median absolute deviations of ln(value + 1).
 * Null where it lies within, where fewer than six months are known, or where the numbers are small.
 */
export function leapOf(value: number, before: readonly number[]): Leap | null {
  if (before.length < FEWEST_BEFORE) return null
  const logs = before.map((each) => Math.log(each + 1))
  const middle = medianOf(logs)
  // Mostly nothing before: the ledger is kept anew, which is no leap.
  if (middle === 0) return null
  if (Math.max(value, Math.exp(middle) - 1) < SMALL) return null
  const spread = medianOf(logs.map((log) => Math.abs(log - middle))) * SCALE
  const scale = Math.max(spread, NARROWEST)
  const deviations = (Math.log(value + 1) - middle) / scale
  if (Math.abs(deviations) <= MOST + LOSS) return null
  const bound = (side: number): number => Math.exp(middle + side * MOST * scale) - 1
  return { low: Math.max(0, bound(-1)), high: bound(1), deviations }
}

const medianOf = (values: readonly number[]): number =>
  quantile(
    values.map((value) => ({ value, records: 1 })),
    0.5,
  ) ?? 0
