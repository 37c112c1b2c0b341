import type { ImportSection } from '#shared/contract/imports.ts'
import type { Field } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { columnLetters, saysNothing, type RawCell } from './cells.ts'
import type { Checked } from './check.ts'
import type { Reader } from './row-reader.ts'
import { totalWordOf } from './rows.ts'

const DITTO = /^[-—－\s]*(?:同上|同前|〃|〞|″|"|“|”|'')[-—－\s]*$/
const LONGEST = 6

interface Meant {
  readonly cell: RawCell
  /** Where it stands above: the cell says 同上, or is empty and the user had the column read so. */
  readonly from: 'ditto' | 'above' | null
}

/** A cell of a row, or the one above that it stands for. */
export function cellMeant(reader: Reader, at: number, index: number): Meant {
  const written = reader.sheet.cells[at]?.[index] ?? null
  if (saysDitto(written)) {
    const cell = cellAbove(reader, at, index)
    return cell === null ? { cell: written, from: null } : { cell, from: 'ditto' }
  }
  const isLeft = reader.above?.includes(columnLetters(index)) && saysNothing(written)
  const cell = isLeft ? cellAbove(reader, at, index) : null
  return cell === null ? { cell: written, from: null } : { cell, from: 'above' }
}

/** The next cell above that says something of its own; null below a total, which ends what stands over it. */
function cellAbove({ sheet, found }: Reader, at: number, index: number): RawCell {
  const first = (found.head.rows.at(-1) ?? 0) + 1
  for (let above = at - 1; above >= first; above -= 1) {
    const row = sheet.cells[above] ?? []
    const cell = row[index] ?? null
    if (totalWordOf(row)) return null
    if (!saysNothing(cell) && !saysDitto(cell)) return cell
  }
  return null
}

const saysDitto = (cell: RawCell): boolean =>
  typeof cell === 'string' && cell.length <= LONGEST && DITTO.test(cell)

/** Dates, words of a dictionary and names of a list repeat from row to row; titles and figures do not. */
const mayRepeat = ({ kind, list }: Field): boolean =>
  list !== undefined || ['day', 'dayOrMonth', 'dateTime', 'year', 'choice'].includes(kind)

/**
 * Columns whose empty cells hold up rows that lack nothing else and follow one that says it, as where a day
 * stands in the first row of its block alone: only the user can tell that it is meant so. Those that are
 * read so stay in the list, so that it can be taken back.
 */
export function blanksBelow(
  reader: Reader,
  checked: Checked,
): NonNullable<ImportSection['blanks']> {
  const faults = new Map<number, number>()
  for (const { row } of checked.refusals) faults.set(row, (faults.get(row) ?? 0) + 1)
  return reader.plan.columns.flatMap(({ column: { index, text }, field }) => {
    const column = columnLetters(index)
    const definition = field === null ? undefined : ledgerOf(reader.plan.ledger).fields[field]
    if (!definition || !mayRepeat(definition)) return []
    const isAbove = reader.above?.includes(column) ?? false
    const lacking = checked.refusals.filter(
      (refusal) =>
        refusal.column === column &&
        refusal.code === 'IMPORT_CELL_EMPTY' &&
        faults.get(refusal.row) === 1 &&
        cellAbove(reader, refusal.row - 1, index) !== null,
    )
    const rows = isAbove ? (checked.inexact.get(`${field} above`) ?? 0) : lacking.length
    return rows > 0 || isAbove ? [{ column, heading: text, rows, isAbove }] : []
  })
}
