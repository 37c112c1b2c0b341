export type CsvCell = string | number | null

/** Text that a spreadsheet would run as a formula when it opens the file. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Rows as CSV that Excel opens as it is: UTF-8 with a byte order mark, lines ended by CRLF. Numbers
 * stay numbers, null is an empty cell; text that begins like a formula gets an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
