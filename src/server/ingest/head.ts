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

/** One to three lines taken as the head of a table. */
export interface Head {
  /** 0-based rows. */
  readonly rows: readonly number[]
  readonly columns: readonly HeadColumn[]
}

/** Every line, and every two or three lines together, among the first filled ones that could be the head. */
export function possibleHeads(sheet: ReadSheet): Head[] {
  const filled = sheet.cells.flatMap((row, at) =>
    row.some((cell) => shownText(cell) !== '') ? [at] : [],
  )
  const heads = filled
    .slice(0, DEEPEST)
    .flatMap((at) => [oneLine(sheet, at), ...manyLines(sheet, at, 2), ...manyLines(sheet, at, 3)])
  return heads.filter((head) => !isCut(sheet, head))
}

/** Whether a cell merged downwards goes on below the head's last line: the head is deeper then. */
function isCut({ merges }: ReadSheet, { rows }: Head): boolean {
  const [first = 0, last = first] = [rows[0], rows.at(-1)]
  return merges.some(
    ({ top, bottom }) => top >= first && top <= last && bottom > last && bottom - top <= 2,
  )
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

/** Two or three lines from `at`; three only where cells are merged over or down them. */
function manyLines(sheet: ReadSheet, at: number, count: number): Head[] {
  const lines = sheet.cells.slice(at, at + count)
  if (lines.length < count) return []
  if (count === 3 && !isThreeDeep(sheet, at)) return []
  const columns: HeadColumn[] = []
  const left = lines.map(() => '')
  for (let index = 0; index < Math.max(...lines.map((row) => row.length)); index += 1) {
    const own = lines.map((row) => shownText(row[index]))
    const parts = own.map((text, depth) => {
      const isAlone = own.slice(0, depth).some((above) => above !== '')
      if (text !== '') left.splice(depth, left.length, text, ...own.slice(depth + 1))
      const hasBelow = own.slice(depth + 1).some((below) => below !== '')
      if (text !== '' || !hasBelow) return text
      return groupAt(sheet, at + depth, index, isAlone ? '' : (left[depth] ?? ''))
    })
    const said = parts.filter((part) => part !== '')
    const child = said.at(-1) ?? ''
    const tails = said.map((_, i) => said.slice(i).join(''))
    const names = [...new Set([...tails, ...said.toReversed()])]
    const group = said.slice(0, -1).join(' ')
    if (child !== '') columns.push({ index, text: said.join(' '), names, group })
  }
  return [{ rows: lines.map((_, i) => at + i), columns }]
}

/** Whether merged cells make three lines one head: one over columns, one of all three lines. */
function isThreeDeep({ merges }: ReadSheet, at: number): boolean {
  const inside = merges.filter(({ top, bottom }) => top >= at && bottom <= at + 2)
  const isOver = (line: number) =>
    inside.some(({ top, bottom, left, right }) => top === line && bottom === line && right > left)
  const isDown = inside.some(({ top, bottom }) => top === at && bottom === at + 2)
  return isOver(at) && (isOver(at + 1) || isDown)
}

/** The upper line's words over a column: those of its merged cell, else of the nearest to its left. */
function groupAt(sheet: ReadSheet, row: number, column: number, left: string): string {
  const over = sheet.merges.find(
    (m) => m.top <= row && row <= m.bottom && m.left <= column && column <= m.right,
  )
  if (!over) return left
  // A cell merged downwards shows its words in the upper line already.
  return over.top === row ? shownText(sheet.cells[over.top]?.[over.left]) : ''
}
