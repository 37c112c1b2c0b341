import { cutName } from '#shared/ledgers/contributions.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { isLookedFor, nearest, newestFirst, talliesOf, type BatchFilters } from './batches.ts'
import { byLedger } from './by-ledger.ts'
import { fieldNamed } from './cells.ts'
import { sumsOf } from './kept-sums.ts'
import { matcher, recordOrder } from './memory-match.ts'
import { memoryHistory } from './memory-history.ts'
import { emptyState, memoryTables, partOf, seriesKey, type MemoryState } from './memory-tables.ts'
import type { Coverage, Origin, RecordsQuery, Store } from './store.ts'
import type { Kept } from './tables.ts'
import { inTurns } from './turns.ts'
import { storedRecord, writeOver } from './writer.ts'

export interface MemoryStore extends Store {
  /** A store of its own that holds what this one holds now; costs nothing, for what was kept is never written to. */
  copy(): MemoryStore
}

/** A store that forgets; the same in tests, in mocks and in the browser as the databases are. */
export function memoryStore(held: MemoryState = emptyState()): MemoryStore {
  let state = held
  const inTurn = inTurns()
  return {
    sums: async (query) =>
      sumsOf(
        state.ledgers.get(query.ledger)?.sums.get(seriesKey(query.measure, cutName(query.cut))),
        query,
      ),
    async records(query) {
      const found = taken(state, query).sort(recordOrder(ledgerOf(query.ledger), query.sort))
      const page = found.slice(query.offset, query.offset + query.limit)
      return { total: found.length, records: page.map(storedRecord) }
    },
    async cells({ ledger, fields, filters, sort = { field: 'id', descending: false }, limit }) {
      const definition = ledgerOf(ledger)
      for (const field of fields) if (field !== 'id') fieldNamed(definition, field)
      const found = taken(state, { ledger, filters }).sort(recordOrder(definition, sort))
      return found
        .slice(0, limit)
        .map(({ id, row }) =>
          Object.fromEntries(
            fields.map((field) => [field, field === 'id' ? id : (row[field] ?? null)]),
          ),
        )
    },
    async sumOf(query, field) {
      fieldNamed(ledgerOf(query.ledger), field)
      return taken(state, query).reduce((total, { row }) => total + Number(row[field] ?? 0), 0)
    },
    async words(ledger, field) {
      fieldNamed(ledgerOf(ledger), field)
      const counts = new Map<string, number>()
      for (const { row } of taken(state, { ledger, filters: [{ field, isPresent: true }] }))
        counts.set(String(row[field]), (counts.get(String(row[field])) ?? 0) + 1)
      return [...counts]
        .map(([word, records]) => ({ word, records }))
        .sort((a, b) => inOrder(a.word, b.word))
    },
    origins: async (query) => origins(taken(state, query)),
    counts: async () => byLedger((ledger) => state.ledgers.get(ledger)?.identities.size ?? 0),
    async record(ledger, id) {
      const record = state.ledgers.get(ledger)?.records.get(id)
      return record && record.removedAt === null ? storedRecord(record) : null
    },
    history: async (ledger, id) =>
      (state.ledgers.get(ledger)?.histories.get(id) ?? []).map(
        ({ at, by, why, batch, action, before, after }) => {
          return { at, by, why, batch, action, before, after }
        },
      ),
    ...memoryHistory(() => state),
    coverage: async () => coverageOf(state),
    async covered() {
      const spans = coverageOf(state).map(({ ledger, from, to }) => ({ ledger, from, to }))
      return [...new Map(spans.map((span) => [Object.values(span).join(), span])).values()]
    },
    revisions: async () => ({
      ...byLedger((ledger) => state.revisions.get(ledger) ?? 0),
      settings: state.revisions.get('settings') ?? 0,
    }),
    batches: async (asked = {}) => nearest(batchesAmong(state, asked).sort(newestFirst), asked),
    batchTallies: async (asked) => talliesOf(batchesAmong(state, asked)),
    changedAt: async () =>
      [...state.batches.values()]
        .flatMap(({ at, takenBackAt }) => [at, takenBackAt ?? at])
        .toSorted()
        .at(-1) ?? null,
    batch: async (id) => state.batches.get(id) ?? null,
    settings: async () => structuredClone(state.settings),
    draft: async (id) => state.drafts.get(id) ?? null,
    file: async (hash) => state.files.get(hash)?.slice() ?? null,
    importPart: async (query) => partOf(state, query),
    write: (run) =>
      inTurn(async () => {
        const { tables, state: written } = memoryTables(state)
        const result = await writeOver(tables, run)
        state = written()
        return result
      }),
    close: async () => {},
    copy: () => memoryStore(state),
  }
}

function taken(
  state: MemoryState,
  query: Pick<RecordsQuery, 'ledger' | 'filters' | 'search' | 'batch'>,
): Kept[] {
  const records = state.ledgers.get(query.ledger)?.records.values() ?? []
  return [...records].filter(matcher(ledgerOf(query.ledger), query))
}

const batchesAmong = (state: MemoryState, asked: BatchFilters) =>
  [...state.batches.values()].filter((batch) => isLookedFor(batch, asked))

function origins(records: readonly Kept[]): Origin[] {
  const found = new Map<string, Origin>()
  for (const { batch, changedAt } of records) {
    const before = found.get(batch) ?? { batch, records: 0, changed: 0 }
    const changed = before.changed + (changedAt === null ? 0 : 1)
    found.set(batch, { batch, records: before.records + 1, changed })
  }
  return [...found.values()].sort((a, b) => b.records - a.records || inOrder(a.batch, b.batch))
}

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const coverageOf = (state: MemoryState): Coverage[] =>
  state.coverage
    .filter(({ batch }) => state.batches.get(batch)?.state === 'loaded')
    .sort(coverageOrder)

const coverageOrder = (a: Coverage, b: Coverage): number =>
  inOrder(a.ledger, b.ledger) ||
  inOrder(a.from, b.from) ||
  inOrder(a.to, b.to) ||
  inOrder(a.batch, b.batch)
