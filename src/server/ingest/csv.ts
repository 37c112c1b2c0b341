import { DeskError } from '#shared/diagnostics.ts'

/**
 * Rows of a text table; comma, semicolon or tab, whichever parts the first rows into most cells.
 * Throws DeskError IMPORT_FILE_UNREADABLE when a quote never closes: the rest would hide in a cell.
 */
export function parseCsv(text: string): string[][] {
  const named = /^sep=(.)\r?\n/.exec(text)
  if (named?.[1]) return split(text.slice(named[0].length), named[1])
  const widths = DELIMITERS.map((delimiter) => typicalWidth(text, delimiter))
  const widest = DELIMITERS[widths.indexOf(Math.max(...widths))] ?? ','
  return split(text, widest)
}

const DELIMITERS = [',', ';', '\t'] as const

/** Median cells a row over the first rows, or those before a quote that does not fit. */
function typicalWidth(text: string, delimiter: string): number {
  const widths: number[] = []
  try {
    for (const row of rowsOf(text, delimiter)) if (widths.push(row.length) === 40) break
  } catch {
    // Reading the whole will say where the quote stands.
  }
  return widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
}

function split(text: string, delimiter: string): string[][] {
  const rows = [...rowsOf(text, delimiter)]
  const last = rows.at(-1)
  if (last?.length === 1 && last[0] === '') rows.pop()
  return rows
}

function* rowsOf(text: string, delimiter: string): Generator<string[], void> {
  const once = oneOfEach()
  let row: string[] = []
  let at = 0
  let number = 1
  while (at <= text.length) {
    const [cell, end] =
      text[at] === '"' ? quoted(text, at, delimiter, number) : bare(text, at, delimiter)
    row.push(once(cell, row.length))
    at = end + 1
    if (text[end] === delimiter) continue
    if (text[end] === '\r' && text[at] === '\n') at += 1
    yield row
    row = []
    number += 1
    if (end >= text.length) return
  }
}

const MOST_KEPT = 5000
const LONGEST_KEPT = 24

/**
 * Gives equal short texts of a column as one, as columns of names and days repeat: a long table is half
 * as large then. A column of more different ones, of titles or numbers, is asked no further.
 */
function oneOfEach(): (cell: string, column: number) => string {
  const columns: Map<string, string>[] = []
  const done = new Map<string, string>()
  return (cell, column) => {
    if (cell.length < 2 || cell.length > LONGEST_KEPT) return cell
    const kept = (columns[column] ??= new Map())
    if (kept === done) return cell
    const known = kept.get(cell)
    if (known !== undefined) return known
    if (kept.size < MOST_KEPT) kept.set(cell, cell)
    else columns[column] = done
    return cell
  }
}

/** The cell that starts at `from` and the place of the sign that ends it. */
function bare(text: string, from: number, delimiter: string): [string, number] {
  let end = from
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
    end += 1
  return [text.slice(from, end), end]
}

function quoted(text: string, from: number, delimiter: string, row: number): [string, number] {
  let cell = ''
  let at = from + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) throw new DeskError('IMPORT_FILE_UNREADABLE', `第 ${row} 行的引号没有成对`)
    cell += text.slice(at, close)
    at = close + 1
    if (text[at] !== '"') break
    cell += '"'
    at += 1
  }
  const [rest, end] = bare(text, at, delimiter)
  return [cell + rest, end]
}
