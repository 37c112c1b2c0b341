import type { Cell, Row } from '#shared/ledgers/define.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { citizenFields, maskedRow, maskedText } from '#shared/masks.ts'
import { namesCitizens } from '#shared/rights/rights.ts'
import type { Batch, CellsQuery, Store } from '../store/store.ts'

/** Ledgers naming citizens in which names and numbers are masked. */
export type Masked = ReadonlySet<LedgerId>

/** Citizens whom any text may mention: the same array while they stay the same. */
export type Known = () => Promise<readonly string[]>

/** How texts that are no cell are shown to somebody, by whom is known at the moment. */
export type TextShown = () => Promise<(text: string) => string>

/** Whether texts of a ledger are shown masked: one that names citizens has a right of its own. */
export const isUnderMasks = (masked: Masked, ledger: LedgerId): boolean =>
  namesCitizens(ledger) ? masked.has(ledger) : masked.size > 0

/** A row as it is shown; of an attachment to what is masked only that there is one. */
export function rowShown(
  masked: Masked,
  ledger: LedgerId,
  row: Row,
  known: readonly string[],
): Row {
  if (!isUnderMasks(masked, ledger)) return row
  const of = String(row.ledger)
  return ledger === 'attachments' && isLedgerId(of) && masked.has(of)
    ? { ...row, name: '附件', link: null }
    : maskedRow(ledgerOf(ledger), row, known)
}

/** Whether a batch holds records of a masked ledger, and its files their names. */
export const isOfMasked = ({ counts }: Pick<Batch, 'counts'>, masked: Masked): boolean =>
  Object.keys(counts).some((id) => isLedgerId(id) && masked.has(id))

/** What a row lacks of a record, for rules that ask for one and look at its cells alone. */
export const unwrittenRecord = {
  identity: '',
  batch: '',
  createdAt: '',
  createdBy: '',
  changedAt: null,
  changedBy: null,
  removedAt: null,
}

/** A batch with whom its words name masked; what was said of its files may hold cells as written. */
export function batchShown(batch: Batch, masked: Masked, names: readonly string[]): Batch {
  const shown = (text: string): string => maskedText(text, names)
  return {
    ...batch,
    title: shown(batch.title),
    why: shown(batch.why),
    files: batch.files.map((file) => ({ ...file, name: shown(file.name) })),
    notes: isOfMasked(batch, masked) ? [] : batch.notes.map(shown),
  }
}

/** Cells of a query as they are shown; its filters are taken as they are. */
export async function shownCells(
  store: Pick<Store, 'cells'>,
  query: CellsQuery,
  known: Known,
): Promise<Row[]> {
  const ledger = ledgerOf(query.ledger)
  const hidden = citizenFields(ledger)
  if (!query.fields.some((name) => hidden.includes(name))) return store.cells(query)
  const rows = await store.cells({ ...query, fields: [...new Set([...query.fields, ...hidden])] })
  const names = await known()
  return rows.map((row) => {
    const whole = maskedRow(ledger, row, names)
    return Object.fromEntries(
      query.fields.map((name): [string, Cell] => [name, whole[name] ?? null]),
    )
  })
}
