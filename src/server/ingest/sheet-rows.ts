import { NO_RESULT } from './cells.ts'

/** A cell as a worksheet part writes it: a shared string by its number, text, a number with its style. */
export type Written = number | string | StyledNumber | null

export interface StyledNumber {
  readonly value: number
  readonly style: number
}

/** The rows of a worksheet part, and the part with other rows in their place. */
export interface TakenRows {
  /** Whoever turns them into something else lets each go. */
  readonly rows: (Written[] | undefined)[]
  /** The styles its numbers are in. */
  readonly styles: ReadonlySet<number>
  /** The part around the rows; what stands there instead is of the caller's making. */
  around(rows: string): string
}

export interface RowLimits {
  readonly rows: number
  readonly columns: number
}

/**
 * Takes the rows out of a worksheet part as its bytes come in, so that a long sheet is never held as
 * text: ECMA-376 §18.3.1.80. Null where anything stands there that is not plainly a value, a shared
 * string or a text: such a part is for the library.
 */
export function takeRows(pieces: Iterable<Uint8Array>, limits: RowLimits): TakenRows | null {
  const taker = rowTaker(limits)
  try {
    return taker(pieces)
  } catch (error) {
    if (error instanceof OtherMarkup) return null
    throw error
  }
}

/** What stands in a part is not plainly what we read: such a part is for the library. */
export class OtherMarkup extends Error {}

const BEGIN = '<sheetData>'
const END = '</sheetData>'
/** What may stand before the rows; a part that has more is none of ours. */
const LONGEST_HEAD = 1_000_000
const LONGEST_ROW = 1_000_000

const ROW = /\s*<row(?: r="(\d+)")?((?: [\w:]+="[^"<]*")*)\s*(\/)?>/y
const ROW_END = /\s*<\/row>/y
const CELL =
  /\s*<c r="([A-Z]{1,3})(\d+)"(?: s="(\d+)")?(?: t="(\w+)")?(?: s="(\d+)")?(?: xml:space="preserve")?\s*(?:\/>|>(<f\b[^<>]*(?:\/>|>[^<]*<\/f>))?(?:<v(?: xml:space="preserve")?>([^<]*)<\/v>|<v\/>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>)/y

function rowTaker(limits: RowLimits): (pieces: Iterable<Uint8Array>) => TakenRows {
  const rows: Written[][] = []
  const styles = new Set<number>()
  let number = 0

  /** Reads the whole rows at the start of a text; where the first that is not whole begins. */
  function rowsIn(text: string): number {
    let at = 0
    for (;;) {
      const row = matchAt(ROW, text, at)
      if (!row) return at
      const [all, own, , isEmpty] = row
      const end = isEmpty ? at + all.length : text.indexOf('</row>', at)
      if (end < 0) return at
      const place = own === undefined ? number + 1 : Number(own)
      if (place <= number) throw new OtherMarkup()
      number = place
      const cells = isEmpty ? [] : cellsIn(text, at + all.length, place)
      at = isEmpty ? end : end + '</row>'.length
      if (place > limits.rows) continue
      while (rows.length < place - 1) rows.push([])
      rows.push(cells)
    }
  }

  function cellsIn(text: string, from: number, row: number): Written[] {
    const cells: Written[] = []
    let at = from
    for (;;) {
      const cell = matchAt(CELL, text, at)
      if (!cell) break
      at += cell[0].length
      const column = columnOf(cell[1] ?? '')
      if (Number(cell[2]) !== row || column < cells.length || column >= limits.columns)
        throw new OtherMarkup()
      const written = cellWritten(cell)
      if (written === null) continue
      if (typeof written === 'object') styles.add(written.style)
      while (cells.length < column) cells.push(null)
      cells.push(written)
    }
    if (!matchAt(ROW_END, text, at)) throw new OtherMarkup()
    return cells
  }

  return (pieces) => {
    const decoder = new TextDecoder()
    let head: string | null = null
    let tail: string | null = null
    let text = ''
    const read = (): void => {
      if (head === null) {
        const begin = text.indexOf(BEGIN)
        if (begin < 0 && text.length > LONGEST_HEAD) throw new OtherMarkup()
        if (begin < 0) return
        head = text.slice(0, begin + BEGIN.length)
        text = text.slice(begin + BEGIN.length)
      }
      if (tail !== null) {
        tail += text
        text = ''
        return
      }
      text = text.slice(rowsIn(text))
      if (text.length > LONGEST_ROW) throw new OtherMarkup()
      if (!text.trimStart().startsWith(END)) return
      tail = text
      text = ''
    }
    for (const piece of pieces) {
      text += decoder.decode(piece, { stream: true })
      read()
    }
    text += decoder.decode()
    read()
    const [before, after] = [head, tail]
    if (before === null || after === null) throw new OtherMarkup()
    return { rows, styles, around: (others) => `${before}${others}${after}` }
  }
}

/** What the sticky pattern makes of the text at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function cellWritten(cell: RegExpExecArray): Written {
  const [, , , before, type = 'n', after, formula, value, inline] = cell
  if (type === 'inlineStr') {
    if (inline === undefined) throw new OtherMarkup()
    return unescaped(inline)
  }
  if (inline !== undefined) throw new OtherMarkup()
  if (value === undefined || value === '') {
    if (formula !== undefined && (type === 'n' || type === 'e')) return NO_RESULT
    if (type !== 'n' && type !== 's' && type !== 'str') throw new OtherMarkup()
    return null
  }
  const style = Number(before ?? after ?? 0)
  if (type === 'n' && NUMBER.test(value)) return { value: Number.parseFloat(value), style }
  if (type === 's' && /^\d+$/.test(value)) return Number(value)
  // The library takes such text's escapes off twice, before and after its encoding.
  if (type === 'str' && !value.includes('&#')) return unescaped(unescaped(value))
  if (type === 'e' && ERRORS.has(value)) return value
  throw new OtherMarkup()
}

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?$/
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'])

/** 0-based. */
function columnOf(letters: string): number {
  let column = 0
  for (let i = 0; i < letters.length; i += 1) column = column * 26 + letters.charCodeAt(i) - 64
  return column - 1
}

const NAMED: Readonly<Record<string, string | undefined>> = {
  '&quot;': '"',
  '&apos;': "'",
  '&gt;': '>',
  '&lt;': '<',
  '&amp;': '&',
}

/** Text as XML and then OOXML escape it; `_x000D_` is a sign of its own there: §22.9.2.19. */
export function unescaped(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:quot|apos|gt|lt|amp|#x?([\da-fA-F]+));/g, (whole, code?: string) =>
        code === undefined ? (NAMED[whole] ?? whole) : signOf(code, whole.includes('x')),
      )
    : text
  const whole = plain.includes('_x')
    ? plain.replace(/_x([\da-fA-F]{4})_/gi, (_, code: string) => signOf(code, true))
    : plain
  return whole.includes('\r') ? whole.replace(/\r\n/g, '\n') : whole
}

const signOf = (code: string, isHex: boolean): string =>
  String.fromCharCode(Number.parseInt(code, isHex ? 16 : 10))
