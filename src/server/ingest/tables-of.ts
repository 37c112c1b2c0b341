import { saysNothing, shownText, type RawCell, type ReadSheet } from './cells.ts'
import { headingOf } from './heading.ts'
import { isKnownHeading } from './map-columns.ts'

/**
 * The tables of a sheet: those side by side, parted by an empty column, and those below one another,
 * each with a head of its own. Each is a sheet with its cells where they stood.
 */
export function tablesOf(sheet: ReadSheet): ReadSheet[] {
  return sideBySide(sheet).flatMap(belowEachOther)
}

/**
 * A further table begins where, below an empty line or a title, a line of known headings stands that
 * are not those of the table above: those would be its head printed again.
 */
function belowEachOther(sheet: ReadSheet): ReadSheet[] {
  const first = sheet.cells.slice(0, DEEPEST).findIndex(isHead)
  if (first < 0) return [sheet]
  const starts: number[] = []
  let above = headKey(sheet.cells[first] ?? [])
  for (let at = first + 2; at < sheet.cells.length; at += 1) {
    if (filled(sheet.cells[at - 1] ?? []) > 1 || !isHead(sheet.cells[at] ?? [])) continue
    const key = headKey(sheet.cells[at] ?? [])
    if (key === above) continue
    above = key
    starts.push(titleAbove(sheet, at, first))
  }
  if (starts.length === 0) return [sheet]
  // What stands over the whole sheet is said of every table; the first one's own title is not.
  const over = titleAbove(sheet, first, 0)
  return [0, ...starts].map((start, i) => {
    const end = starts[i] ?? sheet.cells.length
    const cells = sheet.cells
      .slice(0, end)
      .map((row, at) => (at >= start || at < over || (over === 0 && at === 0) ? row : []))
    const merges = sheet.merges.filter(({ top, bottom }) => top >= start && bottom < end)
    return { ...sheet, cells, merges }
  })
}

/** Where the titles directly above a head begin: lines of a single cell. */
function titleAbove(sheet: ReadSheet, head: number, least: number): number {
  let at = head
  while (at - 1 > least && filled(sheet.cells[at - 1] ?? []) === 1) at -= 1
  return at
}

const filled = (row: readonly RawCell[]): number => row.filter((cell) => !saysNothing(cell)).length

const isHead = (row: readonly RawCell[]): boolean =>
  row.filter(isText).length >= 3 &&
  row.every((cell) => cell === null || typeof cell === 'string') &&
  row.filter((cell) => isKnownHeading(shownText(cell))).length >= 3

const headKey = (row: readonly RawCell[]): string =>
  row.map((cell) => headingOf(shownText(cell)).key).join(' ')

/** Two tables stand side by side where a heading comes again right of an empty column. */
function sideBySide(sheet: ReadSheet): ReadSheet[] {
  const width = sheet.cells.reduce((most, row) => Math.max(most, row.length), 0)
  if (width > WIDEST) return [sheet]
  const head = sheet.cells.slice(0, DEEPEST).find((row) => row.filter(isText).length >= 3)
  const gaps = Array.from({ length: width }, (_, index) => index).filter((index) =>
    sheet.cells.every((row) => saysNothing(row[index])),
  )
  const starts = gaps.map((gap) => gap + 1).filter((start) => !gaps.includes(start))
  if (!head || starts.length === 0) return [sheet]
  const first = shownText(head.find(isText))
  const again = starts.filter((start) => first !== '' && shownText(head[start]) === first)
  if (again.length === 0) return [sheet]
  return [0, ...again].map((start, i) => {
    const end = again[i] ?? width
    return { ...sheet, ...part(sheet, start, end) }
  })
}

const WIDEST = 200
const DEEPEST = 12

const isText = (cell: unknown): boolean => typeof cell === 'string' && cell.trim() !== ''

function part(sheet: ReadSheet, start: number, end: number): Pick<ReadSheet, 'cells' | 'merges'> {
  const cells = sheet.cells.map((row) =>
    row.slice(0, end).map((cell, index) => (index < start ? null : cell)),
  )
  const merges = sheet.merges.filter(({ left, right }) => left >= start && right < end)
  return { cells, merges }
}
