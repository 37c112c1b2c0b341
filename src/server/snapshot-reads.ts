import type { Marks } from '#shared/contract/boards.ts'
import { closedMonths } from '#shared/records/closed-months.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { OffAir } from '#shared/metrics/safety/due-hours.ts'
import { heldBook, type HeldRules } from '#shared/metrics/held-book.ts'
import { isExcused, MAINTENANCE_CELLS } from '#shared/metrics/safety/maintenance.ts'
import type { ReadSums } from '#shared/metrics/tally.ts'
import { keptWhile } from './kept-while.ts'
import type { Store, StoredRecord } from './store/store.ts'

type Revisions = Awaited<ReturnType<Store['revisions']>>

/**
 * Things read for every state of the desk, each read again when what it is read from was written, or any
 * of `always`: settings and lists say what is seen, and what counts.
 */
export function snapshotReads(store: Store, always: readonly (keyof Revisions)[]) {
  const untilWritten = untilAnyWritten(always)
  const whole = new Set(always)
  const readWhole: typeof untilWritten = (ledgers, read) => {
    for (const ledger of ledgers) whole.add(ledger)
    return untilWritten(ledgers, read)
  }
  const of = { ledger: 'statedFigures', filters: [], offset: 0, limit: MANY } as const
  const closings = { ledger: 'closings', fields: ['month', 'number', 'act'], filters: [] } as const
  return {
    stated: readWhole(['statedFigures', 'reviews'], (counted: Store) =>
      counted.records({ ...of, sort: { field: 'periodFrom', descending: false } }),
    ),
    targets: readWhole(['targets'], () => allOf(store, 'targets')),
    marks: readWhole(['notes', 'protections'], () => readMarks(store)),
    offAir: readWhole(['maintenance', 'reviews'], readOffAir),
    closed: readWhole(['closings'], async () => closedMonths(await store.cells(closings))),
    held: untilWritten(
      ['alerts', 'petitions', 'reviews'],
      async (sums: ReadSums, rules: HeldRules) => heldBook(sums, rules),
    ),
    /** The state of all that is read whole; verdicts are asked for by their days, as sums are. */
    stateOf: (revisions: Revisions): readonly number[] => [...whole].map((name) => revisions[name]),
  }
}

const untilAnyWritten =
  (always: readonly (keyof Revisions)[]) =>
  <A extends readonly unknown[], T>(
    ledgers: readonly LedgerId[],
    read: (...given: A) => Promise<T>,
  ): ((revisions: Revisions, ...given: A) => Promise<T>) => {
    const kept = keptWhile<'all', T>()
    return (revisions, ...given) => {
      const state = [...ledgers, ...always].map((name) => revisions[name]).join('.')
      return kept('all', state, () => read(...given))
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
