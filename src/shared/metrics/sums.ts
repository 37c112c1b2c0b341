import type { LedgerId } from '../ledgers/index.ts'
import type { Day } from '../time/day.ts'

/** Asks a store to add a measure up. `from` and `to` are inclusive days. */
export interface SumsQuery {
  readonly ledger: LedgerId
  readonly measure: string
  /** One of the ledger's cuts; empty for the total. */
  readonly cut: readonly string[]
  readonly from: Day
  readonly to: Day
  /**
   * `day`: records dated to the day only. `month`: whole months from `from`'s to `to`'s, with
   * records dated to the month or year as well. `all`: as `month`, but months are not told apart.
   */
  readonly grain: 'day' | 'month' | 'all'
}

export interface SumsRow {
  /** `YYYY-MM-DD`, `YYYY-MM`, or '' for grain `all`. */
  readonly at: string
  /** One word or code a cut field; '' where the record leaves it empty. */
  readonly values: readonly string[]
  readonly sum: number
  /** Records that hold a value and so are in `sum`. */
  readonly records: number
  /** Records that would belong but leave the value empty. */
  readonly blank: number
}
