import type { Desk, Marks } from '#shared/contract/boards.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/contract/settings.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { dueHours, type DueHours } from '#shared/metrics/safety/due-hours.ts'
import type { HeldBook } from '#shared/metrics/held-book.ts'
import type { StatedRecord } from '#shared/metrics/stated.ts'
import type { ReadSums } from '#shared/metrics/tally.ts'
import type { ReviewSettings } from '#shared/settings/review.ts'
import { dayInZone, monthOf, type Day, type Month } from '#shared/time/day.ts'
import { mergeIntervals, type Interval } from '#shared/time/period.ts'
import type { DeskContext } from './app.ts'
import { CALENDAR } from './boards/sentiment/working-calendar.ts'
import { rememberedSums } from './remembered-sums.ts'
import { countedStore } from './review/counted-store.ts'
import { sumsWithout } from './review/pending-sums.ts'
import type { ReviewFacts } from './review/review-facts.ts'
import type { Sight } from './seen/sight.ts'
import type { snapshotReads } from './snapshot-reads.ts'
import type { Moves } from './standing/moves.ts'
import type { Revisions } from './store/store.ts'

/** What every figure depends on besides sums; read anew only when something was written. */
export interface Snapshot {
  readonly revisions: Revisions & { readonly settings: number }
  readonly settings: Settings
  readonly coverage: Readonly<Partial<Record<LedgerId, readonly Interval[]>>>
  readonly stated: readonly StatedRecord[]
  /** Records of 目标, as kept. */
  readonly targets: readonly Row[]
  readonly marks: Marks
  readonly due: DueHours
  /** Who was in time, by the settings of this state of the desk. */
  readonly held: HeldBook
  /** Kept sums as they are in this state of the desk, each read once. */
  readonly sums: ReadSums
  readonly desk: Omit<Desk, 'today'>
  /** Closed months. */
  readonly closed: ReadonlySet<Month>
  readonly review: ReviewFacts
  /** What is seen of the desk; null where everything is. */
  readonly sight: Sight | null
  /** All of this beside sums, as one text: what was worked out in another frame holds no more. */
  readonly frame: string
  readonly moves: Moves
  /** Names what is seen, with or without what does not count yet, in every state of the desk. */
  readonly of: Readonly<Record<'counted' | 'unfiltered', object>>
}

/** The desk in one state at one time, `now` in the centre's zone as `YYYY-MM-DDTHH:mm`. */
export interface Moment {
  readonly snapshot: Snapshot
  readonly now: string
}

type ReadReview = (settings: ReviewSettings) => Promise<ReviewFacts>

interface SnapshotParts {
  readonly revisions: Snapshot['revisions']
  readonly sums: ReadSums
  readonly review: ReadReview
  readonly reads: ReturnType<typeof snapshotReads>
}

/** Reads a state of the desk; `sums` are those kept, before reviews. */
export async function readSnapshot(
  { store, clock, isDemo, sight }: DeskContext,
  { revisions, sums: kept, review: readReview, reads }: SnapshotParts,
): Promise<Omit<Snapshot, 'revisions' | 'moves' | 'of'>> {
  const [saved, examples, changedAt] = await Promise.all([
    store.settings(),
    store.batches({ kinds: ['example'] }),
    store.changedAt(),
  ])
  const settings = saved ?? DEFAULT_SETTINGS
  const review = await readReview(settings.review)
  const counted = countedStore(store, review)
  const [spans, stated, targets, marks, offAir, closed] = await Promise.all([
    store.covered(),
    reads.stated(revisions, counted),
    reads.targets(revisions),
    reads.marks(revisions),
    reads.offAir(revisions, counted),
    reads.closed(revisions),
  ])
  const coverage: Partial<Record<LedgerId, Interval[]>> = {}
  for (const ledger of LEDGER_IDS) {
    const own = spans.filter((span) => span.ledger === ledger)
    if (own.length > 0) coverage[ledger] = mergeIntervals(own)
  }
  const months = monthsWithData(coverage, dayInZone(clock(), settings.zone))
  const sums = rememberedSums(sumsWithout(kept, review.leftOut, review.pending))
  const hasExample = examples.some(({ state }) => state === 'loaded')
  const isEmpty = spans.length === 0 && stated.total === 0 && review.leftOut.size === 0
  return {
    frame: JSON.stringify([
      reads.stateOf(revisions),
      coverage,
      [...review.under],
      hasExample,
      isEmpty,
      months,
    ]),
    settings,
    coverage,
    stated: stated.records.map(({ id, row }) => ({ id, row })),
    targets,
    marks,
    due: dueHours({
      channels: settings.channels,
      schedules: settings.safety.schedules,
      offAir,
    }),
    held: await reads.held(revisions, sums, { limits: settings.sentiment, calendar: CALENDAR }),
    sums,
    closed,
    review,
    sight: sight ?? null,
    desk: {
      closedMonths: [...closed].toSorted(),
      underReview: [...review.under],
      centre: settings.centre,
      stripe: settings.stripe,
      zone: settings.zone,
      isEmpty,
      hasExample,
      isDemo,
      ...months,
      changedAt,
    },
  }
}

function monthsWithData(
  coverage: Readonly<Partial<Record<LedgerId, readonly Interval[]>>>,
  today: Day,
): { firstMonth: string | null; lastMonth: string | null } {
  const spans = LEDGER_IDS.filter((id) => ledgerOf(id).kind === 'book').flatMap(
    (id) => coverage[id] ?? [],
  )
  const begun = spans.filter((span) => span.from <= today)
  const first = begun.map((span) => span.from).toSorted()[0]
  const last = begun
    .map((span) => (span.to < today ? span.to : today))
    .toSorted()
    .at(-1)
  return { firstMonth: first ? monthOf(first) : null, lastMonth: last ? monthOf(last) : null }
}
