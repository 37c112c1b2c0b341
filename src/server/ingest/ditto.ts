import type { RawCell } from './cells.ts'
import type { Reader } from './row-reader.ts'

const DITTO = /^[-—－\s]*(?:同上|同前|〃|〞|″|"|“|”|'')[-—－\s]*$/
const LONGEST = 6

/** A cell of a row; where it says 同上, the next cell above that does not. */
export function cellMeant(
  { sheet, found }: Pick<Reader, 'sheet' | 'found'>,
  at: number,
  index: number,
): { cell: RawCell; isDitto: boolean } {
  const written = sheet.cells[at]?.[index] ?? null
  if (!saysDitto(written)) return { cell: written, isDitto: false }
  const first = (found.head.rows.at(-1) ?? 0) + 1
  for (let above = at - 1; above >= first; above -= 1) {
    const cell = sheet.cells[above]?.[index] ?? null
    if (cell !== null && !saysDitto(cell)) return { cell, isDitto: true }
  }
  return { cell: written, isDitto: false }
}

const saysDitto = (cell: RawCell): boolean =>
  typeof cell === 'string' && cell.length <= LONGEST && DITTO.test(cell)
