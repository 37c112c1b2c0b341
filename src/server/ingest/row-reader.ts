import type { Refusal } from '#shared/contract/import-cells.ts'
import { monthIn } from '#shared/time/day.ts'
import { DIAGNOSTICS, type DiagnosticCode } from '#shared/diagnostics.ts'
import type { Cell, Field, Ledger, Row, Rule } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { brokenRules } from '#shared/ledgers/rules.ts'
import {
  cellsAbove,
  columnLetters,
  NO_RESULT,
  saysNothing,
  shownText,
  type RawCell,
  type ReadSheet,
} from './cells.ts'
import type { RowNumbers } from './row-numbers.ts'
import { cellMeant } from './ditto.ts'
import { completeCells, exportCell, saidByOthers } from './export-cells.ts'
import { normaliseCell, writtenText } from './normalise.ts'
import { cellContext, readColumns, type ReadColumn } from './read-columns.ts'
import type { Reading } from './reading.ts'
import type { Plan, Recognised } from './recognise.ts'
import { monthShares } from './running-months.ts'
import { refusalsAmong } from './rule-refusals.ts'

/** One row as read: its records, or the cells that refuse it. */
export interface RowReading {
  readonly records: readonly Row[]
  readonly refusals: readonly Refusal[]
  readonly numbers: RowNumbers
  /** `field manner` of cells not written exactly. */
  readonly inexact: readonly string[]
  /** `YYYY-MM` of month columns that say something. */
  readonly months: readonly string[]
  /** Month cells holding 0, which are no payment. */
  readonly zeroMonths: number
  /** What its records are said to break without being refused, in words. */
  readonly doubts: readonly string[]
}

/** A sheet read into one ledger, and how the file and the centre stand to it. */
export interface Reader {
  readonly sheet: ReadSheet
  readonly found: Recognised
  readonly plan: Plan
  readonly file: string
  readonly zone: string
  readonly passed?: (rows: number) => void
  /** Letters of columns whose empty cells the user had read as the one above. */
  readonly above?: readonly string[]
}

/** Reads rows by their 0-based place. */
export function rowReader(reader: Reader): (at: number) => RowReading {
  const ledger = ledgerOf(reader.plan.ledger)
  const columns = readColumns(reader, ledger)
  const plain = columns.filter(({ mapped }) => mapped.how !== 'months')
  const across = columns.filter(({ mapped }) => mapped.how === 'months')
  const merged = cellsAbove(reader.sheet)
  const given = givenCells(reader, ledger, columns)
  return (at) => {
    const row: Draft = {
      reader,
      at,
      refusals: [],
      numbers: [],
      inexact: [],
      months: [],
      zeroMonths: 0,
    }
    const cells = plainCells(row, ledger, plain, merged, given)
    const records = across.length > 0 ? monthRecords(row, ledger, across, cells) : [cells]
    const broken = brokenRules(ledger, cells)
    refuseBroken(row, columns, broken)
    const brokenBy = (record: Row) => (record === cells ? broken : brokenRules(ledger, record))
    const warnings =
      row.refusals.length > 0
        ? []
        : records.flatMap(brokenBy).filter(({ severity }) => severity === 'warn')
    return { ...row, records, doubts: warnings.map(({ words }) => words) }
  }
}

interface Draft {
  readonly reader: Reader
  readonly at: number
  readonly refusals: Refusal[]
  readonly numbers: number[]
  readonly inexact: string[]
  readonly months: string[]
  zeroMonths: number
}

function plainCells(
  row: Draft,
  ledger: Ledger,
  columns: readonly ReadColumn[],
  merged: ReadonlyMap<string, RawCell>,
  given: Row,
): Row {
  const cells: Record<string, Cell> = { ...given }
  for (const column of columns) {
    const { field, definition, mapped } = column
    const { index } = mapped.column
    const { cell: own, from } = cellMeant(row.reader, row.at, index)
    if (from !== null) row.inexact.push(`${field} ${from}`)
    // A number merged over several rows would count several times; words are said of each.
    const cell =
      own === null && !NUMBERS.has(definition.kind)
        ? (merged.get(`${row.at},${index}`) ?? null)
        : own
    const read = exportCell(row.reader.plan.kind, definition, field, cell)
    if (read.mark !== null) row.inexact.push(`${field} ${read.mark}`)
    const value = keep(row, column, read.cell)
    if (value !== undefined) cells[field] = joined(definition, cells[field] ?? null, value)
    // The centre's own word for a level stays beside the code it stands for.
    if (field === 'level' && ledger.fields.levelWord)
      cells.levelWord ??= value ? writtenText(cell) : null
  }
  saidByOthers(ledger, columns, cells)
  completeCells(row.reader, row.at, columns, cells)
  return cells
}

/** What two columns of a joined field say: 3版 要闻. */
function joined({ isJoined }: Field, before: Cell, value: Cell): Cell {
  if (!isJoined || before === null) return value
  return value === null || value === before ? before : `${before} ${value}`
}

/** The cell's value, undefined when it was refused; what else it says goes on the row. */
function keep(row: Draft, column: ReadColumn, cell: RawCell): Cell | undefined {
  const said = column.words?.[shownText(cell)]
  const reading = column.read(said === undefined ? cell : said || null)
  if (!reading.ok) {
    refuse(row, column, cell, reading)
    return undefined
  }
  if (typeof reading.value === 'number') row.numbers.push(column.mapped.column.index, reading.value)
  if (reading.inexact) row.inexact.push(`${column.field} ${reading.inexact}`)
  return reading.value
}

/** A record a filled month; the row's other cells stand in each. */
function monthRecords(
  row: Draft,
  ledger: Ledger,
  columns: readonly ReadColumn[],
  cells: Row,
): Row[] {
  const dated =
    Object.entries(ledger.fields).find(([, { kind }]) => kind === 'dayOrMonth')?.[0] ?? ''
  const read = columns.flatMap((column) => {
    const { month, column: head } = column.mapped
    const cell = row.reader.sheet.cells[row.at]?.[head.index] ?? null
    const year = month?.year ?? row.reader.found.context.year
    const isBlank = saysNothing(cell) && cell !== NO_RESULT
    if ((isBlank && !month?.isRunning) || !month) return []
    if (year === null) {
      if (!isBlank) refuse(row, column, cell, { code: 'IMPORT_DATE_NO_YEAR' })
      return []
    }
    const value = isBlank ? null : keep(row, column, cell)
    const paid = monthIn(year, month.month)
    return value === undefined
      ? []
      : [{ column, cell, paid, value: value === null ? null : Number(value) }]
  })
  const isRunning = columns.some(({ mapped }) => mapped.month?.isRunning)
  const shares =
    isRunning && row.refusals.length === 0
      ? monthShares(read.map(({ paid, value }) => ({ month: paid, sum: value })))
      : []
  return read.flatMap(({ column, cell, paid, value }, at) => {
    const own = isRunning ? (shares[at] ?? null) : { share: value ?? 0 }
    if (own === null) return []
    if ('code' in own) {
      refuse(row, column, cell, own)
      return []
    }
    row.months.push(paid)
    if (value === 0) row.zeroMonths += 1
    return own.share === 0 ? [] : [{ ...cells, [dated]: paid, [column.field]: own.share }]
  })
}

/** A refusal stands at the last cell of the row that the rule is about. */
function refuseBroken(row: Draft, columns: readonly ReadColumn[], broken: readonly Rule[]): void {
  for (const { rule, code, why, fix } of refusalsAmong(broken)) {
    const column = rule.fields
      .toReversed()
      .flatMap((field) => columns.find((each) => each.field === field) ?? [])[0]
    if (!column) continue
    const cell = row.reader.sheet.cells[row.at]?.[column.mapped.column.index] ?? null
    refuse(row, column, cell, { code, why, fix })
  }
}

type Refused = Pick<Extract<Reading, { ok: false }>, 'fix'> & {
  readonly code: DiagnosticCode
  readonly why?: string
}

function refuse(
  { reader, at, refusals }: Draft,
  { field, mapped }: ReadColumn,
  cell: RawCell,
  { code, why, fix }: Refused,
): void {
  refusals.push({
    file: reader.file,
    sheet: reader.sheet.name,
    row: at + 1,
    column: columnLetters(mapped.column.index),
    heading: mapped.column.text,
    field,
    value: shownText(cell),
    code,
    why: why ?? DIAGNOSTICS[code].why,
    fix: fix ?? DIAGNOSTICS[code].fix,
  })
}

const NUMBERS = new Set<Field['kind']>(['count', 'money', 'seconds', 'decimal'])

/** What the user or the export says of all rows, and the year around the table where one is needed. */
function givenCells(reader: Reader, { fields }: Ledger, columns: readonly ReadColumn[]): Row {
  const { year } = reader.found.context
  const given = Object.entries(reader.plan.given).flatMap(([id, text]) => {
    const field = fields[id]
    const reading = field && normaliseCell(field, text, cellContext(reader, field.kind, null))
    return reading?.ok ? [[id, reading.value] as const] : []
  })
  const lacking = Object.entries(fields).filter(
    ([id, { kind, required }]) =>
      kind === 'year' && required && columns.every(({ field }) => field !== id),
  )
  const years = lacking.map(([id]) => [id, year === null ? null : String(year)] as const)
  return Object.fromEntries([...years, ...given])
}
