import type { Settings } from '#shared/contract/settings.ts'
import type { Evaluator } from '#shared/metrics/evaluate.ts'
import type { ReadSums, TallyReader } from '#shared/metrics/tally.ts'
import type { Day } from '#shared/time/day.ts'
import type { Period } from '#shared/time/period.ts'
import type { Snapshot } from '../facts.ts'
import type { Store } from '../store/store.ts'

/**
 * What a section of a page is made from: one moment of the desk and one period. Figures come from
 * `evaluate`, kept sums from `tallies` and `store.sums`, a few records from `store`.
 */
export interface BoardScope {
  /** Reads only; its `sums` are the snapshot's. */
  readonly store: Omit<Store, 'write' | 'close' | 'sums'> & { readonly sums: ReadSums }
  readonly snapshot: Snapshot
  readonly settings: Settings
  readonly today: Day
  /** Now in the centre's zone, `YYYY-MM-DDTHH:mm`. */
  readonly now: string
  readonly period: Period
  /** The period's last day, or today while it runs. */
  readonly end: Day
  readonly evaluate: Evaluator
  readonly tallies: TallyReader
}
