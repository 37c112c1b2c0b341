import { saysNothing, shownText, type RawCell, type ReadSheet } from './cells.ts'
import { possibleHeads, type Head, type HeadColumn } from './head.ts'
import { headingOf } from './heading.ts'
import { readYear } from './normalise-dates.ts'
import { rowKinds, type RowKind } from './rows.ts'
import { isPeriod, placeOf, slotsOf, type Place } from './summary-places.ts'

/** A sheet of totals: lines say of what a figure is, slots of when. */
export interface Layout {
  /** Months stand across, lines below one another. */
  readonly isAcross: boolean
  readonly head: Head
  /** The words over the labels. */
  readonly corner: string
  /** The column of the labels, or the row where they stand across; 0-based. */
  readonly labelsAt: number
  readonly lines: readonly Place[]
  readonly slots: readonly Place[]
}

/** The cell where a line and a slot cross, 0-based. */
export const crossing = (
  { isAcross }: Layout,
  line: Place,
  slot: Place,
): { row: number; column: number } =>
  isAcross ? { row: line.index, column: slot.index } : { row: slot.index, column: line.index }

/** How a table of periods and lines is laid out; null where no side names two periods. */
export function layoutOf(sheet: ReadSheet, year: number | null): Layout | null {
  if (sheet.cells.length > MOST_ROWS || widthOf(sheet.cells) > MOST_COLUMNS) return null
  const found = [across(sheet, year), down(sheet, year)].filter((each) => each !== null)
  const periods = ({ slots }: Layout) => slots.filter(isPeriod).length
  return found.toSorted((a, b) => periods(b) - periods(a))[0] ?? null
}

const LEAST = 2
// Larger tables list what happened; sheets of totals are looked at whole.
const [MOST_ROWS, MOST_COLUMNS] = [500, 100]
const YEARS = /^年[份度]?$/

const widthOf = (rows: ReadSheet['cells']): number =>
  rows.reduce((most, row) => Math.max(most, row.length), 0)
const isSaid = (text: string): boolean => text !== ''
const isTotal = (kind: RowKind): boolean => kind.endsWith('计')

/** A column's words, those of the line above first. */
const textsOf = (column: HeadColumn | undefined): string[] =>
  !column || column.group === ''
    ? [column?.text ?? ''].filter(isSaid)
    : [column.group, column.text.slice(column.group.length + 1)]

/** Months across: the head with the most different periods; that of two years has two lines. */
function across(sheet: ReadSheet, year: number | null): Layout | null {
  const tried = possibleHeads(sheet).map((head) => {
    const last = head.rows.at(-1) ?? 0
    const byIndex = new Map(head.columns.map((column) => [column.index, column]))
    const width = widthOf(sheet.cells.slice(head.rows[0] ?? 0))
    const places = Array.from({ length: width }, (_, index) =>
      placeOf(index, textsOf(byIndex.get(index)), sheet.cells[last]?.[index] ?? null, year),
    )
    const periods = places.filter(isPeriod)
    const distinct = new Set(periods.map(({ texts, period }) => period?.key ?? texts.join('')))
    return { head, last, places, first: periods[0]?.index ?? 0, count: distinct.size }
  })
  const [best] = tried.toSorted(
    (a, b) => b.count - a.count || a.head.rows.length - b.head.rows.length,
  )
  if (!best || best.count < LEAST) return null
  const { head, last, places, first } = best
  const body = sheet.cells.slice(last + 1)
  const isText = (cell: RawCell | undefined): boolean =>
    typeof cell === 'string' && !saysNothing(cell)
  const labels = places.filter(
    ({ index, kind, texts }) =>
      index < first &&
      (kind === 'data' || kind === 'blank') &&
      (YEARS.test(headingOf(texts.join('')).bare) || body.some((row) => isText(row[index]))),
  )
  if (labels.length === 0) return null
  return {
    isAcross: true,
    head,
    corner: labels.at(-1)?.texts.join('') ?? '',
    labelsAt: labels.at(-1)?.index ?? 0,
    lines: linesDown(
      sheet,
      head,
      labels.map(({ index }) => index),
    ),
    slots: slotsOf(places.filter((place) => !labels.includes(place))),
  }
}

/** The rows below a head as lines. A group is said once, at the first of its lines, and so is a year. */
function linesDown(sheet: ReadSheet, head: Head, labels: readonly number[]): Place[] {
  const last = head.rows.at(-1) ?? 0
  const kindOf = rowKinds(sheet, head, new Set(head.columns.map(({ index }) => index)))
  let above: readonly string[] = []
  let now: number | null = null
  return sheet.cells.slice(last + 1).map((row, i) => {
    const own = labels.map((index) => shownText(row[index]))
    const first = own.findIndex(isSaid)
    const texts = first < 0 ? own : [...above.slice(0, first), ...own.slice(first)]
    if (first >= 0) above = texts
    const years = texts.map((text) => readYear(text))
    for (const read of years) if (read.ok) now = Number(read.value)
    const words = texts.filter((text, at) => isSaid(text) && !years[at]?.ok)
    const place = placeOf(last + 1 + i, words, null, null)
    const line = { ...place, year: now, period: null, lacksYear: false }
    const kind = kindOf(row)
    if (kind === 'data') return { ...line, kind: place.kind === 'blank' ? 'data' : place.kind }
    return { ...line, kind: isTotal(kind) ? 'total' : kind }
  })
}

/** Months below one another: the column with the most periods, under the head right above them. */
function down(sheet: ReadSheet, year: number | null): Layout | null {
  const heads = possibleHeads(sheet)
  const tried = [0, 1, 2].flatMap((column) => {
    const places = slotsDown(sheet, column, year)
    const periods = places.filter(isPeriod)
    const head = headAbove(sheet, heads, { column, first: periods[0]?.index ?? 0 })
    return head ? [{ column, head, places, count: periods.length }] : []
  })
  const [best] = tried.toSorted((a, b) => b.count - a.count)
  if (!best || best.count < LEAST) return null
  const { column, head, places } = best
  const last = head.rows.at(-1) ?? 0
  const byIndex = new Map(head.columns.map((each) => [each.index, each]))
  const width = widthOf(sheet.cells.slice(head.rows[0] ?? 0))
  const lines = Array.from({ length: width }, (_, index) => ({
    ...placeOf(index, textsOf(byIndex.get(index)), null, null),
    period: null,
    lacksYear: false,
  }))
  const kindOf = rowKinds(sheet, head, new Set(byIndex.keys()))
  const slots = places.slice(last + 1).map((place) => {
    const kind = kindOf(sheet.cells[place.index] ?? [])
    return kind === 'data' || isTotal(kind) ? place : { ...place, kind }
  })
  return {
    isAcross: false,
    head,
    corner: textsOf(byIndex.get(column)).join(''),
    labelsAt: last,
    lines: lines.filter(
      ({ index, texts }) => index !== column && !(index < column && YEARS.test(texts.join(''))),
    ),
    slots: slotsOf(slots),
  }
}

/** What each row's label says of time; a year said once, beside or above its months, holds for them. */
function slotsDown(sheet: ReadSheet, column: number, year: number | null): Place[] {
  let now = year
  return sheet.cells.map((row, index) => {
    const cell = row[column] ?? null
    const isAlone = row.slice(column + 1).every(saysNothing)
    for (const said of [...row.slice(0, column), isAlone ? cell : null]) {
      const read = said === null ? null : readYear(said)
      if (read?.ok) now = Number(read.value)
    }
    return placeOf(index, [shownText(cell)].filter(isSaid), cell, now)
  })
}

/** The head that ends right above the first period; of two lines where the lower one leaves its corner free. */
function headAbove(
  sheet: ReadSheet,
  heads: readonly Head[],
  { column, first }: { readonly column: number; readonly first: number },
): Head | null {
  const isClose = ({ rows }: Head): boolean => {
    const last = rows.at(-1) ?? 0
    const between = sheet.cells.slice(last + 1, first)
    return (
      last < first && between.every((row) => row.filter((cell) => !saysNothing(cell)).length <= 1)
    )
  }
  const close = heads.filter((head) => isClose(head) && head.columns.length >= 2)
  const [whole] = close
    .filter(({ columns }) => columns.some(({ index }) => index === column))
    .toSorted((a, b) => a.rows.length - b.rows.length)
  return whole ?? close.toSorted((a, b) => a.rows.length - b.rows.length)[0] ?? null
}
