import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { distinctWords, fieldNamed } from './cells.ts'
import { doneAct } from './done-act.ts'
import { byLedger } from './by-ledger.ts'
import type { ActsQuery, Change, ChangesQuery, DoneAct, HistoryReads } from './history.ts'
import { matcher, tookBefore } from './memory-match.ts'
import type { MemoryState } from './memory-tables.ts'
import { storedRecord } from './writer.ts'
import { AS_LISTED } from './writing.ts'

/** What was done, over a state in memory. */
export function memoryHistory(state: () => MemoryState): HistoryReads {
  return {
    changes: async (query) => changes(state(), query),
    acts: async (query) => acts(state(), query),
    async removed({ ledger, search, offset, limit }) {
      const held = state().ledgers.get(ledger)
      const matches = matcher(ledgerOf(ledger), { filters: [], ...(search ? { search } : {}) })
      const found = [...(held?.records.values() ?? [])]
        .filter((record) => record.removedAt !== null)
        .filter((record) => matches({ ...record, removedAt: null }))
        .toSorted((a, b) => inOrder(b.removedAt ?? '', a.removedAt ?? '') || inOrder(b.id, a.id))
      return {
        total: found.length,
        records: found.slice(offset, offset + limit).map((record) => ({
          ...storedRecord(record),
          removedAt: record.removedAt ?? '',
          removedBy: record.changedBy ?? '',
          why: held?.histories.get(record.id)?.findLast(isRemoval)?.why ?? '',
        })),
      }
    },
    async wordsEver(ledger, field) {
      fieldNamed(ledgerOf(ledger), field)
      const held = state().ledgers.get(ledger)
      const rows = [...(held?.records.values() ?? [])].map(({ row }) => row)
      const earlier = [...(held?.histories.values() ?? [])].flatMap((entries) =>
        entries.flatMap(({ before, after }) => [before, after]),
      )
      return distinctWords([...rows, ...earlier].map((row) => row[field]))
    },
    removedCounts: async () =>
      byLedger((ledger) => {
        const held = state().ledgers.get(ledger)
        return (held?.records.size ?? 0) - (held?.identities.size ?? 0)
      }),
  }
}

const isRemoval = ({ action }: { readonly action: string }): boolean => action === 'remove'

function everyChange(state: MemoryState, only?: LedgerId): Change[] {
  const ledgers = only === undefined ? LEDGER_IDS : [only]
  return ledgers.flatMap((ledger) => {
    const held = state.ledgers.get(ledger)
    return [...(held?.histories ?? [])].flatMap(([id, entries]) => {
      const record = held?.records.get(id)
      const { row = {}, removedAt = null } = record ?? {}
      const around = { ledger, record: id, row, isRemoved: removedAt !== null }
      return entries.map((entry) => ({ ...entry, ...around }))
    })
  })
}

function changes(state: MemoryState, query: ChangesQuery): Change[] {
  const { ledger, filters = [], search, act, before = Infinity, limit } = query
  const isAsked =
    ledger === undefined
      ? () => true
      : matcher(ledgerOf(ledger), { filters, ...(search ? { search } : {}) })
  const all = everyChange(state, ledger)
  const recordOf = ({ ledger: of, record }: Change) => state.ledgers.get(of)?.records.get(record)
  const left = new Set(
    all.flatMap((change) => {
      const record = filters.length > 0 ? recordOf(change) : undefined
      return record && tookBefore(isAsked, record, change) ? [change.record] : []
    }),
  )
  return all
    .filter(({ number }) => number < before)
    .filter(({ batch, at }) => act === undefined || (batch === act.batch && at === act.at))
    .filter((change) => {
      const record = recordOf(change)
      return record && (left.has(change.record) || isAsked({ ...record, removedAt: null }))
    })
    .toSorted((a, b) => b.number - a.number)
    .slice(0, limit)
}

function acts(state: MemoryState, { ledger, by, from, to, before, limit }: ActsQuery): DoneAct[] {
  const entries = Map.groupBy(everyChange(state), ({ batch, at }) => `${batch} ${at}`)
  for (const { id, at } of state.batches.values())
    if (!entries.has(`${id} ${at}`)) entries.set(`${id} ${at}`, [])
  return [...entries]
    .flatMap(([key, done]) => actOf(state, key, done) ?? [])
    .filter((act) => ledger === undefined || act.counts[ledger] !== undefined)
    .filter((act) => by === undefined || act.by === by)
    .filter(({ at }) => (from === undefined || at >= from) && (to === undefined || at < to))
    .filter((act) => before === undefined || newestFirst(before, act) < 0)
    .toSorted(newestFirst)
    .slice(0, limit)
}

function actOf(state: MemoryState, key: string, entries: readonly Change[]): DoneAct | null {
  const [id = '', at = ''] = key.split(' ')
  const batch = state.batches.get(id)
  if (!batch) return null
  const { by = '', why = '' } = entries.toSorted((a, b) => a.number - b.number)[0] ?? {}
  const counted = entries.filter((entry) => entry.why !== AS_LISTED)
  const groups = Map.groupBy(counted, ({ ledger, action }) => `${ledger} ${action}`)
  const touched = [...groups.values()].flatMap(([first, ...more]) => {
    if (!first) return []
    const records = new Set([first, ...more].map(({ record }) => record)).size
    return [{ ledger: first.ledger, action: first.action, records }]
  })
  return doneAct(batch, { at, by, why }, touched)
}

const newestFirst = (a: Pick<DoneAct, 'at' | 'batch'>, b: Pick<DoneAct, 'at' | 'batch'>): number =>
  inOrder(b.at, a.at) || inOrder(b.batch, a.batch)

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
