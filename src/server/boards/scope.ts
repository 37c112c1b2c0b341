import type { Settings } from '#shared/contract/settings.ts'
import { boardSpan, evaluator, type Evaluator } from '#shared/metrics/evaluate.ts'
import { ledgersBehind } from '#shared/metrics/ledgers-behind.ts'
import { tallyReader, type ReadSums, type TallyReader } from '#shared/metrics/tally.ts'
import type { Day } from '#shared/time/day.ts'
import type { Period } from '#shared/time/period.ts'
import type { Moment, Snapshot } from '../facts.ts'
import { countedStore } from '../review/counted-store.ts'
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

/** What a page is made from at one moment of the desk. */
export function scopeOf(store: Store, { snapshot, now }: Moment, period: Period): BoardScope {
  const span = boardSpan(period)
  const today = now.slice(0, 10)
  return {
    store: { ...countedStore(store, snapshot.review), sums: snapshot.sums },
    snapshot,
    settings: snapshot.settings,
    today,
    now,
    period,
    end: period.to < today ? period.to : today,
    evaluate: evaluatorFor(snapshot, now, span),
    tallies: tallyReader(snapshot.sums, span),
  }
}

/** With the records that do not count before they are reviewed: those need checking most. */
export const unfiltered = (store: Store, scope: BoardScope): BoardScope => ({
  ...scope,
  store: { ...store, sums: scope.snapshot.sums },
})

/** Figures of one moment of the desk; months within `span` are read at once. */
export function evaluatorFor(
  { settings, coverage, stated, sums, due, held, sight }: Snapshot,
  now: string,
  span: ReturnType<typeof boardSpan>,
): Evaluator {
  return evaluator({
    read: sums,
    coverage,
    stated,
    today: now.slice(0, 10),
    held: held.at(now),
    due,
    timeProgress: settings.timeProgress,
    span,
    ...(sight && {
      denies: (metric) => ledgersBehind(metric).some((ledger) => sight.reach(ledger) === null),
    }),
  })
}
