import { ratio } from '../formulas.ts'

/** What a year end is foreseen from; amounts in whole 分. */
export interface PaidSoFar {
  /** Paid from 1 January to the end of the last whole month; null where it is not known. */
  readonly paid: number | null
  /** Whole months passed, 0 to 12. */
  readonly months: number
  /** The same line last year: paid by the end of the same month, and over the whole year. */
  readonly lastYear: { readonly paid: number; readonly whole: number } | null
}

/** Why nothing is foreseen. */
export const NO_FORECAST = ['over', 'unknown', 'tooEarly', 'nothingPaid', 'noLastYear'] as const
export type NoForecast = (typeof NO_FORECAST)[number]

export type Forecast =
  | { readonly state: 'foreseen'; readonly amount: number }
  | { readonly state: 'refused'; readonly why: NoForecast }

/** Fewer months than these say nothing of a year: money of a project comes by the quarter. */
const LEAST_MONTHS = 3
/** Below this share of last year's payments, small differences of timing would be blown up. */
const LEAST_SHARE = 0.2

/** 按月均: paid so far ÷ whole months × 12, rounded to the 分. Refused before three months are over. */
export function forecastByMonths({ paid, months }: PaidSoFar): Forecast {
  const refused = refusal(paid, months)
  if (refused) return { state: 'refused', why: refused }
  return { state: 'foreseen', amount: Math.round(((paid ?? 0) * 12) / months) }
}

/**
 * 按上年节奏: paid so far ÷ the share of last year's payments that had been made by the same month,
 * rounded to the 分. Refused where last year is not known or had paid less than a fifth by then.
 */
export function forecastByLastYear({ paid, months, lastYear }: PaidSoFar): Forecast {
  const refused = refusal(paid, months)
  if (refused) return { state: 'refused', why: refused }
  const share = lastYear && ratio(lastYear.paid, lastYear.whole)
  if (share === null || share < LEAST_SHARE) return { state: 'refused', why: 'noLastYear' }
  return { state: 'foreseen', amount: Math.round((paid ?? 0) / share) }
}

function refusal(paid: number | null, months: number): NoForecast | null {
  if (months >= 12) return 'over'
  if (paid === null) return 'unknown'
  if (months < LEAST_MONTHS) return 'tooEarly'
  return paid === 0 ? 'nothingPaid' : null
}
