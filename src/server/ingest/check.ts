import type { Refusal } from '#shared/contract/imports.ts'
import { DIAGNOSTICS, type DiagnosticCode } from '#shared/diagnostics.ts'
import type { Cell, Field, Row } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { columnLetters, saysNothing, shownText, type RawCell, type ReadSheet } from './cells.ts'
import { ORDERS } from './orders.ts'
import type { MappedColumn } from './map-columns.ts'
import { normaliseCell, writtenText } from './normalise.ts'
import { MONEY_UNITS } from './normalise-numbers.ts'
import type { CellContext, Reading } from './reading.ts'
import type { Plan, Recognised } from './recognise.ts'
import { rowKinds, type RowKind } from './rows.ts'

/** A row that was accepted: where it stands and the numbers read from its columns. */
export interface AcceptedRow {
  /** 0-based. */
  readonly at: number
  /** By column: counts, seconds, money in 分. */
  readonly numbers: ReadonlyMap<number, number>
}

/** Every row below the head, each exactly once: accepted, refused or passed over. */
export interface Checked {
  readonly records: readonly Row[]
  readonly accepted: readonly AcceptedRow[]
  readonly refusals: readonly Refusal[]
  readonly rowsRefused: number
  /** 0-based rows passed over. */
  readonly skipped: readonly { readonly at: number; readonly kind: Exclude<RowKind, 'data'> }[]
  /** Cells a field holds that were not written exactly, by field and manner. */
  readonly inexact: ReadonlyMap<string, number>
  /** Month cells holding 0, which are no payment. */
  readonly zeroMonths: number
  /** `YYYY-MM` of month columns in which any row says something. */
  readonly months: readonly string[]
}

/** Where the rows stand, for messages. */
export interface Place {
  readonly file: string
  readonly zone: string
}

/** Reads the rows of a recognised sheet into one ledger. A cell that cannot be read refuses its row. */
export function checkRows(sheet: ReadSheet, found: Recognised, plan: Plan, place: Place): Checked {
  const reader = rowReader(sheet, found, plan, place)
  const first = (found.head?.rows.at(-1) ?? -1) + 1
  const mapped = new Set(plan.columns.flatMap(({ column, field }) => (field === null ? [] : [column.index])))
  const kindOf = found.head ? rowKinds(sheet, found.head, mapped) : () => 'blank' as const
  const records: Row[] = []
  const accepted: AcceptedRow[] = []
  const refusals: Refusal[] = []
  const skipped: { at: number; kind: Exclude<RowKind, 'data'> }[] = []
  const inexact = new Map<string, number>()
  const months = new Set<string>()
  let [rowsRefused, zeroMonths] = [0, 0]
  for (let at = first; at < sheet.cells.length; at += 1) {
    const kind = kindOf(sheet.cells[at] ?? [])
    if (kind !== 'data') {
      skipped.push({ at, kind })
      continue
    }
    const row = reader(at)
    if (row.refusals.length > 0) {
      refusals.push(...row.refusals)
      rowsRefused += 1
      continue
    }
    records.push(...row.records)
    accepted.push({ at, numbers: row.numbers })
    for (const manner of row.inexact) inexact.set(manner, (inexact.get(manner) ?? 0) + 1)
    for (const month of row.months) months.add(month)
    zeroMonths += row.zeroMonths
  }
  return { records, accepted, refusals, rowsRefused, skipped, inexact, zeroMonths, months: [...months].toSorted() }
}

/** What a cell of a column needs to be read, beside its field. */
export function cellContext(sheet: ReadSheet, found: Recognised, zone: string, unit: string | null): CellContext {
  return { year: found.context.year, zone, unit, serialShift: sheet.serialShift }
}

/** The unit of a column: of its heading, else for amounts what the sheet says of all. */
export function unitOf(kind: Field['kind'], own: string | null, found: Recognised): string | null {
  if (kind !== 'money') return own
  return own !== null && Object.hasOwn(MONEY_UNITS, own) ? own : found.context.moneyUnit
}

interface ReadRow {
  records: Row[]
  readonly numbers: Map<number, number>
  readonly refusals: Refusal[]
  readonly inexact: string[]
  readonly months: string[]
  zeroMonths: number
}

function rowReader(sheet: ReadSheet, found: Recognised, plan: Plan, { file, zone }: Place): (at: number) => ReadRow {
  const ledger = ledgerOf(plan.ledger)
  const merged = cellsAbove(sheet)
  const columns = plan.columns.flatMap((mapped) => {
    const definition = mapped.field === null ? undefined : ledger.fields[mapped.field]
    if (mapped.field === null || !definition) return []
    const context = cellContext(sheet, found, zone, unitOf(definition.kind, mapped.unit, found))
    return [{ mapped, field: mapped.field, definition, context }]
  })
  const plain = columns.filter(({ mapped }) => mapped.how !== 'months')
  const across = columns.filter(({ mapped }) => mapped.how === 'months')
  const given = givenCells(ledger.fields, columns, found.context.year)

  return (at) => {
    const row: ReadRow = { records: [], numbers: new Map(), refusals: [], inexact: [], months: [], zeroMonths: 0 }
    const cells: Record<string, Cell> = { ...given }
    for (const { mapped, field, definition, context } of plain) {
      const { index } = mapped.column
      const own = sheet.cells[at]?.[index] ?? null
      const cell = own === null && !NUMBERS.has(definition.kind) ? (merged.get(`${at},${index}`) ?? null) : own
      const reading = normaliseCell(definition, cell, context)
      if (!reading.ok) {
        refuse(row, at, mapped, cell, reading)
        continue
      }
      cells[field] = reading.value
      if (typeof reading.value === 'number') row.numbers.set(index, reading.value)
      if (reading.inexact) row.inexact.push(`${field} ${reading.inexact}`)
      // The centre's own word for a level stays beside the code it stands for.
      if (field === 'level' && 'levelWord' in ledger.fields) cells.levelWord ??= writtenText(cell) || null
    }
    for (const [earlier, later] of ORDERS[plan.ledger] ?? []) checkOrder(row, at, cells, earlier, later)
    row.records = across.length > 0 ? monthRecords(row, at, cells) : [cells]
    return row
  }

  function monthRecords(row: ReadRow, at: number, cells: Row): Row[] {
    return across.flatMap(({ mapped, field, definition, context }) => {
      const cell = sheet.cells[at]?.[mapped.column.index] ?? null
      if (saysNothing(cell)) return []
      const year = mapped.month?.year ?? found.context.year
      const reading: Reading = year === null ? { ok: false, code: 'IMPORT_DATE_NO_YEAR' } : normaliseCell(definition, cell, context)
      if (!reading.ok) {
        refuse(row, at, mapped, cell, reading)
        return []
      }
      const month = `${year}-${String(mapped.month?.month).padStart(2, '0')}`
      row.months.push(month)
      if (typeof reading.value === 'number') row.numbers.set(mapped.column.index, reading.value)
      if (reading.value === 0) row.zeroMonths += 1
      return reading.value === 0 ? [] : [{ ...cells, [monthField(ledger.fields)]: month, [field]: reading.value }]
    })
  }

  function checkOrder(row: ReadRow, at: number, cells: Row, earlier: string, later: string): void {
    const [from, to] = [cells[earlier], cells[later]]
    const column = columns.find(({ field }) => field === later)
    if (typeof from !== 'string' || typeof to !== 'string' || from <= to || !column) return
    const cell = sheet.cells[at]?.[column.mapped.column.index] ?? null
    refuse(row, at, column.mapped, cell, { ok: false, code: 'IMPORT_ORDER_WRONG' })
  }

  function refuse(row: ReadRow, at: number, { column, field }: MappedColumn, cell: RawCell, reading: Refused): void {
    row.refusals.push({
      file,
      sheet: sheet.name,
      row: at + 1,
      column: columnLetters(column.index),
      heading: column.text,
      field: field ?? '',
      value: shownText(cell),
      code: reading.code,
      why: DIAGNOSTICS[reading.code].why,
      fix: reading.fix ?? DIAGNOSTICS[reading.code].fix,
    })
  }
}

type Refused = { readonly ok: false; readonly code: DiagnosticCode; readonly fix?: string }

const NUMBERS: ReadonlySet<Field['kind']> = new Set(['count', 'money', 'seconds', 'decimal'] as const)

const monthField = (fields: Readonly<Record<string, Field>>): string =>
  Object.entries(fields).find(([, { kind }]) => kind === 'dayOrMonth')?.[0] ?? ''

/** The year said around the table, for a ledger that needs one and has no column of it. */
function givenCells(
  fields: Readonly<Record<string, Field>>,
  columns: readonly { readonly field: string }[],
  year: number | null,
): Record<string, Cell> {
  const lacking = Object.entries(fields).filter(
    ([id, { kind, required }]) => kind === 'year' && required && columns.every(({ field }) => field !== id),
  )
  return Object.fromEntries(lacking.map(([id]) => [id, year === null ? null : String(year)]))
}

/** For cells merged downwards, the text they all show, by `row,column`. */
function cellsAbove(sheet: ReadSheet): ReadonlyMap<string, string> {
  const filled = new Map<string, string>()
  for (const { top, bottom, left } of sheet.merges) {
    const cell = sheet.cells[top]?.[left]
    if (typeof cell !== 'string') continue
    const last = Math.min(bottom, sheet.cells.length - 1)
    for (let at = top + 1; at <= last; at += 1) filled.set(`${at},${left}`, cell)
  }
  return filled
}
