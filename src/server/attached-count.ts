import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Act, Store, Writer } from './store/store.ts'

/** The record something is attached to. */
export interface Target {
  readonly ledger: LedgerId
  readonly id: string
}

/**
 * Keeps the number of attachments where the record's own ledger has a field for it; once a write
 * for a record. A record that is not there is left alone.
 */
export async function countAttached(
  { store, writer }: { readonly store: Store; readonly writer: Writer },
  { ledger, id }: Target,
  by: number,
  act: Act,
): Promise<void> {
  if (by === 0 || !ledgerOf(ledger).fields.attached) return
  const record = await store.record(ledger, id)
  if (!record) return
  const number = Number(record.row.attached ?? 0) + by
  await writer.change(ledger, id, { attached: number || null }, act)
}
