import { MOST_EDITS } from '#shared/contract/edits.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Store, StoredRecord } from './store/store.ts'
import { PART, breathe, breatheAfter, inParts } from './store/turns.ts'

const IN_ORDER = { field: 'id', descending: false } as const

/** Live records by id, few questions for many of them; whoever else waits has a turn between. */
export async function recordsNamed(
  store: Pick<Store, 'records'>,
  ledger: LedgerId,
  asked: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const found = new Map<string, StoredRecord>()
  for (const part of inParts([...new Set(asked.map(({ id }) => id))], PART)) {
    const filters = [{ field: 'id', in: part }]
    const about = { ledger, filters, sort: IN_ORDER, offset: 0, limit: part.length }
    for (const record of (await store.records(about)).records) found.set(record.id, record)
    await breatheAfter(part)
  }
  return found
}

/** Records an act of editing added, in the order of entry. */
export async function recordsOfBatch(
  store: Pick<Store, 'records'>,
  ledger: LedgerId,
  batch: string,
): Promise<StoredRecord[]> {
  const found: StoredRecord[] = []
  for (let offset = 0; offset < MOST_EDITS; offset += PART) {
    const about = { ledger, filters: [], batch, sort: IN_ORDER, offset, limit: PART }
    const { records, total } = await store.records(about)
    found.push(...records)
    if (offset + PART >= total) break
    await breathe()
  }
  return found
}
