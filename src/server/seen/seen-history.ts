import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { byLedger } from '../store/by-ledger.ts'
import type { Change, DoneAct, HistoryReads, RemovedRecord } from '../store/history.ts'
import type { Store } from '../store/store.ts'
import { OF_EVERYTHING, OF_LEDGERS, type Sight } from './sight.ts'

/** Records in a bin that are looked through one by one. */
const MANY = 100_000
/** Pages asked for until enough of what is seen is found. */
const MOST_PAGES = 40

/** What was done to the records somebody sees. */
export function seenHistory(store: Store, sight: Sight): HistoryReads {
  async function binOf(ledger: LedgerId, search?: string): Promise<RemovedRecord[]> {
    if (sight.reach(ledger) === null) return []
    const words = search === undefined ? {} : { search }
    const { records } = await store.removed({ ledger, offset: 0, limit: MANY, ...words })
    const seen: RemovedRecord[] = []
    for (const record of records) if (await sight.takes(ledger, record.row)) seen.push(record)
    return seen
  }

  return {
    async changes(query) {
      const seen: Change[] = []
      let { before } = query
      for (let page = 0; page < MOST_PAGES && seen.length < query.limit; page += 1) {
        const found = await store.changes({ ...query, ...(before !== undefined && { before }) })
        for (const change of found)
          if (await sight.takes(change.ledger, change.row)) seen.push(change)
        before = found.at(-1)?.number
        if (found.length < query.limit) break
      }
      return seen.slice(0, query.limit)
    },
    async acts(query) {
      const seen: DoneAct[] = []
      let { before } = query
      for (let page = 0; page < MOST_PAGES && seen.length < query.limit; page += 1) {
        const found = await store.acts({ ...query, ...(before && { before }) })
        seen.push(...found.flatMap((act) => actSeen(act, sight) ?? []))
        before = found.at(-1)
        if (found.length < query.limit) break
      }
      return seen.slice(0, query.limit)
    },
    async removed({ ledger, search, offset, limit }) {
      const records = await binOf(ledger, search)
      return { total: records.length, records: records.slice(offset, offset + limit) }
    },
    wordsEver: async (ledger, field) =>
      (await sight.filters(ledger))?.length === 0 ? store.wordsEver(ledger, field) : [],
    async removedCounts() {
      const all = await store.removedCounts()
      const counts = await Promise.all(
        LEDGER_IDS.map(async (id) => [id, all[id] === 0 ? 0 : (await binOf(id)).length] as const),
      )
      const seen = new Map(counts)
      return byLedger((ledger) => seen.get(ledger) ?? 0)
    },
  }
}

/**
 * An act with the ledgers that are seen; null where it touched none of them. What the desk keeps beside
 * records, as attachments and views, is called by its kind alone: its title may be of a ledger unseen.
 */
function actSeen(act: DoneAct, { reach }: Sight): DoneAct | null {
  const seen = LEDGER_IDS.filter(
    (id) => act.counts[id] !== undefined && reach(id) !== null && !OF_EVERYTHING.has(id),
  )
  if (seen.length === 0) return null
  const counts = Object.fromEntries(seen.map((id) => [id, act.counts[id]] as const))
  const isBeside = seen.every((id) => OF_LEDGERS.includes(id))
  const title = seen.map((id) => ledgerOf(id).label).join('、')
  return { ...act, counts, ...(isBeside && { title, why: title }) }
}
