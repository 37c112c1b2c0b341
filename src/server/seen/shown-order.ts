import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { recordOrder } from '../store/memory-match.ts'
import type { CellsQuery, RecordsPage, RecordsQuery, Store, StoredRecord } from '../store/store.ts'
import { unwrittenRecord } from './shown-rows.ts'

/** Ids that one question of records names. */
const PART = 1000

/**
 * Lists in the order of what is shown of a field: by the text beneath a mask, names could be told apart
 * from where they stand. `whole` is the question with its filters held to what is shown. The last order
 * is kept until the ledger is written, for whoever scrolls on.
 */
export function shownOrder(
  store: Pick<Store, 'records' | 'revisions'>,
  cells: (query: CellsQuery) => Promise<Row[]>,
): (query: RecordsQuery, whole: RecordsQuery) => Promise<RecordsPage> {
  let kept: { readonly key: string; readonly ids: Promise<readonly string[]> } | null = null

  async function ordered({ ledger, filters, sort }: RecordsQuery): Promise<readonly string[]> {
    const rows = await cells({ ledger, fields: ['id', sort.field], filters })
    return rows
      .map((row) => ({ ...unwrittenRecord, id: String(row.id), row }))
      .toSorted(recordOrder(ledgerOf(ledger), sort))
      .map(({ id }) => id)
  }

  async function named(ledger: RecordsQuery['ledger'], ids: readonly string[]) {
    const sort = { field: 'id', descending: false }
    const found = new Map<string, StoredRecord>()
    for (let at = 0; at < ids.length; at += PART) {
      const filters = [{ field: 'id', in: ids.slice(at, at + PART) }]
      const page = await store.records({ ledger, filters, sort, offset: 0, limit: PART })
      for (const record of page.records) found.set(record.id, record)
    }
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  return async (query, whole) => {
    const { ledger, filters, search, sort, offset, limit } = query
    const { [ledger]: revision } = await store.revisions()
    const key = JSON.stringify([ledger, revision, filters, search, sort])
    if (kept?.key !== key) kept = { key, ids: ordered(whole) }
    const ids = await kept.ids
    return { total: ids.length, records: await named(ledger, ids.slice(offset, offset + limit)) }
  }
}
