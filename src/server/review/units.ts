import type { AskedUnit, ReviewAnswer } from '#shared/contract/review.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { isLedgerId, LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { mainMeasure } from '#shared/records/main-measure.ts'
import { monthPlace, type ReviewUnit } from '#shared/records/review-states.ts'
import { batchLedgers } from '#shared/rights/move-right.ts'
import type { Which } from '#shared/rights/right.ts'
import { firstDay, lastDay, type Month } from '#shared/time/day.ts'
import type { Snapshot } from '../snapshot.ts'
import { monthsText } from '../store/closed-gate.ts'
import { newestFirst } from '../store/batches.ts'
import type { Batch, Filter, Store } from '../store/store.ts'
import { reviewEvents } from './review-facts.ts'

type Answer = Pick<ReviewAnswer, 'standings' | 'reviews' | 'batches' | 'leftOut'>

/** Batches listed beside those that stand somewhere. */
const MOST_BATCHES = 50
/** Read at once while they are looked for. */
const PART = 200

/** How every unit stands, its events, and the batches that may be reviewed. */
export async function standingsAnswer(
  store: Store,
  { review, settings }: Pick<Snapshot, 'review' | 'settings'>,
): Promise<Answer> {
  const events = await reviewEvents(store)
  const moved = [...review.standings.values()].flatMap((standing) => {
    const unit = askedUnit(standing.unit)
    return unit ? [{ ...standing, unit }] : []
  })
  const since = await writtenSince(store, review.approvals, moved.filter(isApproved))
  const named = new Set(moved.flatMap(({ unit }) => (unit.kind === 'batch' ? [unit.batch] : [])))
  const shown = await reviewedBatches(store, named)
  return {
    standings: moved.map(({ unit, state, approvedAt }) => ({
      unit,
      state,
      writtenSince: approvedAt === null ? 0 : (since.get(keyOf(unit)) ?? 0),
    })),
    reviews: events.toReversed().flatMap(({ unit, act, reason, at, by }) => {
      const asked = askedUnit(unit)
      return asked ? [{ unit: asked, act, reason, at, by }] : []
    }),
    batches: shown.map(reviewedBatch),
    leftOut: [...settings.review.leftOut],
  }
}

function reviewedBatch(batch: Batch): Answer['batches'][number] {
  const { id, title, at, by, isCut = false } = batch
  return { id, title, at, by, isCut, records: recordsOf(batch), ledgers: booksOf(batch) }
}

/** Batches that stand somewhere, and the newest that brought records in. */
async function reviewedBatches(store: Store, named: ReadonlySet<string>): Promise<Batch[]> {
  const found = new Map((await store.batches({ ids: [...named] })).map((of) => [of.id, of]))
  let place: Batch | undefined
  for (let newest = 0; newest < MOST_BATCHES;) {
    const beyond = place && { at: place.at, id: place.id, way: 'older' as const }
    const part = await store.batches({ ...(beyond && { beyond }), limit: PART })
    const brought = part.filter((batch) => batch.state === 'loaded' && recordsOf(batch) > 0)
    for (const batch of brought.slice(0, MOST_BATCHES - newest)) found.set(batch.id, batch)
    newest += brought.length
    place = part.at(-1)
    if (part.length < PART) break
  }
  return [...found.values()].toSorted(newestFirst)
}

/** `发稿台账 2024年10月`, or a batch's title. Throws BATCH_NOT_FOUND. */
export async function unitName(store: Store, unit: AskedUnit): Promise<string> {
  if (unit.kind === 'month' && ledgerOf(unit.ledger).kind !== 'book')
    throw new DeskError('REQUEST_INVALID', ledgerOf(unit.ledger).label)
  if (unit.kind === 'month') return `${ledgerOf(unit.ledger).label} ${monthsText([unit.month])}`
  const batch = await store.batch(unit.batch)
  if (!batch) throw new DeskError('BATCH_NOT_FOUND', unit.batch)
  return `批次“${batch.title}”`
}

/** The ledgers over which moving a unit takes a right. Throws BATCH_NOT_FOUND. */
export async function unitLedgers(store: Store, unit: AskedUnit): Promise<readonly Which[]> {
  if (unit.kind === 'month') return [unit.ledger]
  const batch = await store.batch(unit.batch)
  if (!batch) throw new DeskError('BATCH_NOT_FOUND', unit.batch)
  return batchLedgers(reviewedBatch(batch))
}

/**
 * Throws MONTH_CLOSED where moving a batch would move figures of a closed month: a ledger counts by its
 * review. Months of a ledger are held by the store itself.
 */
export async function mustBeOpen(
  store: Store,
  unit: AskedUnit,
  {
    closed,
    leftOut,
    among = () => [],
  }: {
    closed: ReadonlySet<Month>
    leftOut: ReadonlySet<LedgerId>
    /** Which of its records count here; all without. */
    among?: (ledger: LedgerId) => readonly Filter[]
  },
): Promise<void> {
  if (unit.kind === 'month') return
  for (const ledger of leftOut)
    for (const month of closed) {
      const dated = within(ledger, month)
      if (dated === null) continue
      const filters = [...dated, ...among(ledger)]
      const sort = { field: 'id', descending: false }
      const query = { ledger, filters, batch: unit.batch, sort, offset: 0, limit: 1 }
      if ((await store.records(query)).total > 0)
        throw new DeskError('MONTH_CLOSED', monthsText([month]))
    }
}

interface Moved {
  readonly unit: AskedUnit
  readonly approvedAt: string | null
}

const isApproved = ({ approvedAt }: Moved): boolean => approvedAt !== null

/** Records of reviewed units that were written since, by unit. */
async function writtenSince(
  store: Store,
  approvals: Snapshot['review']['approvals'],
  moved: readonly Moved[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const ledger of LEDGER_IDS) {
    const on = mainMeasure(ledgerOf(ledger))?.on
    const months = moved.some(({ unit }) => unit.kind === 'month' && unit.ledger === ledger)
    if (on === undefined || !months) continue
    const filters = [{ field: 'id', approved: { by: approvals(ledger), is: false } }]
    for (const row of await store.cells({ ledger, fields: [on], filters }))
      count(found, `${ledger} ${monthPlace(String(row[on] ?? ''))}`)
  }
  for (const { unit, approvedAt } of moved) {
    if (unit.kind !== 'batch' || approvedAt === null) continue
    const by = { on: null, months: [], batches: [{ batch: unit.batch, at: approvedAt }] }
    const counts = (await store.batch(unit.batch))?.counts ?? {}
    for (const ledger of Object.keys(counts).filter(isLedgerId)) {
      if (ledgerOf(ledger).kind !== 'book') continue
      const filters = [{ field: 'id', approved: { by, is: false } }]
      const sort = { field: 'id', descending: false }
      const query = { ledger, filters, batch: unit.batch, sort, offset: 0, limit: 1 }
      count(found, keyOf(unit), (await store.records(query)).total)
    }
  }
  return found
}

function count(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

const keyOf = (unit: AskedUnit): string =>
  unit.kind === 'month' ? `${unit.ledger} ${unit.month}` : `batch ${unit.batch}`

function within(ledger: LedgerId, month: Month): Filter[] | null {
  const on = mainMeasure(ledgerOf(ledger))?.on
  return on === undefined ? null : [{ field: on, from: firstDay(month), to: lastDay(month) }]
}

function askedUnit(unit: ReviewUnit): AskedUnit | null {
  if (unit.kind === 'batch') return unit
  const { ledger } = unit
  return isLedgerId(ledger) ? { ...unit, ledger } : null
}

const booksOf = ({ counts }: Batch): LedgerId[] =>
  LEDGER_IDS.filter((id) => ledgerOf(id).kind === 'book' && counts[id] !== undefined)

const recordsOf = (batch: Batch): number =>
  booksOf(batch).reduce((sum, id) => sum + (batch.counts[id]?.added ?? 0), 0)
