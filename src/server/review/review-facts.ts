import { isLedgerId, LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { mainMeasure } from '#shared/records/main-measure.ts'
import {
  approvalsOf,
  isReviewAct,
  reviewStandings,
  type Approvals,
  type ReviewEvent,
  type ReviewStanding,
} from '#shared/records/review-states.ts'
import type { ReviewSettings } from '#shared/settings/review.ts'
import type { ReadSums } from '#shared/metrics/tally.ts'
import { keptWhile } from '../kept-while.ts'
import type { Batch, Revisions, Store } from '../store/store.ts'
import { pendingSums } from './pending-sums.ts'

/** How the review of data stands in one state of the desk. */
export interface ReviewFacts {
  readonly standings: ReadonlyMap<string, ReviewStanding>
  /** Ledgers of which something was ever submitted, or whose unreviewed records do not count. */
  readonly under: ReadonlySet<LedgerId>
  /** Ledgers whose unreviewed records do not count. */
  readonly leftOut: ReadonlySet<LedgerId>
  approvals(ledger: LedgerId): Approvals
  /** Sums of the unreviewed records alone. */
  pending(ledger: LedgerId): Promise<ReadSums>
}

/** Every event, oldest first. */
export async function reviewEvents(store: Pick<Store, 'records'>): Promise<ReviewEvent[]> {
  const sort = { field: 'id', descending: false }
  const { records } = await store.records({
    ledger: 'reviews',
    filters: [],
    sort,
    offset: 0,
    limit: MANY,
  })
  return records.flatMap(({ row, createdAt, createdBy }) => {
    const act = String(row.act)
    if (!isReviewAct(act)) return []
    const unit =
      row.of === null
        ? { kind: 'month' as const, ledger: String(row.ledger), month: String(row.month) }
        : { kind: 'batch' as const, batch: String(row.of) }
    const reason = String(row.reason ?? '')
    return [{ unit, number: Number(row.number), act, reason, at: createdAt, by: createdBy }]
  })
}

const MANY = 100_000

/** Reads how the review stands; sums of unreviewed records are kept until their ledger or a review changes. */
export function reviewReader(store: Store) {
  const kept = keptWhile<LedgerId, ReadSums>()
  return async function read(settings: ReviewSettings, revisions: Revisions): Promise<ReviewFacts> {
    const standings = reviewStandings(await reviewEvents(store))
    const units = [...standings.values()].map(({ unit }) => unit)
    const ids = units.flatMap((unit) => (unit.kind === 'batch' ? [unit.batch] : []))
    const batches = ids.length > 0 ? await store.batches({ ids }) : []
    const leftOut = new Set(settings.leftOut)
    const approvals = (ledger: LedgerId): Approvals =>
      approvalsOf(standings, ledger, mainMeasure(ledgerOf(ledger))?.on ?? null)
    return {
      standings,
      leftOut,
      under: new Set([...leftOut, ...ledgersReviewed(units, batches)]),
      approvals,
      pending: (ledger) =>
        kept(ledger, `${revisions[ledger]}.${revisions.reviews}`, () =>
          pendingSums(store, ledger, approvals(ledger)),
        ),
    }
  }
}

function ledgersReviewed(
  units: readonly ReviewStanding['unit'][],
  batches: readonly Batch[],
): LedgerId[] {
  const counts = new Map(batches.map(({ id, counts: by }) => [id, by]))
  const named = units.flatMap((unit) =>
    unit.kind === 'month' ? [unit.ledger] : Object.keys(counts.get(unit.batch) ?? {}),
  )
  return LEDGER_IDS.filter(
    (id) => isLedgerId(id) && ledgerOf(id).kind === 'book' && named.includes(id),
  )
}
