import { daysBetween, type Day } from '../../time/day.ts'
import { isSameWork } from './campaigns.ts'
import { quantile } from '../formulas.ts'

/**
 * Days from the first piece of the same title to the adoption; negative where it was adopted before
 * it was published here, null where no piece near that day carries the title (see MATCHED).
 */
export function lagOf(adoptedOn: Day, publishedOn: readonly Day[]): number | null {
  let first: Day | null = null
  for (const day of publishedOn)
    if (isSameWork(adoptedOn, day) && (first === null || day < first)) first = day
  return first === null ? null : daysBetween(first, adoptedOn)
}

/** Spans of days, both ends included, from the day of publishing to the longest that is matched. */
export const LAG_SPANS = {
  '0': { from: 0, to: 0, label: '当天' },
  '1': { from: 1, to: 1, label: '1 天' },
  '2-3': { from: 2, to: 3, label: '2–3 天' },
  '4-7': { from: 4, to: 7, label: '4–7 天' },
  '8-14': { from: 8, to: 14, label: '8–14 天' },
  '15-30': { from: 15, to: 30, label: '15–30 天' },
  '31-60': { from: 31, to: 60, label: '31–60 天' },
} as const

export type LagSpan = keyof typeof LAG_SPANS

export const LAG_SPAN_IDS = Object.keys(LAG_SPANS)
  .filter(isLagSpan)
  .sort((a, b) => LAG_SPANS[a].from - LAG_SPANS[b].from)

export function isLagSpan(text: string): text is LagSpan {
  return Object.hasOwn(LAG_SPANS, text)
}

/** The span a lag falls into; a half day (a median) counts to the day begun. Null before publishing. */
export const lagSpanOf = (days: number): LagSpan | null =>
  days < 0 ? null : (LAG_SPAN_IDS.find((id) => days <= LAG_SPANS[id].to) ?? null)

/** What lags add up to; days. Quantiles are of those from the day of publishing on. */
export interface LagSummary {
  readonly all: number
  /** Adopted on the day of a piece of that title or after it. */
  readonly after: number
  readonly before: number
  readonly unmatched: number
  readonly median: number | null
  readonly p90: number | null
}

/** Median and 90th percentile as Excel's PERCENTILE.INC, with what is left out of them counted. */
export function lagSummary(lags: readonly (number | null)[]): LagSummary {
  const known = lags.filter((lag) => lag !== null)
  const after = known.filter((lag) => lag >= 0).map((value) => ({ value, records: 1 }))
  return {
    all: lags.length,
    after: after.length,
    before: known.length - after.length,
    unmatched: lags.length - known.length,
    median: quantile(after, 0.5),
    p90: quantile(after, 0.9),
  }
}
