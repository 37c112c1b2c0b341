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
    if (saysMore(sheet.cells[at - 1] ?? []) || !isHead(sheet.cells[at] ?? [])) continue
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

/** Whether more than one cell of a row says anything: asked of every row, and of most the first two tell. */
function saysMore(row: readonly RawCell[]): boolean {
  const first = row.findIndex((cell) => !saysNothing(cell))
  return first >= 0 && row.some((cell, at) => at > first && !saysNothing(cell))
}

const isHead = (row: readonly RawCell[]): boolean =>
  row.filter(isText).length >= 3 &&
  row.every((cell) => cell === null || typeof cell === 'string') &&
  row.filter((cell) => isKnownHeading(shownText(cell))).length >= 3

const headKey = (row: readonly RawCell[]): string =>
  row.map((cell) => headingOf(shownText(cell)).key).join(' ')

/** Two tables stand side by side where a heading comes again right of an empty column. */
function sideBySide(sheet: ReadSheet): ReadSheet[] {
  const head = sheet.cells.slice(0, DEEPEST).find((row) => row.filter(isText).length >= 3)
  if (!head) return [sheet]
  const first = shownText(head.find(isText))
  return parted(
    sheet,
    afterGaps(sheet).filter((start) => first !== '' && shownText(head[start]) === first),
  )
}

/**
 * The parts of a table that empty columns part, where each has a head of known headings: they may be
 * different ledgers side by side, or one with a column left free. The table alone where there are none.
 */
export function partsBeside(sheet: ReadSheet): ReadSheet[] {
  const parts = parted(sheet, afterGaps(sheet))
  const isTable = ({ cells }: ReadSheet): boolean => cells.slice(0, DEEPEST).some(isHead)
  return parts.length > 1 && parts.every(isTable) ? parts : [sheet]
}

/** The first columns right of the empty ones. */
function afterGaps({ cells }: ReadSheet): number[] {
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0)
  if (width > WIDEST) return []
  const columns = Array.from({ length: width }, (_, index) => index)
  const [first = 0] = columns.filter((index) => cells.some((row) => !saysNothing(row[index])))
  const gaps = new Set(
    columns.filter((index) => index > first && cells.every((row) => saysNothing(row[index]))),
  )
  return columns.filter((index) => gaps.has(index - 1) && !gaps.has(index))
}

const parted = (sheet: ReadSheet, starts: readonly number[]): ReadSheet[] =>
  starts.length === 0
    ? [sheet]
    : [0, ...starts].map((start, i) => ({
        ...sheet,
        ...part(sheet, start, starts[i] ?? Number.POSITIVE_INFINITY),
      }))

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
