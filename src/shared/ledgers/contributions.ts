import type { Cell, Condition, Ledger, Measure, Row } from './define.ts'

/** What one record adds to one kept sum. */
export interface Contribution extends Amounts {
  readonly measure: string
  /** Cut fields joined by `+`; '' for the total. */
  readonly cut: string
  /** `YYYY-MM-DD` and `YYYY-MM`; a record dated to the month or year adds to the month alone. */
  readonly at: readonly string[]
  readonly values: readonly string[]
}

/** What a sum and its counts move by. */
export interface Amounts {
  readonly sum: number
  readonly records: number
  readonly blank: number
}

/** The sums of one measure by one cut; one object a ledger, by which they can be told apart. */
export interface KeptSeries extends Pick<Contribution, 'measure' | 'cut'> {
  readonly fields: readonly string[]
}

/** Hears of each series a record takes part in: in which places of time, and by how much. */
export type HearContribution = (
  series: KeptSeries,
  row: Row,
  at: readonly string[],
  by: Amounts,
) => void

export const cutName = (cut: readonly string[]): string => cut.join('+')

/** The field set of these fields that sums are kept by, in its own order; null where none is kept. */
export function keptCut(
  { measures, cuts }: Pick<Ledger, 'measures' | 'cuts'>,
  measure: string,
  fields: readonly string[],
): readonly string[] | null {
  if (fields.length === 0) return []
  const kept = measures[measure]?.cuts ?? cuts
  const isSame = (cut: readonly string[]): boolean =>
    cut.length === fields.length && cut.every((field) => fields.includes(field))
  return kept.find(isSame) ?? null
}

/** Every kept sum a record takes part in; stores apply it with sign +1 or −1, in one transaction. */
export function contributions(ledger: Ledger, row: Row): Contribution[] {
  const all: Contribution[] = []
  eachContribution(ledger, row, ({ measure, cut, fields }, _, at, by) =>
    all.push({ measure, cut, at, values: fields.map((field) => valueIn(row, field)), ...by }),
  )
  return all
}

/** The same told one by one: a list of them for each record of a large file is most of what its sums cost. */
export function eachContribution(ledger: Ledger, row: Row, hear: HearContribution): void {
  for (const shape of shapesOf(ledger)) tell(shape, row, amountsOf(shape, row), hear)
}

/** What a change of a record does to the kept sums, each to be added: nothing by measures it leaves as they were. */
export function eachContributionMoved(
  ledger: Ledger,
  [before, after]: readonly [Row, Row],
  changed: readonly string[],
  hear: HearContribution,
): void {
  const { placed, summed } = shapesMoved(ledger, changed)
  for (const shape of placed) {
    tell(shape, before, minus(NOTHING, amountsOf(shape, before)), hear)
    tell(shape, after, amountsOf(shape, after), hear)
  }
  for (const shape of summed)
    tell(shape, after, minus(amountsOf(shape, after), amountsOf(shape, before)), hear)
}

/** A record's value of a cut's field. */
export function valueIn(row: Row, field: string): string {
  const cell = row[field] ?? null
  return typeof cell === 'string' ? cell : cell === null ? '' : String(cell)
}

interface ShapesMoved {
  /** A record that changes so may leave their sums for others. */
  readonly placed: readonly MeasureShape[]
  /** It stays in their sums with another amount. */
  readonly summed: readonly MeasureShape[]
}

const MOST_CHANGES = 500
const movedBy = new WeakMap<Ledger, Map<string, ShapesMoved>>()

/** The measures that a change of these fields moves; the records of a file mostly change in the same ones. */
function shapesMoved(ledger: Ledger, changed: readonly string[]): ShapesMoved {
  const all = movedBy.get(ledger) ?? new Map<string, ShapesMoved>()
  movedBy.set(ledger, all)
  const key = changed.join()
  const found = all.get(key)
  if (found) return found
  const isChanged = (field: string): boolean => changed.includes(field)
  const shapes = shapesOf(ledger)
  const placed = shapes.filter(({ places }) => places.some(isChanged))
  const summed = shapes.filter(
    (shape) => !placed.includes(shape) && isChanged(shape.measure.sum ?? ''),
  )
  if (all.size >= MOST_CHANGES) all.clear()
  all.set(key, { placed, summed })
  return { placed, summed }
}

const minus = (a: Amounts, b: Amounts): Amounts => ({
  sum: a.sum - b.sum,
  records: a.records - b.records,
  blank: a.blank - b.blank,
})

const NOTHING: Amounts = { sum: 0, records: 0, blank: 0 }

/** A measure with what is asked of it for every record. */
interface MeasureShape {
  readonly measure: Measure
  /** Its condition in parts. */
  readonly when: readonly (readonly [string, Condition[string]])[]
  readonly series: readonly KeptSeries[]
  /** The fields that say which of its sums a record counts in. */
  readonly places: readonly string[]
}

const known = new WeakMap<Ledger, readonly MeasureShape[]>()

function shapesOf(ledger: Ledger): readonly MeasureShape[] {
  const shapes =
    known.get(ledger) ??
    Object.entries(ledger.measures).map(([id, measure]) => {
      const cuts = [[], ...(measure.cuts ?? ledger.cuts)]
      const when = Object.entries(measure.when ?? {})
      return {
        measure,
        when,
        series: cuts.map((fields) => ({ measure: id, cut: cutName(fields), fields })),
        places: [...new Set([measure.on, ...when.map(([field]) => field), ...cuts.flat()])],
      }
    })
  known.set(ledger, shapes)
  return shapes
}

function amountsOf({ measure }: MeasureShape, row: Row): Amounts {
  if (measure.sum === undefined) return ONE
  const amount = row[measure.sum] ?? null
  return typeof amount === 'number' ? { sum: amount, records: 1, blank: 0 } : BLANK
}

const ONE: Amounts = { sum: 1, records: 1, blank: 0 }
const BLANK: Amounts = { sum: 0, records: 0, blank: 1 }

function tell(
  { measure, when, series }: MeasureShape,
  row: Row,
  by: Amounts,
  hear: HearContribution,
): void {
  const at = placesInTime(row[measure.on] ?? null)
  if (at.length === 0 || !meets(row, when)) return
  for (const one of series) hear(one, row, at, by)
}

/** True when the row is one the condition takes. */
const meets = (row: Row, when: MeasureShape['when']): boolean =>
  when.every(([field, words]) => {
    const cell = row[field] ?? null
    return words === 'present' ? cell !== null : cell !== null && words.includes(String(cell))
  })

let last: { readonly cell: Cell; readonly places: readonly string[] } = { cell: null, places: [] }

/** The last is kept: every measure of a record asks, and records mostly come day by day. */
function placesInTime(cell: Cell): readonly string[] {
  if (last.cell !== cell) last = { cell, places: placesOf(cell) }
  return last.places
}

function placesOf(cell: Cell): readonly string[] {
  if (typeof cell !== 'string') return []
  if (cell.length === 4) return [`${cell}-01`]
  return cell.length === 7 ? [cell] : [cell.slice(0, 10), cell.slice(0, 7)]
}
