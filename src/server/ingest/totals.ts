import type { ImportSection } from '#shared/contract/imports.ts'
import type { Field } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { shownText } from './cells.ts'
import type { AcceptedRow, Checked } from './check.ts'
import { numberIn } from './row-numbers.ts'
import { isOrdinalHeading, runningMonthOf } from './heading.ts'
import type { MappedColumn } from './map-columns.ts'
import { normaliseCell } from './normalise.ts'
import { cellContext } from './read-columns.ts'
import type { Reader } from './row-reader.ts'
import { paidIn } from './running-months.ts'
import { totalWordOf, type TotalWord } from './rows.ts'

export type Total = ImportSection['totals'][number]

/**
 * Every total the sheet states, beside what the accepted rows add up to: 小计 rows against the rows
 * since the last total, the others against all rows, columns of sums against the row's months.
 * Amounts are compared in 分 and told in 元.
 */
export function crossFoot(reader: Reader, checked: Checked): Total[] {
  const sums = rowSums(reader, checked)
  return [...sums.totals, ...totalRows(reader, checked, sums)]
}

/** The column that adds up the months of a row, and what it states. */
function rowSums(reader: Reader, checked: Checked) {
  const months = reader.plan.columns.filter(({ how }) => how === 'months')
  const stated = reader.plan.columns.find(
    ({ how, column }) =>
      how === 'total' && !/[率度]$/.test(column.text) && !column.names.some(runningMonthOf),
  )
  if (months.length === 0 || !stated) return { column: null, of: () => 0, totals: [] }
  const byRow = new Map(checked.accepted.map(({ at, numbers }) => [at, paidIn(months, numbers)]))
  const of = (at: number) => byRow.get(at) ?? 0
  const read = checked.accepted.flatMap(({ at }) => {
    const value = numberAt(reader, stated, MONEY, at)
    return value === null
      ? []
      : [{ words: `第 ${at + 1} 行 ${stated.column.text}`, stated: value, counted: of(at) }]
  })
  const wrong = read.filter((one) => one.stated !== one.counted)
  const right = read.filter((one) => one.stated === one.counted)
  const all = {
    words: `${stated.column.text}（${right.length} 行，各月相加）`,
    stated: right.reduce((sum, one) => sum + one.stated, 0),
    counted: right.reduce((sum, one) => sum + one.counted, 0),
  }
  const totals = [...(right.length > 0 ? [all] : []), ...wrong].map((one) => total(one, MONEY))
  return { column: stated.column.index, of, totals }
}

function totalRows(
  reader: Reader,
  { accepted: rows, skipped }: Checked,
  sums: Pick<ReturnType<typeof rowSums>, 'column' | 'of'>,
): Total[] {
  const numberOf = ({ at, numbers }: AcceptedRow, column: number): number =>
    column === sums.column ? sums.of(at) : numberIn(numbers, column)
  const marks = skipped.filter(({ kind }) => TOTALS.has(kind)).map(({ at }) => at)
  return marks.flatMap((at) => {
    const found = totalWordOf(reader.sheet.cells[at] ?? [])
    if (!found) return []
    // A total that stands over its rows, as 今日头条 writes 累计, is of those below.
    const isFirst = !rows.some((row) => row.at < at)
    const above = rows.filter((row) => row.at < at || isFirst)
    const since = marks.findLast((mark) => mark < at) ?? -1
    const block = above.filter((row) => row.at > since || isFirst)
    return reader.plan.columns.flatMap((mapped) => {
      const field = fieldOf(reader, mapped) ?? (mapped.column.index === sums.column ? MONEY : null)
      const isNumber = field !== null && NUMBERS.has(field.kind)
      if (!isNumber && field === null && !isOrdinalHeading(mapped.column.text)) return []
      const stated = numberAt(reader, mapped, isNumber ? field : ROWS, at)
      if (stated === null) return []
      const count = (some: readonly AcceptedRow[]) =>
        isNumber
          ? some.reduce((sum, row) => sum + numberOf(row, mapped.column.index), 0)
          : some.length
      const words = `${found.words} ${isNumber ? mapped.column.text : '行数'}`
      return [
        total(
          { words, stated, counted: nearer(stated, found.kind, count(block), count(above)) },
          isNumber ? field : ROWS,
        ),
      ]
    })
  })
}

/** A total may be of its block or of all rows above; the one that agrees is meant, else by its word. */
function nearer(stated: number, kind: TotalWord, block: number, above: number): number {
  if (stated === block || stated === above) return stated
  return kind === '小计' ? block : above
}

function fieldOf({ plan }: Reader, { field }: MappedColumn): Field | null {
  return field === null ? null : (ledgerOf(plan.ledger).fields[field] ?? null)
}

/** The number a cell states; null when it states none. */
function numberAt(
  reader: Reader,
  { column, unit }: MappedColumn,
  field: Field,
  at: number,
): number | null {
  const cell = reader.sheet.cells[at]?.[column.index] ?? null
  if (field === ROWS && !/^\d[\d,]*\D?$/.test(shownText(cell))) return null
  const reading = normaliseCell(
    { ...field, required: false },
    cell,
    cellContext(reader, field.kind, unit),
  )
  return reading.ok && typeof reading.value === 'number' ? reading.value : null
}

function total(one: { words: string; stated: number; counted: number }, { kind }: Field): Total {
  const agrees = one.stated === one.counted
  if (kind !== 'money') return { ...one, agrees }
  return {
    words: `${one.words}（元）`,
    stated: one.stated / 100,
    counted: one.counted / 100,
    agrees,
  }
}

const MONEY: Field = { label: '', kind: 'money' }
const ROWS: Field = { label: '', kind: 'count' }
const NUMBERS: ReadonlySet<Field['kind']> = new Set(['count', 'money', 'seconds'] as const)
const TOTALS: ReadonlySet<string> = new Set<TotalWord>(['小计', '合计', '累计', '总计'])
