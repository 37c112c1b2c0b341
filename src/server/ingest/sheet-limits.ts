import { DeskError } from '#shared/diagnostics.ts'
import type { RawCell } from './cells.ts'

export const MOST_ROWS = 200_000
/** As many as a spreadsheet has. */
export const MOST_COLUMNS = 16_384
const MOST_CELLS = 5_000_000
const LONGEST_TEXT = 100_000

/** Throws for rows wider than any ledger, before their holes are filled. */
export function mustBeNarrow(rows: readonly (readonly unknown[] | undefined)[]): void {
  const widest = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
  if (widest > MOST_COLUMNS)
    throw new DeskError('IMPORT_FILE_TOO_LARGE', `一行超过 ${MOST_COLUMNS} 列`)
}

/** Without empty rows at the end and empty cells at the end of rows. Throws when absurdly large. */
export function trimmed(rows: RawCell[][]): RawCell[][] {
  for (const row of rows) while (row.length > 0 && isBlank(row.at(-1))) row.pop()
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  const isLong = (cell: RawCell): boolean => typeof cell === 'string' && cell.length > LONGEST_TEXT
  if (rows.some((row) => row.some(isLong)))
    throw new DeskError('IMPORT_FILE_TOO_LARGE', `一格超过 ${LONGEST_TEXT} 字`)
  if (rows.length > MOST_ROWS)
    throw new DeskError('IMPORT_FILE_TOO_LARGE', `一张表超过 ${MOST_ROWS} 行`)
  if (cells > MOST_CELLS) throw new DeskError('IMPORT_FILE_TOO_LARGE', '一张表的格子太多')
  return rows
}

const isBlank = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
