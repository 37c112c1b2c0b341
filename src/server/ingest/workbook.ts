import { SSF, read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { DeskError } from '#shared/diagnostics.ts'
import { columnLetters, type NumberCell, type RawCell, type ReadSheet } from './cells.ts'
import { numberCell } from './number-cell.ts'
import { MOST_COLUMNS, MOST_ROWS, mustBeNarrow, trimmed } from './sheet-limits.ts'
import { withNoResults } from './no-results.ts'
import { takeTexts } from './shared-texts.ts'
import { OtherMarkup, takeRows, type StyledNumber, type TakenRows } from './sheet-rows.ts'
import { inflatedSize, unpacked } from './zip.ts'

const LARGEST_INFLATED = 600 * 1024 * 1024
const MOST_PARTS = 2000
const MOST_SHEETS = 300
const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/
const TEXTS = 'xl/sharedStrings.xml'
/** Bytes from which a part is long: of a sheet some five thousand rows. */
const LONG = 2_000_000
const MOST_STYLES = 1000

/** What was taken out of a workbook before the library reads it. */
interface Taken {
  /** By part. */
  readonly rows: Map<string, TakenRows>
  /** The shared strings; null where the library reads them. */
  texts: readonly (string | null)[] | null
}

/** The sheets of a zipped workbook; parts of at least `long` bytes are read as they are inflated. */
export function sheetsOfZip(bytes: Uint8Array, long = LONG): ReadSheet[] {
  const hasLongTexts = (inflatedSize(bytes, TEXTS) ?? 0) >= long
  try {
    return sheetsTaken(bytes, long, hasLongTexts)
  } catch (error) {
    if (!hasLongTexts || !(error instanceof OtherMarkup)) throw error
    return sheetsTaken(bytes, long, false)
  }
}

/** Throws OtherMarkup where texts were taken that a sheet needs which only the library can read. */
function sheetsTaken(bytes: Uint8Array, long: number, takesTexts: boolean): ReadSheet[] {
  const taken: Taken = { rows: new Map(), texts: null }
  const withoutTexts = (pieces: Iterable<Uint8Array>): Uint8Array | null => {
    const own = takeTexts(pieces)
    taken.texts = own?.texts ?? null
    return own && new TextEncoder().encode(own.part)
  }
  const withoutRows = (name: string, pieces: Iterable<Uint8Array>): Uint8Array | null => {
    const own = takeRows(pieces, { rows: MOST_ROWS + 1, columns: MOST_COLUMNS })
    if (own === null || own.styles.size > MOST_STYLES) return null
    taken.rows.set(name, own)
    return new TextEncoder().encode(own.around(standIn(name, own.styles)))
  }
  const limits = { largest: LARGEST_INFLATED, mostParts: MOST_PARTS }
  const plain = unpacked(bytes, limits, (name, size, pieces) => {
    if (takesTexts && name === TEXTS) return withoutTexts(pieces())
    if (!WORKSHEET.test(name)) return null
    const others = takesTexts || size >= long ? withoutRows(name, pieces()) : null
    return others ?? withNoResults(pieces())
  })
  return sheetsOf(plain, false, taken)
}

/** The sheets of a workbook as the library reads it; `taken` is what it was not given. */
export function sheetsOf(
  source: Uint8Array | string,
  hasBytesForText = false,
  taken: Taken = { rows: new Map(), texts: null },
): ReadSheet[] {
  const type = typeof source === 'string' ? 'string' : 'array'
  // One row past the limit, so that a longer sheet is seen to be longer.
  const limits = { sheetRows: MOST_ROWS + 1, nodim: true }
  const book = read(source, {
    type,
    dense: true,
    cellNF: true,
    raw: true,
    cellFormula: false,
    cellHTML: false,
    ...limits,
  })
  if (book.SheetNames.length > MOST_SHEETS)
    throw new DeskError('IMPORT_FILE_TOO_LARGE', `超过 ${MOST_SHEETS} 张表`)
  const serialShift = book.Workbook?.WBProps?.date1904 ? 1462 : 0
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name]
    if (!sheet) return []
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    }))
    const isHidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0
    const rows = rowsOf(sheet)
    mustBeNarrow(rows)
    const own = taken.rows.get(partStoodInFor(rows))
    if (!own && taken.texts !== null && rows.some((row) => row?.some(({ t }) => t === 's')))
      throw new OtherMarkup()
    const texts = taken.texts ?? textsOf(book)
    const cells = trimmed(
      own
        ? rawRows(own, formatsOf(own, rows), { texts, shift: serialShift })
        : letGo(rows, (row) => rawRow(row, serialShift, hasBytesForText)),
    )
    return [
      { name: hasBytesForText ? fromBytes(name) : name, cells, merges, serialShift, isHidden },
    ]
  })
}

/**
 * Rows that stand in for those taken out of a part, so that the library says what it knows: the part,
 * and the number format of each style. It knows some formats only once they were used, hence two rows.
 */
function standIn(part: string, styles: ReadonlySet<number>): string {
  const row = (number: number): string => {
    const cells = [...styles].map(
      (s, i) => `<c r="${columnLetters(i)}${number}" s="${s}"><v>1</v></c>`,
    )
    return `<row r="${number}">${cells.join('')}</row>`
  }
  return `<row r="1"><c r="A1" t="str"><v>${STANDS_IN}${part}</v></c></row>${row(2)}${row(3)}`
}

const STANDS_IN = 'rongmei-desk rows of '

/** The part whose rows were taken out; '' where none were. */
function partStoodInFor(rows: readonly (CellObject[] | undefined)[]): string {
  const said = rows.length <= 3 ? rows[0]?.[0]?.v : undefined
  return typeof said === 'string' && said.startsWith(STANDS_IN) ? said.slice(STANDS_IN.length) : ''
}

/** Number formats by style, as the library said in the third row. */
function formatsOf(
  { styles }: TakenRows,
  rows: readonly (CellObject[] | undefined)[],
): ReadonlyMap<number, string> {
  return new Map([...styles].map((style, i) => [style, String(rows[2]?.[i]?.z ?? 'General')]))
}

/** The shared strings of a workbook; the library hands them on without saying so in its types. */
function textsOf(book: WorkBook): (string | null)[] {
  const all: unknown = 'Strings' in book ? book.Strings : []
  if (!Array.isArray(all)) return []
  return all.map((one: unknown) =>
    typeof one === 'object' &&
    one !== null &&
    't' in one &&
    typeof one.t === 'string' &&
    one.t !== ''
      ? one.t
      : null,
  )
}

/** Taken rows in our own shape. Equal numbers of a style share one cell. Throws where a text is lacking. */
function rawRows(
  { rows }: TakenRows,
  formats: ReadonlyMap<number, string>,
  { texts, shift }: { texts: readonly (string | null)[]; shift: number },
): RawCell[][] {
  const known = new Map<number, Map<number, NumberCell>>()
  const numberOf = ({ value, style }: StyledNumber): NumberCell => {
    const same = known.get(style) ?? new Map<number, NumberCell>()
    known.set(style, same)
    const found = same.get(value)
    if (found) return found
    const z = formats.get(style) ?? 'General'
    const w = z === 'General' ? undefined : SSF.format(z, value, { date1904: shift !== 0 })
    const fresh = numberCell(value, { z, ...(w !== undefined && { w }) }, shift)
    if (same.size > MOST_SHARED) same.clear()
    same.set(value, fresh)
    return fresh
  }
  return letGo(rows, (row = []) =>
    row.map((cell) => {
      if (cell === null || cell === '') return null
      if (typeof cell === 'string') return cell
      if (typeof cell === 'object') return numberOf(cell)
      const text = texts[cell]
      if (text === undefined) throw new DeskError('IMPORT_FILE_UNREADABLE', '文件损坏')
      return text
    }),
  )
}

const MOST_SHARED = 5000

function rowsOf(sheet: WorkSheet): (CellObject[] | undefined)[] {
  const rows: CellObject[][] = sheet['!data'] ?? []
  delete sheet['!data']
  return Array.from(rows)
}

/** Each row in our own shape; what it is made of is let go row by row, so that a long sheet is held once. */
function letGo<Row>(
  rows: (Row | undefined)[],
  raw: (row: Row | undefined) => RawCell[],
): RawCell[][] {
  return rows.map((row, at) => {
    rows[at] = undefined
    return raw(row)
  })
}

function rawRow(row: CellObject[] | undefined, shift: number, hasBytesForText: boolean): RawCell[] {
  // Holes of the sparse row become nulls.
  return Array.from(row ?? [], (cell: CellObject | undefined) =>
    cell ? rawCell(cell, shift, hasBytesForText) : null,
  )
}

function rawCell(cell: CellObject, shift: number, hasBytesForText: boolean): RawCell {
  if (typeof cell.v === 'number' && cell.t === 'n' && Number.isFinite(cell.v))
    return numberCell(cell.v, cell, shift)
  if (cell.v === undefined || cell.t === 'z') return null
  const text = cell.t === 's' || cell.w === undefined ? String(cell.v) : cell.w
  return text === '' ? null : hasBytesForText ? fromBytes(text) : text
}

/** Excel 95 kept text in the machine's code page; the library hands its bytes on one a character. */
function fromBytes(text: string): string {
  const codes = [...text].map((sign) => sign.charCodeAt(0))
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return text
  return new TextDecoder('gb18030').decode(Uint8Array.from(codes))
}
