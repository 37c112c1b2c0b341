import { readFileSync } from 'node:fs'
import path from 'node:path'
import { utils, write, type WorkSheet } from '@e965/xlsx'
import type { ImportSection } from '#shared/contract/imports.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { prepareImport } from '#server/ingest/prepare.ts'
import type { IncomingFile, PreparedRows, Watch } from '#server/ingest/prepared.ts'

export const GOLDEN = path.resolve(import.meta.dirname, '../golden')

/** After the golden year, so that all of it is past. */
export const CONTEXT = { today: '2025-02-01', zone: 'Asia/Shanghai' }

/** Nobody follows the reading and nothing is kept. */
export const UNWATCHED: Watch = {
  keep: async () => {},
  told: () => {},
  signal: new AbortController().signal,
}

/** The ledgers of a year as a centre keeps them. */
export const SIX_FILES = [
  '发稿台账2024.csv',
  '上级采用台账2024.xlsx',
  '舆情监测日报2024.xls',
  '舆情预警台账2024.xlsx',
  '安全播出记录2024.xlsx',
  '预算执行2024.xlsx',
]

export function goldenBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(GOLDEN, name)))
}

export function goldenFile(name: string): IncomingFile {
  return { name, bytes: goldenBytes(name), hash: name }
}

export function textFile(name: string, text: string): IncomingFile {
  return { name, bytes: new TextEncoder().encode(text), hash: name }
}

/** A text table; cells with commas or quotes are quoted. */
export function csvFile(name: string, rows: readonly (readonly string[])[]): IncomingFile {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return textFile(name, rows.map((row) => row.map(quoted).join(',')).join('\r\n'))
}

/** A workbook of sheets of plain cells. */
export function bookFile(
  name: string,
  sheets: Readonly<Record<string, readonly (readonly unknown[])[] | WorkSheet>>,
  options: { bookType?: 'xlsx' | 'biff8'; date1904?: boolean } = {},
): IncomingFile {
  const book = utils.book_new()
  for (const [title, sheet] of Object.entries(sheets)) {
    const rows = Array.isArray(sheet) ? sheet.map((row) => [...row]) : null
    utils.book_append_sheet(book, rows ? utils.aoa_to_sheet(rows) : { ...sheet }, title)
  }
  book.Workbook = { WBProps: { date1904: options.date1904 ?? false } }
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: options.bookType ?? 'xlsx' })
  return { name, bytes: new Uint8Array(bytes), hash: name }
}

export function prepared(...files: IncomingFile[]): PreparedRows {
  return prepareImport(files, CONTEXT)
}

/** The only section of the only file, with its rows. */
export function onlySection(file: IncomingFile): { section: ImportSection; rows: readonly Row[] } {
  const { preview, rows } = prepared(file)
  const [section, ...others] = preview.sections
  if (!section || others.length > 0) throw new Error(`${preview.sections.length} sections`)
  return { section, rows: rows[section.id] ?? [] }
}

/** Rows of all sections of a ledger. */
export function rowsOf({ preview, rows }: PreparedRows, ledger: string): Row[] {
  return preview.sections
    .filter((section) => section.ledger === ledger)
    .flatMap(({ id }) => rows[id] ?? [])
}

/** How many rows hold each word of a field. */
export function tally(rows: readonly Row[], field: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1
  return counts
}

export function sum(rows: readonly Row[], field: string): number {
  return rows.reduce((total, row) => total + Number(row[field] ?? 0), 0)
}
