import { withDerived, type Row } from '#shared/ledgers/define.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { listsOf, nameBook, resolvedRow } from '#shared/records/names.ts'
import { keptCells } from './cells.ts'
import type { Writing } from './writing.ts'

/** Puts kept rows of a ledger under the names of its reference lists, as they are in this write. */
export async function asListed(writing: Writing, ledger: LedgerId): Promise<(row: Row) => Row> {
  const definition = ledgerOf(ledger)
  const cellsListed = await listedCells(writing, ledger)
  return (row) => {
    const resolved = cellsListed(row)
    return resolved === row ? row : withDerived(definition, resolved)
  }
}

/** The same with the derived cells left as they are. */
export async function listedCells(writing: Writing, ledger: LedgerId): Promise<(row: Row) => Row> {
  const definition = ledgerOf(ledger)
  const lists = listsOf(definition).filter(isLedgerId)
  for (const list of lists) {
    if (writing.books.has(list)) continue
    const entries = await writing.tables.entries(list)
    writing.books.set(list, nameBook(entries.map(({ row }) => row)))
  }
  return (row) => (lists.length === 0 ? row : resolvedRow(definition, row, writing.books))
}

/** The record as kept with cells written over it; a level that is stated is no longer the list's. */
export const overwritten = (ledger: LedgerId, row: Row, cells: Row): Row =>
  overwrittenBy(ledger, row, keptCells(ledgerOf(ledger), cells))

/** The same of cells as they are kept. */
export function overwrittenBy(ledger: LedgerId, row: Row, cells: Row): Row {
  const definition = ledgerOf(ledger)
  const isStated = definition.fields.levelBy !== undefined && typeof cells.level === 'string'
  return withDerived(definition, row, isStated ? { ...cells, levelBy: null } : cells)
}

/** What of these rows a list does not say otherwise: new names, cells its entries leave empty or say too. */
export function newToList(entries: readonly Row[], rows: readonly Row[]): Row[] {
  const book = nameBook(entries)
  return rows.flatMap((row) => {
    const { how, entry } = book.resolve(String(row.name ?? ''), null)
    if (how === 'unknown') return [row]
    if (how !== 'name' || !entry) return []
    const agreed = Object.entries(row).filter(([field, cell]) =>
      [null, cell].includes(entry[field] ?? null),
    )
    return [Object.fromEntries(agreed)]
  })
}
