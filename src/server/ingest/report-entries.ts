import type { Refusal } from '#shared/contract/import-cells.ts'
import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import type { Cell, Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { METRIC_IDS, metricOf } from '#shared/metrics/index.ts'
import { headingOf } from './heading.ts'
import { normaliseCell } from './normalise.ts'
import { ANYWHERE } from './reading.ts'

/** One object of a report's JSON. */
export type Entry = Readonly<Record<string, unknown>>

/** How entries of one kind become rows of one ledger. */
export interface EntryReading {
  readonly ledger: LedgerId
  readonly file: string
  readonly keys: Readonly<Record<string, string>>
  /** The text field that takes what has no field of its own. */
  readonly rest: string
  /** Said once for all entries. */
  readonly given: Row
}

export interface ReadEntries {
  readonly records: Row[]
  readonly refusals: Refusal[]
  readonly rows: number
}

/** Entries as records; a value that cannot be read refuses its entry, numbered from 1. */
export function readEntries(entries: readonly Entry[], reading: EntryReading): ReadEntries {
  const read = entries.map((entry, at) => readEntry(entry, at, reading))
  return {
    rows: entries.length,
    records: read.filter(({ refusals }) => refusals.length === 0).map(({ record }) => record),
    refusals: read.flatMap(({ refusals }) => refusals),
  }
}

function readEntry(
  entry: Entry,
  at: number,
  reading: EntryReading,
): { record: Row; refusals: Refusal[] } {
  const { fields, label: sheet } = ledgerOf(reading.ledger)
  const record: Record<string, Cell> = { ...reading.given }
  const refusals: Refusal[] = []
  const missing = Object.entries(reading.keys).filter(
    ([key, id]) => !(key in entry) && fields[id]?.required && !(id in record),
  )
  const cells = [...Object.entries(entry), ...missing.map(([key]) => [key, null] as const)]
  for (const [key, value] of cells) {
    const field = reading.keys[key]
    const definition = field === undefined ? undefined : fields[field]
    if (field === undefined || !definition) continue
    const cell = textOf(value)
    const read = normaliseCell(definition, cell, ANYWHERE)
    if (read.ok) record[field] = read.value
    else {
      const { why, fix } = DIAGNOSTICS[read.code]
      const place = { file: reading.file, sheet, row: at + 1, column: key, heading: key, field }
      refusals.push({ ...place, value: cell, code: read.code, why, fix: read.fix ?? fix })
    }
  }
  const extra = Object.entries(entry).filter(([key]) => !(key in reading.keys))
  const told = [
    textOf(record[reading.rest]),
    ...extra.map(([key, value]) => `${key}：${textOf(value)}`),
  ]
  const note = told.filter((text) => text !== '').join('；')
  if (note !== '') record[reading.rest] = note
  return { record: reading.ledger === 'statedFigures' ? withWording(record) : record, refusals }
}

/** The words as printed where none are quoted, and the metric the figure answers. */
function withWording(record: Row): Row {
  const wording = record.wording ?? `${record.value}${record.unit}`
  const named = headingOf(String(record.label)).key
  const metric = METRIC_IDS.find((id) =>
    metricOf(id).statedAs?.some((name) => headingOf(name).key === named),
  )
  return { ...record, wording, metric: metric ?? null }
}

/** JSON as one cell of text: lists joined by 、, what is nested kept as JSON. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).join('、')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
