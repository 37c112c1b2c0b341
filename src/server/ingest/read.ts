import { SSF, read, type CellObject, type WorkSheet } from '@e965/xlsx'
import { DIAGNOSTICS, DeskError, type DiagnosticCode } from '#shared/diagnostics.ts'
import { addDays } from '#shared/time/day.ts'
import { decimalText, type NumberCell, type RawCell, type ReadSheet } from './cells.ts'
import { parseCsv } from './csv.ts'
import { decodeText, isExcel95, isOpenDocument, sniff } from './sniff.ts'
import { unpacked } from './zip.ts'

export interface Problem {
  readonly code: DiagnosticCode
  readonly why: string
  readonly fix: string
}

/** A file as cells, or as the parsed JSON of a report; `problem` when it could not be opened. */
export interface ReadFile {
  readonly name: string
  readonly size: number
  readonly format: string
  readonly encoding: string | null
  readonly problem: Problem | null
  readonly sheets: readonly ReadSheet[]
  /** Parsed JSON; undefined for tables. */
  readonly report: unknown
}

/** Opens a file by what its bytes are, not by its name; text in the `encoding` asked for. Never throws: a failure is its `problem`. */
export function readFile(name: string, bytes: Uint8Array, encoding?: string): ReadFile {
  const blank = {
    name,
    size: bytes.length,
    format: '未知',
    encoding: null,
    problem: null,
    sheets: [],
    report: undefined,
  }
  try {
    if (bytes.length === 0) throw new DeskError('IMPORT_FILE_UNREADABLE', '文件是空的')
    if (bytes.length > LARGEST_FILE) throw new DeskError('IMPORT_FILE_TOO_LARGE')
    return { ...blank, ...opened(bytes, name.replace(/\.[^.]*$/, ''), encoding) }
  } catch (error) {
    return { ...blank, problem: problemOf(error) }
  }
}

const LARGEST_FILE = 30 * 1024 * 1024
const LARGEST_INFLATED = 600 * 1024 * 1024
const MOST_PARTS = 2000
const MOST_ROWS = 200_000
/** As many as a spreadsheet has. */
const MOST_COLUMNS = 16_384
const MOST_CELLS = 5_000_000
const MOST_SHEETS = 300
const LONGEST_TEXT = 100_000
/** 31 December 9999, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_466

type Opened = Pick<ReadFile, 'format'> & Partial<Pick<ReadFile, 'encoding' | 'sheets' | 'report'>>

function opened(bytes: Uint8Array, title: string, encoding: string | undefined): Opened {
  const kind = sniff(bytes)
  switch (kind) {
    case 'zip': {
      const plain = unpacked(bytes, { largest: LARGEST_INFLATED, mostParts: MOST_PARTS })
      const format = isOpenDocument(bytes) ? '开放文档（.ods）' : 'Excel（.xlsx）'
      return { format, sheets: sheetsOf(plain) }
    }
    case 'ole':
    case 'oldBook': {
      const isOld = kind === 'oldBook' || isExcel95(bytes)
      return { format: 'Excel（.xls）', sheets: sheetsOf(bytes, isOld) }
    }
    case 'other':
      throw new DeskError('IMPORT_FILE_KIND')
    case 'markup':
    case 'json':
    case 'text':
      return openedText(kind, title, decodeText(bytes, encoding))
  }
}

function openedText(
  kind: 'markup' | 'json' | 'text',
  title: string,
  { text, encoding }: { text: string; encoding: string },
): Opened {
  if (kind === 'json') return { format: 'JSON', encoding, report: parsedJson(text) }
  if (kind === 'text') {
    const rows = parseCsv(text)
    mustBeNarrow(rows)
    const cells = trimmed(rows.map((row) => row.map((cell) => (cell === '' ? null : cell))))
    return {
      format: '文本表格',
      encoding,
      sheets: [{ name: title, cells, merges: [], serialShift: 0, isHidden: false }],
    }
  }
  if (!/<table|schemas-microsoft-com:office:spreadsheet/i.test(text))
    throw new DeskError('IMPORT_FILE_KIND')
  return { format: '网页表格', encoding, sheets: sheetsOf(text) }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DeskError('IMPORT_FILE_UNREADABLE', 'JSON 不完整')
  }
}

function sheetsOf(source: Uint8Array | string, hasBytesForText = false): ReadSheet[] {
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
    const cells = trimmed(letGo(rows, (row) => rawRow(row, serialShift, hasBytesForText)))
    return [
      { name: hasBytesForText ? fromBytes(name) : name, cells, merges, serialShift, isHidden },
    ]
  })
}

function rowsOf(sheet: WorkSheet): (CellObject[] | undefined)[] {
  const rows: CellObject[][] = sheet['!data'] ?? []
  delete sheet['!data']
  return Array.from(rows)
}

/** Each row in our own shape; the library's are let go one by one, so that a long sheet is held once. */
function letGo(
  rows: (CellObject[] | undefined)[],
  raw: (row: CellObject[] | undefined) => RawCell[],
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

function numberCell(number: number, { z, w }: CellObject, shift: number): NumberCell {
  const format = formatOf(String(z ?? 'General'))
  // A format may hide its number; what is there is read all the same.
  const shown = w?.trim() || decimalText(number)
  if (format === 'plain')
    return { number, format, shown: z && z !== 'General' ? shown : decimalText(number) }
  const isDated = Math.abs(number) < LAST_SERIAL
  if (format === 'percent' || format === 'time' || !isDated) return { number, format, shown }
  const day = addDays('1899-12-30', Math.floor(number) + shift)
  return { number, format, shown: format === 'date' ? day : `${day} ${w ?? ''}` }
}

const formats = new Map<string, NumberCell['format']>()

function formatOf(code: string): NumberCell['format'] {
  const known = formats.get(code)
  if (known) return known
  const bare = code.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, '')
  const hasDay = /[yd年]/i.test(bare)
  const hasTime = /[hs]/i.test(bare)
  const dated = hasDay ? (hasTime ? 'dateTime' : 'date') : hasTime ? 'time' : 'date'
  const format = SSF.is_date(code) ? dated : bare.includes('%') ? 'percent' : 'plain'
  formats.set(code, format)
  return format
}

/** Excel 95 kept text in the machine's code page; the library hands its bytes on one a character. */
function fromBytes(text: string): string {
  const codes = [...text].map((sign) => sign.charCodeAt(0))
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return text
  return new TextDecoder('gb18030').decode(Uint8Array.from(codes))
}

/** Throws for rows wider than any ledger, before their holes are filled. */
function mustBeNarrow(rows: readonly (readonly unknown[] | undefined)[]): void {
  const widest = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
  if (widest > MOST_COLUMNS)
    throw new DeskError('IMPORT_FILE_TOO_LARGE', `一行超过 ${MOST_COLUMNS} 列`)
}

/** Without empty rows at the end and empty cells at the end of rows. Throws when absurdly large. */
function trimmed(rows: RawCell[][]): RawCell[][] {
  for (const row of rows) while (row.length > 0 && isBlank(row.at(-1))) row.pop()
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  const isLong = (cell: RawCell): boolean => typeof cell === 'string' && cell.length > LONGEST_TEXT
  if (rows.some((row) => row.some(isLong)))
    throw new DeskError('IMPORT_FILE_TOO_LARGE', `一格超过 ${LONGEST_TEXT} 字`)
  if (rows.length > MOST_ROWS)
    throw new DeskError('IMPORT_FILE_TOO_LARGE', `一张表超过 ${MOST_ROWS} 行`)
  if (cells > MOST_CELLS) throw new DeskError('IMPORT_FILE_TOO_LARGE', '一张表的格子太多')
  return rows
}

const isBlank = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** What to tell of a file that could not be opened. */
export function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error)
  const unknown = /password/i.test(message) ? 'IMPORT_FILE_ENCRYPTED' : 'IMPORT_FILE_UNREADABLE'
  const code = error instanceof DeskError ? error.code : unknown
  const detail = error instanceof DeskError ? error.detail : ''
  const { why, fix } = DIAGNOSTICS[code]
  return { code, why: detail ? `${detail}：${why}` : why, fix }
}
