import type { LedgerId } from '../ledgers/index.ts'
import type { Day } from '../time/day.ts'
import type { Interval } from '../time/period.ts'
import type { DueHours } from './safety/due-hours.ts'
import type { TimeProgressRule } from './formulas.ts'
import type { HeldReader } from './held-book.ts'
import type { MetricId } from './index.ts'
import type { StatedRecord } from './stated.ts'
import type { ReadSums } from './tally.ts'

/** All a figure depends on, besides the sums it asks for. */
export interface Facts {
  readonly read: ReadSums
  /** Days each ledger is whole for, merged and sorted. */
  readonly coverage: Readonly<Partial<Record<LedgerId, readonly Interval[]>>>
  readonly stated: readonly StatedRecord[]
  readonly today: Day
  readonly due: DueHours
  readonly timeProgress: TimeProgressRule
  /** Who was in time, as it stands now. */
  readonly held: HeldReader
  /** Months within it are read at once; figures outside cost a question each. */
  readonly span: Interval
  /** Metrics whoever asks has no right to see; all are seen where it is left out. */
  readonly denies?: (metric: MetricId) => boolean
}
