import type { RecordAnswer } from '#shared/contract/records.ts'
import { recordName } from '#shared/headlines/cell-text.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { readsSo } from './columns.ts'
import type { Draft } from './draft.ts'

type Changes = Draft['changes']

/** Cells typed into a record. */
export interface TypedOver {
  readonly record: RecordAnswer
  readonly cells: Readonly<Record<string, string>>
}

/**
 * What waits once these are typed; a cell that reads as it stands waits no more. `count` cells read otherwise.
 * Where `isLate` says so of a record, it is typed over what stands there now.
 */
export function changesTyped(
  ledger: LedgerId,
  before: Changes,
  typed: readonly TypedOver[],
  isLate: (id: string) => boolean,
): { readonly changes: Changes; readonly count: number } {
  const changes = new Map(Object.entries(before))
  let count = 0
  for (const { record, cells } of typed) {
    const known = changes.get(record.id)
    const waiting = { ...known?.cells }
    for (const [field, text] of Object.entries(cells)) {
      if (readsSo(ledger, record, field, text)) delete waiting[field]
      else {
        waiting[field] = text
        count += 1
      }
    }
    const name = recordName(ledgerOf(ledger).fields, record.row)
    const seen = isLate(record.id) ? record.changedAt : (known?.changedAt ?? record.changedAt)
    if (Object.keys(waiting).length === 0) changes.delete(record.id)
    else changes.set(record.id, { changedAt: seen, name, cells: waiting })
  }
  return { changes: Object.fromEntries(changes), count }
}
