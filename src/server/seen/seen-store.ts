import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { movedOf, sumChanges } from '../store/kept-sums.ts'
import type { BatchesSeen } from '../store/batches.ts'
import type { Batch, Filter, Store } from '../store/store.ts'
import { seenHistory } from './seen-history.ts'
import type { Sight } from './sight.ts'

type Question = { readonly ledger: LedgerId; readonly filters: readonly Filter[] }

/**
 * A store that shows what somebody may see and nothing else, whoever asks: records, sums of records,
 * histories, batches. Every page, list, file and check over it is cut alike.
 */
export function seenStore(store: Store, sight: Sight): Store {
  const cut = async <Q extends Question>(query: Q): Promise<Q | null> => {
    const seen = await sight.filters(query.ledger)
    return seen && { ...query, filters: [...query.filters, ...seen] }
  }
  const isWhole = async (ledger: LedgerId): Promise<boolean> =>
    (await sight.filters(ledger))?.length === 0
  const batchSeen = (batch: Batch): Batch | null => batchCut(batch, sight)
  const seen = batchesSeen(sight)

  // Named one by one, so that a read the port is given later has to be cut before this compiles.
  return {
    settings: () => store.settings(),
    revisions: () => store.revisions(),
    draft: (id) => store.draft(id),
    file: (hash) => store.file(hash),
    write: (run, about) => store.write(run, about),
    close: () => store.close(),
    ...seenHistory(store, sight),
    sums: seenSums(store, sight),
    async records(query) {
      const seen = await cut(query)
      return seen ? store.records(seen) : { total: 0, records: [] }
    },
    async sumOf(query, field) {
      const seen = await cut(query)
      return seen ? store.sumOf(seen, field) : 0
    },
    async cells(query) {
      const seen = await cut(query)
      return seen ? store.cells(seen) : []
    },
    async words(ledger, field) {
      if (await isWhole(ledger)) return store.words(ledger, field)
      const seen = await cut({ ledger, filters: [] })
      const rows = seen ? await store.cells({ ...seen, fields: [field] }) : []
      const counts = new Map<string, number>()
      for (const row of rows)
        if (row[field] !== null && row[field] !== undefined)
          counts.set(String(row[field]), (counts.get(String(row[field])) ?? 0) + 1)
      return [...counts]
        .map(([word, records]) => ({ word, records }))
        .toSorted((a, b) => (a.word < b.word ? -1 : 1))
    },
    async origins(query) {
      const seen = await cut(query)
      return seen ? store.origins(seen) : []
    },
    async counts() {
      const all = { ...(await store.counts()) }
      for (const ledger of LEDGER_IDS) {
        if (all[ledger] === 0 || (await isWhole(ledger))) continue
        const seen = await cut({ ledger, filters: [] })
        all[ledger] = seen ? (await store.records({ ...seen, ...ONE })).total : 0
      }
      return all
    },
    async record(ledger, id) {
      const record = await store.record(ledger, id)
      return record && (await sight.takes(ledger, record.row)) ? record : null
    },
    async history(ledger, id) {
      const record = await store.record(ledger, id)
      const isSeen = record ? await sight.takes(ledger, record.row) : await isWhole(ledger)
      return isSeen ? store.history(ledger, id) : []
    },
    coverage: async () =>
      (await store.coverage()).filter(({ ledger }) => sight.reach(ledger) !== null),
    covered: async () =>
      (await store.covered()).filter(({ ledger }) => sight.reach(ledger) !== null),
    batches: async (asked) =>
      (await store.batches({ ...asked, seen })).flatMap((batch) => batchSeen(batch) ?? []),
    batchTallies: (asked) => store.batchTallies({ ...asked, seen }),
    // That something changed says nothing of what.
    changedAt: () => store.changedAt(),
    async batch(id) {
      const batch = await store.batch(id)
      return batch && batchSeen(batch)
    },
    async importPart(query) {
      // Refused rows stand beside the batch they came with: they may be of any of its ledgers.
      const batch = await store.batch(query.owner)
      return batch && !isWholeBatch(batch, sight) ? null : store.importPart(query)
    },
  }
}

const ONE = { sort: { field: 'id', descending: false }, offset: 0, limit: 1 }

const ledgersOf = ({ counts }: Batch): LedgerId[] =>
  LEDGER_IDS.filter((id) => counts[id] !== undefined)

const isWholeBatch = (batch: Batch, { reach }: Sight): boolean =>
  ledgersOf(batch).every((ledger) => reach(ledger) === 'all')

const isPart = (ledger: LedgerId, { reach }: Sight): boolean =>
  ledgerOf(ledger).kind !== 'desk' && reach(ledger) !== null

/** The same as a question, so that a page of batches is filled with those that are seen. */
const batchesSeen = (sight: Sight): BatchesSeen => ({
  hidden: LEDGER_IDS.filter((ledger) => sight.reach(ledger) !== 'all'),
  part: LEDGER_IDS.filter((ledger) => isPart(ledger, sight)),
})

/** A batch with the ledgers that are seen; its files and notes only where all of it is. */
function batchCut(batch: Batch, sight: Sight): Batch | null {
  if (isWholeBatch(batch, sight)) return batch
  const all = ledgersOf(batch)
  const seen = all.filter((ledger) => isPart(ledger, sight))
  if (seen.length === 0) return null
  const counts = Object.fromEntries(seen.map((id) => [id, batch.counts[id]] as const))
  const isCut = all.some((ledger) => sight.reach(ledger) === null)
  return { ...batch, files: [], notes: [], counts: defined(counts), isCut }
}

const defined = <T>(values: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )

/** Sums as kept where a ledger is seen whole, else added up over the records that are seen. */
function seenSums(store: Store, sight: Sight): Store['sums'] {
  const own = new Map<LedgerId, { at: number; changes: Promise<ReturnType<typeof sumChanges>> }>()
  async function added(ledger: LedgerId, filters: readonly Filter[]) {
    const definition = ledgerOf(ledger)
    const changes = sumChanges(definition)
    const fields = Object.keys(definition.fields)
    for (const row of await store.cells({ ledger, fields, filters })) changes.add(row)
    return changes
  }
  return async (query) => {
    const seen = await sight.filters(query.ledger)
    if (seen === null) return []
    if (seen.length === 0) return store.sums(query)
    const at = (await store.revisions())[query.ledger]
    const known = own.get(query.ledger)
    const changes = known?.at === at ? known.changes : added(query.ledger, seen)
    if (known?.at !== at) own.set(query.ledger, { at, changes })
    return movedOf((await changes).moved, query)
  }
}
