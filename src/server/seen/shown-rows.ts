import type { Cell, Row } from '#shared/ledgers/define.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { citizenFields, maskedRow } from '#shared/masks.ts'
import type { Batch, CellsQuery, Store } from '../store/store.ts'

/** Ledgers in which names and numbers of citizens are masked. */
export type Masked = ReadonlySet<LedgerId>

/** A row as it is shown; of an attachment only that there is one. */
export function rowShown(masked: Masked, ledger: LedgerId, row: Row): Row {
  if (masked.has(ledger)) return maskedRow(ledgerOf(ledger), row)
  const of = String(row.ledger)
  return ledger === 'attachments' && isLedgerId(of) && masked.has(of)
    ? { ...row, name: '附件', link: null }
    : row
}

/** Whether a batch holds records of a masked ledger, and its files their names. */
export const isOfMasked = ({ counts }: Pick<Batch, 'counts'>, masked: Masked): boolean =>
  Object.keys(counts).some((id) => isLedgerId(id) && masked.has(id))

/** Cells of a query as they are shown; its filters are taken as they are. */
export async function shownCells(store: Pick<Store, 'cells'>, query: CellsQuery): Promise<Row[]> {
  const ledger = ledgerOf(query.ledger)
  const hidden = citizenFields(ledger)
  if (!query.fields.some((name) => hidden.includes(name))) return store.cells(query)
  const rows = await store.cells({ ...query, fields: [...new Set([...query.fields, ...hidden])] })
  return rows.map((row) => {
    const whole = maskedRow(ledger, row)
    return Object.fromEntries(
      query.fields.map((name): [string, Cell] => [name, whole[name] ?? null]),
    )
  })
}
