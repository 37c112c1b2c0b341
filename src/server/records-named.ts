import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Store, StoredRecord } from './store/store.ts'
import { PART, breathe, inParts } from './store/turns.ts'

/** Live records by id, few questions for many of them; whoever else waits has a turn between. */
export async function recordsNamed(
  store: Pick<Store, 'records'>,
  ledger: LedgerId,
  asked: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const found = new Map<string, StoredRecord>()
  for (const part of inParts([...new Set(asked.map(({ id }) => id))], PART)) {
    const { records } = await store.records({
      ledger,
      filters: [{ field: 'id', in: part }],
      sort: { field: 'id', descending: false },
      offset: 0,
      limit: part.length,
    })
    for (const record of records) found.set(record.id, record)
    if (part.length === PART) await breathe()
  }
  return found
}
