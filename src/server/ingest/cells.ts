/** A cell as the file holds it: text, a number with its format, or nothing. */
export type RawCell = string | NumberCell | null

export interface NumberCell {
  /** As stored: dates are Excel serials. */
  readonly number: number
  /** What its number format makes of it: `date` shows days, `time` hours, `dateTime` both. */
  readonly format: 'plain' | 'percent' | 'date' | 'dateTime' | 'time'
  /** As a person sees it. */
  readonly shown: string
}

/** Stands where a cell holds a formula that nothing ever calculated: what it comes to is not known. */
export const NO_RESULT = '公式没有结果'

/** A block of cells the spreadsheet shows as one; 0-based, ends included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface ReadSheet {
  readonly name: string
  /** Rows from the sheet's first; a row is as long as its last filled cell. */
  readonly cells: readonly (readonly RawCell[])[]
  readonly merges: readonly Merge[]
  /** Days to add to a serial so that it counts from 1900: 1462 in a 1904 workbook. */
  readonly serialShift: number
  readonly isHidden: boolean
}

/** The cell as text a person would recognise; '' for nothing. */
export function shownText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? cell.trim() : cell.shown
}

/** For cells merged downwards, what they all show, by `row,column`. */
export function cellsAbove(sheet: ReadSheet): ReadonlyMap<string, RawCell> {
  const filled = new Map<string, RawCell>()
  for (const { top, bottom, left } of sheet.merges) {
    const cell = sheet.cells[top]?.[left] ?? null
    if (cell === null) continue
    const last = Math.min(bottom, sheet.cells.length - 1)
    for (let at = top + 1; at <= last; at += 1) filled.set(`${at},${left}`, cell)
  }
  return filled
}

/** Column letters as the spreadsheet shows them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  const letter = String.fromCharCode(65 + (index % 26))
  return rest === 0 ? letter : columnLetters(rest - 1) + letter
}

/** A cell as the spreadsheet names it: B3. Row and column are 0-based. */
export const cellName = ({
  row,
  column,
}: {
  readonly row: number
  readonly column: number
}): string => `${columnLetters(column)}${row + 1}`

/**
 * Text that people write in many widths, in one: full-width letters and digits become half-width,
 * no-break spaces plain ones, Ⅲ becomes III. For comparing and parsing, never for keeping.
 */
export function plainText(text: string): string {
  return PLAIN.test(text) ? text.trim() : text.normalize('NFKC').trim()
}

/** A number as exact decimal text, to the 15 digits a spreadsheet keeps. */
export function decimalText(number: number): string {
  const isExact = Number.isInteger(number) && Math.abs(number) < 1e15
  return String(isExact ? number : Number(number.toPrecision(15)))
}

/** Whether a cell says that there is nothing: empty, a dash, 无, N/A, a division by zero. */
export function saysNothing(cell: RawCell | undefined): boolean {
  if (cell === null || cell === undefined) return true
  if (typeof cell !== 'string') return false
  const text = cell.trim()
  return text.length <= LONGEST_NOTHING && NOTHING.has(plainText(text).toUpperCase())
}

// Normalising costs more than asking whether there is anything to normalise.
const PLAIN = /^[\x20-\x7e\u4e00-\u9fa5]*$/
const LONGEST_NOTHING = 8
const NOTHING = new Set([
  '',
  NO_RESULT,
  ...'- -- --- — —— – ― ─ / // \\ 无 暂无 N/A NA NULL #N/A #DIV/0!'.split(' '),
])
