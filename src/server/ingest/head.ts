import { shownText, type RawCell, type ReadSheet } from './cells.ts'

export interface HeadColumn {
  /** 0-based. */
  readonly index: number
  /** As written; parent and child joined where the head has two lines. */
  readonly text: string
  /** What the column may be known by, best first: parent and child, child alone, parent alone. */
  readonly names: readonly string[]
  /** The line above, for columns grouped under one. */
  readonly group: string
}

/** One or two lines taken as the head of a table. */
export interface Head {
  /** 0-based rows. */
  readonly rows: readonly number[]
  readonly columns: readonly HeadColumn[]
}

/** Every line, and every pair of lines, among the first filled ones that could be the head. */
export function possibleHeads(sheet: ReadSheet): Head[] {
  const filled = sheet.cells.flatMap((row, at) =>
    row.some((cell) => shownText(cell) !== '') ? [at] : [],
  )
  return filled.slice(0, DEEPEST).flatMap((at) => [oneLine(sheet, at), ...twoLines(sheet, at)])
}

/** Texts of the lines above the head. */
export function bannerOf(sheet: ReadSheet, head: Head): string[] {
  const above = sheet.cells.slice(0, head.rows[0] ?? 0)
  return above.flatMap((row) => row.map(shownText)).filter((text) => text !== '')
}

/** Whether a row prints the head again, as on the next page: most of its cells are the headings. */
export function repeatsHead(head: Head, row: readonly RawCell[]): boolean {
  const same = head.columns.filter(({ index, names }) => {
    const text = shownText(row[index])
    return text !== '' && names.includes(text)
  }).length
  return same >= 2 && same >= row.filter((cell) => shownText(cell) !== '').length * 0.6
}

const DEEPEST = 12

function oneLine(sheet: ReadSheet, at: number): Head {
  const row = sheet.cells[at] ?? []
  const columns = row.flatMap((cell, index) => {
    const text = shownText(cell)
    return text === '' ? [] : [{ index, text, names: [text], group: '' }]
  })
  return { rows: [at], columns }
}

function twoLines(sheet: ReadSheet, at: number): Head[] {
  const upper = sheet.cells[at] ?? []
  const lower = sheet.cells[at + 1]
  if (!lower) return []
  const columns: HeadColumn[] = []
  let left = ''
  for (let index = 0; index < Math.max(upper.length, lower.length); index += 1) {
    const own = shownText(upper[index])
    const child = shownText(lower[index])
    if (own !== '') left = own
    const group = own === '' && child !== '' ? groupAt(sheet, at, index, left) : own
    const names = [...new Set([group + child, child, group])].filter((name) => name !== '')
    const text = [group, child].filter((part) => part !== '').join(' ')
    if (names.length > 0) columns.push({ index, text, names, group: child === '' ? '' : group })
  }
  return [{ rows: [at, at + 1], columns }]
}

/** The upper line's words over a column: those of its merged cell, else of the nearest to its left. */
function groupAt(sheet: ReadSheet, row: number, column: number, left: string): string {
  const over = sheet.merges.find(
    (m) => m.top <= row && row <= m.bottom && m.left <= column && column <= m.right,
  )
  return over ? shownText(sheet.cells[over.top]?.[over.left]) : left
}
