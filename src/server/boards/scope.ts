import type { Settings } from '#shared/contract/settings.ts'
import { boardSpan, evaluator, type Evaluator } from '#shared/metrics/evaluate.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { ledgersBehind } from '#shared/metrics/ledgers-behind.ts'
import { tallyReader, type TallyReader } from '#shared/metrics/tally.ts'
import type { Day } from '#shared/time/day.ts'
import type { Period } from '#shared/time/period.ts'
import { stateAt } from '../facts.ts'
import type { Moment, Snapshot } from '../snapshot.ts'
import { countedStore } from '../review/counted-store.ts'
import type { ReviewFacts } from '../review/review-facts.ts'
import { CLOCK, openFooting, type Footing } from '../standing/footing.ts'
import type { State } from '../standing/keeper.ts'
import { notedHeld, notedReads, notedSums, type Reads } from '../standing/noted-reads.ts'
import type { Store } from '../store/store.ts'

/**
 * What a section of a page is made from: one moment of the desk and one period. Figures come from
 * `evaluate`, kept sums from `tallies` and `store.sums`, a few records from `store`.
 */
export interface BoardScope {
  /** Its `sums` are the snapshot's. */
  readonly store: Reads
  readonly snapshot: Snapshot
  readonly settings: Settings
  readonly today: Day
  readonly period: Period
  /** The period's last day, or today while it runs. */
  readonly end: Day
  readonly evaluate: Evaluator
  readonly review: ReviewFacts
  readonly tallies: TallyReader
  readonly state: State
  /** Names what is seen, in every state of the desk. */
  readonly of: object
  /** What all of it was read from; the same as `state` to whoever works a part of it out. */
  readonly footing: Footing
  /** Now in the centre's zone, `YYYY-MM-DDTHH:mm`: what asks for it holds no longer than a minute. */
  now(): string
  /** The same moment and period on a footing of its own. */
  on(footing: Footing): BoardScope
}

type OfStore = Pick<Store, 'records' | 'cells' | 'sumOf' | 'words' | 'origins'>

/** What a page is made from at one moment of the desk. */
export function scopeOf(
  store: OfStore,
  moment: Moment,
  period: Period,
  footing = openFooting(),
): BoardScope {
  const counted = countedStore(store, moment.snapshot.review)
  const of = moment.snapshot.of.counted
  const on = (own: Footing) => scopeOf(store, moment, period, own)
  return scopeOver(counted, { moment, period, footing, of, on })
}

/** With the records that do not count before they are reviewed: those need checking most. */
export function unfilteredScopeOf(
  store: OfStore,
  moment: Moment,
  period: Period,
  footing = openFooting(),
): BoardScope {
  const of = moment.snapshot.of.unfiltered
  const on = (own: Footing) => unfilteredScopeOf(store, moment, period, own)
  return scopeOver(store, { moment, period, footing, of, on })
}

interface ScopeParts extends Pick<BoardScope, 'period' | 'footing' | 'of' | 'on'> {
  readonly moment: Moment
}

function scopeOver(store: OfStore, { moment, period, footing, of, on }: ScopeParts): BoardScope {
  const { snapshot, now } = moment
  const span = boardSpan(period)
  const today = now.slice(0, 10)
  const { sums, held, review, sight } = snapshot
  // What is seen of other people's records moves with lists that no question names.
  if (sight) footing.noteAll()
  const reads = notedReads({ ...store, sums }, footing)
  const pending = async (ledger: LedgerId) => notedSums(await review.pending(ledger), footing)
  const noted = { ...snapshot, sums: reads.sums, held: notedHeld(held, footing) }
  return {
    store: reads,
    snapshot,
    settings: snapshot.settings,
    today,
    period,
    end: period.to < today ? period.to : today,
    evaluate: evaluatorFor(noted, now, span),
    tallies: tallyReader(reads.sums, span),
    state: stateAt(moment),
    of,
    review: { ...review, pending },
    footing,
    now() {
      footing.noteClock(CLOCK.minute)
      return now
    },
    on,
  }
}

/** The end of a period that is over, else now. */
export const momentWithin = ({ period, today, now }: BoardScope): string =>
  period.to < today ? `${period.to}T23:59` : now()

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
