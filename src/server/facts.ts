import type { Desk, Marks } from '#shared/contract/boards.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/contract/settings.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { closedMonths } from '#shared/ledgers/closed-months.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { heldBook, type HeldBook } from '#shared/metrics/held-book.ts'
import { dueHours, type DueHours, type OffAir } from '#shared/metrics/due-hours.ts'
import { isExcused, MAINTENANCE_CELLS } from '#shared/metrics/maintenance.ts'
import type { StatedRecord } from '#shared/metrics/stated.ts'
import type { SumsQuery } from '#shared/metrics/sums.ts'
import type { ReviewSettings } from '#shared/settings/review.ts'
import type { ReadSums } from '#shared/metrics/tally.ts'
import { dateTimeInZone, dayInZone, monthOf, type Day, type Month } from '#shared/time/day.ts'
import { mergeIntervals, type Interval } from '#shared/time/period.ts'
import type { DeskContext } from './app.ts'
import { CALENDAR } from './boards/sentiment/working-calendar.ts'
import { countedStore } from './review/counted-store.ts'
import { sumsWithout } from './review/pending-sums.ts'
import { reviewReader, type ReviewFacts } from './review/review-facts.ts'
import type { Sight } from './seen/sight.ts'
import { rememberedSums } from './remembered-sums.ts'
import type { Batch, Revisions, Store, StoredRecord } from './store/store.ts'

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
}

/** The desk in one state at one time, `now` in the centre's zone as `YYYY-MM-DDTHH:mm`. */
export interface Moment {
  readonly snapshot: Snapshot
  readonly now: string
}

export interface DeskFacts {
  /** Today in the centre's zone. */
  today(): Promise<Day>
  snapshot(): Promise<Snapshot>
  moment(): Promise<Moment>
  /** Changes with every write and at midnight: the ETag of all answers. */
  version(): Promise<string>
}

/** Keeps one snapshot a revision, so that a question costs sums and nothing else. */
export function deskFacts(context: DeskContext): DeskFacts {
  const { store, clock } = context
  let kept: { at: string; snapshot: Promise<Snapshot> } | null = null

  const readReview = reviewReader(store)

  const revision = async (): Promise<string> => Object.values(await store.revisions()).join('.')
  const snapshot = async (): Promise<Snapshot> => {
    const revisions = await store.revisions()
    const at = Object.values(revisions).join('.')
    const review: ReadReview = (settings, batches) => readReview(settings, batches, revisions)
    if (kept?.at !== at) {
      const read = readSnapshot(context, review).then((told) => ({ ...told, revisions }))
      kept = { at, snapshot: read }
    }
    return kept.snapshot
  }
  const today = async (): Promise<Day> => dayInZone(clock(), (await snapshot()).settings.zone)
  const moment = async (): Promise<Moment> => {
    const now = await snapshot()
    return { snapshot: now, now: dateTimeInZone(clock(), now.settings.zone) }
  }
  return { today, snapshot, moment, version: async () => `${await revision()}-${await today()}` }
}

type ReadReview = (settings: ReviewSettings, batches: readonly Batch[]) => Promise<ReviewFacts>

async function readSnapshot(
  { store, clock, isDemo, sight }: DeskContext,
  readReview: ReadReview,
): Promise<Omit<Snapshot, 'revisions'>> {
  const [saved, batches] = await Promise.all([store.settings(), store.batches()])
  const settings = saved ?? DEFAULT_SETTINGS
  const review = await readReview(settings.review, batches)
  const counted = countedStore(store, review)
  const [spans, stated, targets, marks, offAir, closings] = await Promise.all([
    store.coverage(),
    counted.records({
      ledger: 'statedFigures',
      filters: [],
      sort: { field: 'periodFrom', descending: false },
      offset: 0,
      limit: MANY,
    }),
    allOf(store, 'targets'),
    readMarks(store),
    readOffAir(counted),
    store.cells({ ledger: 'closings', fields: ['month', 'number', 'act'], filters: [] }),
  ])
  const coverage: Partial<Record<LedgerId, Interval[]>> = {}
  for (const ledger of LEDGER_IDS) {
    const own = spans.filter((span) => span.ledger === ledger)
    if (own.length > 0) coverage[ledger] = mergeIntervals(own)
  }
  const months = monthsWithData(coverage, dayInZone(clock(), settings.zone))
  const kept = (query: SumsQuery) => store.sums(query)
  const sums = rememberedSums(sumsWithout(kept, review.leftOut, review.pending))
  const closed = closedMonths(closings)
  const live = batches.filter((batch) => batch.state === 'loaded')
  return {
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
    held: heldBook(sums, { limits: settings.sentiment, calendar: CALENDAR }),
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
      isEmpty: spans.length === 0 && stated.total === 0 && review.leftOut.size === 0,
      hasExample: live.some((batch) => batch.kind === 'example'),
      isDemo,
      ...months,
      changedAt:
        batches
          .flatMap((batch) => [batch.at, batch.takenBackAt ?? ''])
          .toSorted()
          .at(-1) ?? null,
    },
  }
}

/** More than a desk writes in a lifetime. */
const MANY = 100_000

/** Every record of a list with its id, oldest first by its first date. */
async function allOf(store: Store, ledger: LedgerId): Promise<Row[]> {
  const { fields } = ledgerOf(ledger)
  return store.cells({
    ledger,
    fields: ['id', ...Object.keys(fields)],
    filters: [],
    ...(fields.from && { sort: { field: 'from', descending: false } }),
  })
}

/** Maintenance that leaves due hours: planned, off the air, and reported before it began. */
async function readOffAir(store: Store): Promise<OffAir[]> {
  const rows = await store.cells({
    ledger: 'maintenance',
    fields: MAINTENANCE_CELLS,
    filters: [{ field: 'kind', in: ['planned'] }],
  })
  return rows.filter(isExcused).map((row) => ({
    channel: String(row.channel),
    startedAt: String(row.startedAt),
    endedAt: String(row.endedAt),
  }))
}

async function readMarks(store: Store): Promise<Marks> {
  const all = (ledger: LedgerId) =>
    store.records({
      ledger,
      filters: [],
      sort: { field: 'from', descending: false },
      offset: 0,
      limit: MANY,
    })
  const [notes, protections] = await Promise.all([all('notes'), all('protections')])
  const span = ({ id, row, createdBy, createdAt, changedBy, changedAt }: StoredRecord) => ({
    id,
    from: String(row.from),
    to: String(row.to ?? row.from),
    detail: [row.detail, row.duty && `带班 ${row.duty}`, row.source, row.remark]
      .filter(Boolean)
      .join('；'),
    by: changedBy ?? createdBy,
    at: changedAt ?? createdAt,
  })
  return {
    notes: notes.records.map((note) => ({ ...span(note), title: String(note.row.title) })),
    protections: protections.records.map((band) => ({
      ...span(band),
      name: String(band.row.name),
    })),
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
