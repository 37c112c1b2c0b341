import type { LedgerId } from '../ledgers/index.ts'
import type { NoneReason } from './figure.ts'

/** Units of what is counted one by one. */
export const COUNTED = ['条', '次', '件', '篇', '人', '个', '天', '项', '场', '班', '人次'] as const

/** Unit of a metric's value. `ratio` is a share of one; `money` is 分; `duration` and `hours` are seconds. */
export const UNITS = [
  ...COUNTED,
  ...(['ratio', 'points', 'money', 'duration', 'hours', 'stopRate'] as const),
] as const

export type Unit = (typeof UNITS)[number]

export const isUnit = (text: string): text is Unit => UNITS.some((unit) => unit === text)

/** Which direction is good; `none` where neither is. */
export type Better = 'up' | 'down' | 'none'

/**
 * How the value comes about. `sum` adds a ledger's measure over the period; `distinct` and
 * `quantile` read the values of a cut field; `last` is a stock, the latest of each `by` value;
 * `balance` is what came in less what went out since the ledger began; `standing` is the same of a
 * list, whose records hold from a day until another and so need no covered days; `since` is the days since
 * the measure was last above zero; `held` judges records that came in over the period by their limits
 * as they are set now, `judged` being those in time and those late; the rest divide or subtract other metrics.
 */
export type Formula =
  | ({
      readonly kind: 'sum'
      readonly ledger: LedgerId
      readonly measure: string
      readonly where?: Where
    } & Needing)
  | ({
      readonly kind: 'distinct'
      readonly ledger: LedgerId
      readonly measure: string
      readonly field: string
    } & Needing)
  | {
      readonly kind: 'quantile'
      readonly ledger: LedgerId
      readonly measure: string
      readonly field: string
      readonly quantile: number
    }
  | {
      readonly kind: 'last'
      readonly ledger: LedgerId
      readonly measure: string
      readonly by: string
    }
  | {
      readonly kind: 'balance'
      readonly ledger: LedgerId
      readonly opened: string
      readonly closed: string
    }
  | {
      readonly kind: 'standing'
      readonly ledger: LedgerId
      readonly opened: string
      readonly closed: string
    }
  | { readonly kind: 'since'; readonly ledger: LedgerId; readonly measure: string }
  | {
      readonly kind: 'held'
      readonly ledger: 'alerts' | 'petitions'
      readonly side: 'inTime' | 'late' | 'judged'
    }
  | {
      readonly kind: 'ratio'
      readonly top: string
      readonly bottom: string
      /** Said where there is nothing to divide by, when that is news of its own. */
      readonly overNothing?: NoneReason
    }
  | { readonly kind: 'difference'; readonly left: string; readonly right: string }
  | { readonly kind: 'assessed'; readonly stoppage: string; readonly filler: string }
  | { readonly kind: 'availability'; readonly stoppage: string; readonly due: string }
  | { readonly kind: 'stopRate'; readonly stoppage: string; readonly due: string }
  | { readonly kind: 'dueSeconds' }
  | { readonly kind: 'timeProgress' }

/** What is counted by a field that may be left empty. */
interface Needing {
  /**
   * The ledger's measure of the records that fill that field. Where the period has records and none of
   * them does, nothing is known of it: 未填写, never 0. The field of a `where` needs no such word.
   */
  readonly needs?: string
}

/** One cut field held to one code or word. */
export type Where = { readonly field: string; readonly value: string }

export interface Metric {
  readonly label: string
  readonly unit: Unit
  readonly better: Better
  /** 口径: what is counted and by which date, in one sentence. */
  readonly definition: string
  /** The published standard it follows, as a reader may look it up: `GY/T 264-2012`. */
  readonly source?: string
  readonly formula: Formula
  /** `year` figures run from 1 January to the period's end, whatever its length. */
  readonly span?: 'period' | 'year'
  /** Cut fields the value can be broken down by. */
  readonly by?: readonly string[]
  /** Other ledgers that count the same thing; compared, never added. */
  readonly also?: readonly { readonly ledger: LedgerId; readonly measure: string }[]
  /** Names under which reports state this figure. */
  readonly statedAs?: readonly string[]
}

/** The metrics a formula is worked out from, in its order; none where it reads a ledger or the calendar itself. */
export function partNames(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'ratio':
      return [formula.top, formula.bottom]
    case 'difference':
      return [formula.left, formula.right]
    case 'assessed':
      return [formula.stoppage, formula.filler]
    case 'availability':
    case 'stopRate':
      return [formula.stoppage, formula.due]
    default:
      return []
  }
}

export const defineMetric = <const M extends Metric>(metric: M): Metric => metric
