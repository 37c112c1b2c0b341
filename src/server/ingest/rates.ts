import { plainText, shownText } from './cells.ts'
import { underHeading } from './export-kinds.ts'
import type { MappedColumn } from './map-columns.ts'
import type { Reader } from './row-reader.ts'

/**
 * How bare numbers of a rate column are meant: `比值` for 0–1, `%` for percent. The heading's bracket
 * says it, else the kind of export, else the column: with a number above 1 in it, all are percent.
 */
export function rateUnit(
  { sheet, found, plan }: Pick<Reader, 'sheet' | 'found' | 'plan'>,
  { column, unit }: MappedColumn,
): '比值' | '%' {
  if (unit === '%') return '%'
  const known = underHeading(plan.kind?.rates, column.text)
  if (known !== undefined) return known === 'ratio' ? '比值' : '%'
  const first = (found.head.rows.at(-1) ?? 0) + 1
  const bare = sheet.cells.slice(first).flatMap((row) => {
    const cell = row[column.index] ?? null
    if (cell !== null && typeof cell !== 'string')
      return cell.format === 'plain' ? [cell.number] : []
    const text = plainText(shownText(cell))
    return /^\d+(\.\d+)?$/.test(text) ? [Number(text)] : []
  })
  return bare.length > 0 && bare.every((number) => number <= 1) ? '比值' : '%'
}
