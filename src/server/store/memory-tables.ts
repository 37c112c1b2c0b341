import type { Settings } from '#shared/contract/settings.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Tally } from './kept-sums.ts'
import type { Batch, Coverage, Draft, ImportPart, PartQuery } from './store.ts'
import type { Hold, Kept, NumberedEntry, Tables } from './tables.ts'

/** One ledger in memory; never written to once it was committed. */
export interface MemoryLedger {
  readonly records: Map<string, Kept>
  /** Ids of live records by identity. */
  readonly identities: Map<string, string>
  readonly histories: Map<string, readonly NumberedEntry[]>
  /** By record, in the order in which they came. */
  readonly holds: Map<string, readonly Hold[]>
  /** By `measure cut`, by day or month, by joined values. */
  readonly sums: Map<string, Map<string, Map<string, Tally>>>
}

export interface MemoryState {
  readonly ledgers: Map<LedgerId, MemoryLedger>
  readonly batches: Map<string, Batch>
  readonly coverage: readonly Coverage[]
  readonly revisions: Map<LedgerId | 'settings', number>
  readonly settings: Settings | null
  readonly drafts: Map<string, Draft>
  readonly files: Map<string, Uint8Array>
  readonly importParts: readonly ImportPart[]
  /** How many entries all histories hold. */
  readonly entries: number
}

export const seriesKey = (measure: string, cut: string): string => `${measure} ${cut}`

export const emptyState = (): MemoryState => ({
  ledgers: new Map(),
  batches: new Map(),
  coverage: [],
  revisions: new Map(),
  settings: null,
  drafts: new Map(),
  files: new Map(),
  importParts: [],
  entries: 0,
})

/**
 * Tables over a copy of the state: readers go on seeing the old one until `state()` is put in its
 * place, and a failed write is simply forgotten. Ledgers are copied when first written to.
 */
export function memoryTables(base: MemoryState): { tables: Tables; state: () => MemoryState } {
  const state = {
    ...base,
    ledgers: new Map(base.ledgers),
    batches: new Map(base.batches),
    revisions: new Map(base.revisions),
    drafts: new Map(base.drafts),
    files: new Map(base.files),
  }
  const own = new Set<object>()

  function writable(id: LedgerId): MemoryLedger {
    const ledger = state.ledgers.get(id)
    if (ledger && own.has(ledger)) return ledger
    const copy = {
      records: new Map(ledger?.records),
      identities: new Map(ledger?.identities),
      histories: new Map(ledger?.histories),
      holds: new Map(ledger?.holds),
      sums: new Map(ledger?.sums),
    }
    own.add(copy)
    state.ledgers.set(id, copy)
    return copy
  }

  const historyOf = (id: LedgerId, record: string): readonly NumberedEntry[] =>
    state.ledgers.get(id)?.histories.get(record) ?? []
  const holdsOf = (id: LedgerId, record: string): readonly Hold[] =>
    state.ledgers.get(id)?.holds.get(record) ?? []

  /** The inner map under a key, copied on first writing. */
  function inner<V>(outer: Map<string, Map<string, V>>, key: string): Map<string, V> {
    const found = outer.get(key)
    if (found && own.has(found)) return found
    const copy = new Map(found)
    own.add(copy)
    outer.set(key, copy)
    return copy
  }

  function write(id: LedgerId, records: readonly Kept[]): void {
    const ledger = writable(id)
    for (const record of records) {
      const before = ledger.records.get(record.id)
      if (before && before.removedAt === null) ledger.identities.delete(before.identity)
      if (record.removedAt === null) {
        if (ledger.identities.has(record.identity))
          throw new Error(`${id}: two live records of one identity`)
        ledger.identities.set(record.identity, record.id)
      }
      ledger.records.set(record.id, record)
    }
  }

  const mayChangeWithout = (id: LedgerId, { id: record, batch: own }: Kept, batch: string) => {
    const history = historyOf(id, record)
    if (history.some((entry) => entry.batch === batch && entry.action !== 'restore')) return true
    const holders = new Set(holdsOf(id, record).map((hold) => hold.batch))
    return holders.has(batch) && (history.length > 0 || holders.has(own))
  }

  const recordsOf = (id: LedgerId): Kept[] => [...(state.ledgers.get(id)?.records.values() ?? [])]
  const liveAt = (id: LedgerId, record: string | undefined): Kept | null => {
    const found = record === undefined ? undefined : state.ledgers.get(id)?.records.get(record)
    return found && found.removedAt === null ? found : null
  }

  const tables: Tables = {
    batch: async (id) => state.batches.get(id) ?? null,
    saveBatch: async (batch) => void state.batches.set(batch.id, batch),
    takenBack: async () =>
      new Set(
        [...state.batches.values()]
          .filter((batch) => batch.state === 'takenBack')
          .map((batch) => batch.id),
      ),
    standing: async () =>
      [...state.batches.values()]
        .filter((batch) => batch.state === 'loaded')
        .sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1))
        .map(({ id }) => id),
    lastId: async (id) => recordsOf(id).at(-1)?.id ?? null,
    async live(id, identities) {
      const byIdentity = state.ledgers.get(id)?.identities
      const found = identities.flatMap((identity) => liveAt(id, byIdentity?.get(identity)) ?? [])
      return new Map(found.map((record) => [record.identity, record]))
    },
    named: async (id, records) =>
      new Map(records.flatMap((record) => liveAt(id, record) ?? []).map((each) => [each.id, each])),
    addedBy: async (id, batch) =>
      recordsOf(id)
        .filter((record) => record.batch === batch)
        .map(({ id: record }) => record),
    touchedBy: async (id, batch) =>
      recordsOf(id)
        .filter((record) => record.batch !== batch && mayChangeWithout(id, record, batch))
        .map(({ id: record }) => record),
    lives: async (id, ids) => {
      const asked = new Set(ids)
      return recordsOf(id)
        .filter((record) => asked.has(record.id))
        .map((record) => ({
          record,
          history: historyOf(id, record.id),
          holds: holdsOf(id, record.id),
        }))
    },
    entries: async (list) => recordsOf(list).filter((record) => record.removedAt === null),
    async hold(id, held, batch) {
      const { holds } = writable(id)
      for (const [record, said] of held) {
        const known = holds.get(record) ?? []
        const own = known.find((hold) => hold.batch === batch)
        const all = own ? { ...own, said: [...(own.said ?? []), ...said] } : null
        const fresh = { batch, after: state.entries, said }
        holds.set(record, all ? known.map((one) => (one === own ? all : one)) : [...known, fresh])
      }
    },
    insert: async (id, records) => write(id, records),
    replace: async (id, records) =>
      write(
        id,
        records.map(({ after }) => after),
      ),
    async addHistory(id, entries) {
      const { histories } = writable(id)
      for (const { record, ...entry } of entries) {
        state.entries += 1
        const numbered = { ...entry, number: state.entries }
        histories.set(record, [...(histories.get(record) ?? []), numbered])
      }
    },
    async moveSums(id, changes) {
      const { sums } = writable(id)
      for (const { measure, cut, at, values, ...change } of changes) {
        const tallies = inner(inner(sums, seriesKey(measure, cut)), at)
        const tally = plus(tallies.get(values), change)
        if (tally.records + tally.blank === 0) tallies.delete(values)
        else tallies.set(values, tally)
      }
    },
    coverage: async () =>
      state.coverage.filter(({ batch }) => state.batches.get(batch)?.state === 'loaded'),
    cover: async (coverage) => void (state.coverage = [...state.coverage, coverage]),
    raise: async (name) => void state.revisions.set(name, (state.revisions.get(name) ?? 0) + 1),
    saveSettings: async (settings) => void (state.settings = settings && structuredClone(settings)),
    saveDraft: async (draft) => void state.drafts.set(draft.id, draft),
    draft: async (id) => state.drafts.get(id) ?? null,
    async dropDraft(id) {
      state.drafts.delete(id)
      state.importParts = state.importParts.filter(({ owner }) => owner !== id)
    },
    async dropFiles(hashes) {
      const named = [...state.drafts.values(), ...state.batches.values()].flatMap(
        ({ files }) => files,
      )
      for (const hash of hashes)
        if (named.every((file) => file.hash !== hash)) state.files.delete(hash)
    },
    importPart: async (query) => partOf(state, query),
    saveImportPart: async (part) => void (state.importParts = [...state.importParts, part]),
    async giveParts({ owner, kind, section }, heir) {
      const isGiven = (part: ImportPart) =>
        part.owner === owner && part.kind === kind && part.section === section
      state.importParts = state.importParts.map((part) =>
        isGiven(part) ? { ...part, owner: heir } : part,
      )
    },
    saveFile: async (hash, bytes) =>
      void (state.files.has(hash) || state.files.set(hash, bytes.slice())),
  }
  return { tables, state: () => state }
}

/** What `Store.importPart` gives. */
export const partOf = (
  { importParts }: MemoryState,
  { owner, kind, section, after }: PartQuery,
): ImportPart | null =>
  importParts.find(
    (part) =>
      part.owner === owner &&
      part.kind === kind &&
      part.number > after &&
      (section === undefined || part.section === section),
  ) ?? null

const plus = (a: Tally = { sum: 0, records: 0, blank: 0 }, b: Tally): Tally => ({
  sum: a.sum + b.sum,
  records: a.records + b.records,
  blank: a.blank + b.blank,
})
