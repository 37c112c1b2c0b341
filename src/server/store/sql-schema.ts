import * as z from 'zod/mini'
import { sortOfBatch } from '#shared/batch-sorts.ts'
import { settingsFrom, type Settings } from '#shared/contract/settings.ts'
import { batchSchema } from '#shared/contract/imports.ts'
import { blankRow, type Cell, type Ledger, type Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { isNumeric } from './cells.ts'
import { rowIn } from './json-rows.ts'
import type { Batch, Draft, HistoryEntry, ImportPart } from './store.ts'
import type { Kept, Rewritten } from './tables.ts'

/** `sort` follows from the others; by it batches are listed. */
interface BatchTable extends Omit<Batch, 'files' | 'counts' | 'notes'> {
  readonly sort: string
  readonly files: string
  readonly counts: string
  readonly notes: string
}

interface HistoryTable extends Omit<HistoryEntry, 'before' | 'after'> {
  readonly number: number
  readonly ledger: LedgerId
  readonly record: string
  readonly before: string
  readonly after: string
}

/** The tables every database has beside those of the ledgers. JSON stands in them as text. */
export interface Database {
  batches: BatchTable
  coverage: { ledger: LedgerId; from: string; to: string; batch: string }
  history: HistoryTable
  /** Under which definition a ledger's derived cells and kept sums were made. */
  definitions: { ledger: LedgerId; definition: string }
  revisions: { name: LedgerId | 'settings'; revision: number }
  settings: { name: string; json: string }
  drafts: Omit<Draft, 'files'> & { readonly files: string }
  files: { hash: string; bytes: Uint8Array }
  importParts: ImportPart
  /** `said` names fields, joined by commas. */
  confirmations: {
    ledger: LedgerId
    record: string
    batch: string
    after: number
    said: string | null
  }
}

/** A row of a ledger's table as the driver gives it. */
export type LedgerRow = Readonly<Record<string, unknown>>

export const SYSTEM_COLUMNS = [
  'id',
  'identity',
  'batch',
  'createdAt',
  'createdBy',
  'changedAt',
  'changedBy',
  'removedAt',
] as const

/** Columns of a ledger's table. */
export const columnsOf = (ledger: LedgerId): string[] => [
  ...SYSTEM_COLUMNS,
  ...Object.keys(ledgerOf(ledger).fields),
]

const SYSTEM: ReadonlySet<string> = new Set(SYSTEM_COLUMNS)
const isSystem = (column: string): column is (typeof SYSTEM_COLUMNS)[number] => SYSTEM.has(column)

/** What a record holds in a column. */
export const cellOf = (record: Kept, column: string): Cell =>
  isSystem(column) ? record[column] : (record.row[column] ?? null)

/** The columns in which a record will read otherwise. */
export const columnsChanged = ({ before, after, changed }: Rewritten): string[] => [
  ...SYSTEM_COLUMNS.filter((column) => before[column] !== after[column]),
  ...changed,
]

/** Some cells of a row, each of its field's type; `id` as text. */
export function cellsKept(definition: Ledger, fields: readonly string[], raw: LedgerRow): Row {
  const row: Record<string, Cell> = {}
  for (const name of fields) {
    const cell = raw[name] ?? null
    const field = definition.fields[name]
    row[name] = cell === null ? null : field && isNumeric(field) ? Number(cell) : String(cell)
  }
  return row
}

export function keptOf(ledger: LedgerId, raw: LedgerRow): Kept {
  const { fields } = ledgerOf(ledger)
  const row = blankRow(fields)
  for (const [name, field] of Object.entries(fields)) {
    const cell = raw[name] ?? null
    // Whole numbers come as text from some drivers.
    if (cell !== null) row[name] = isNumeric(field) ? Number(cell) : String(cell)
  }
  const textOrNull = (column: string) => (raw[column] === null ? null : String(raw[column]))
  return {
    id: String(raw.id),
    identity: String(raw.identity),
    row,
    batch: String(raw.batch),
    createdAt: String(raw.createdAt),
    createdBy: String(raw.createdBy),
    changedAt: textOrNull('changedAt'),
    changedBy: textOrNull('changedBy'),
    removedAt: textOrNull('removedAt'),
  }
}

const filesSchema = z.array(z.object({ name: z.string(), hash: z.string() }))

export const batchOf = (row: BatchTable): Batch =>
  batchSchema.parse({
    ...row,
    files: JSON.parse(row.files),
    counts: JSON.parse(row.counts),
    notes: JSON.parse(row.notes),
  })

export const batchRow = (batch: Batch): BatchTable => ({
  ...batch,
  files: JSON.stringify(batch.files),
  counts: JSON.stringify(batch.counts),
  notes: JSON.stringify(batch.notes),
  sort: sortOfBatch(batch),
})

export const draftOf = (row: Database['drafts']): Draft => ({
  ...row,
  files: filesSchema.parse(JSON.parse(row.files)),
})

export const historyOf = ({
  at,
  by,
  why,
  batch,
  action,
  before,
  after,
}: HistoryTable): HistoryEntry => ({
  at,
  by,
  why,
  batch,
  action,
  before: rowIn(before),
  after: rowIn(after),
})

let known: { readonly json: string; readonly settings: Settings } | null = null

/** Settings that came after they were saved have their default. The last are kept: every call asks. */
export function settingsOf(json: string): Settings {
  if (known?.json !== json) known = { json, settings: settingsFrom(JSON.parse(json)) }
  return known.settings
}
