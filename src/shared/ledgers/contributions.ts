import { changedFields, meets, type Cell, type Ledger, type Measure, type Row } from './define.ts'

/** What one record adds to the kept sums. */
export interface Contribution {
  readonly measure: string
  /** Cut fields joined by `+`; '' for the total. */
  readonly cut: string
  /** `YYYY-MM-DD` and `YYYY-MM`; a record dated to the month or year adds to the month alone. */
  readonly at: readonly string[]
  readonly values: readonly string[]
  readonly sum: number
  readonly records: number
  readonly blank: number
}

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
export const contributions = (ledger: Ledger, row: Row): Contribution[] =>
  shapesOf(ledger).flatMap((shape) => contributionsTo(shape, row, amountsOf(shape, row)))

/** What a change of a record does to the kept sums, each to be added: nothing by measures it leaves as they were. */
export function contributionsMoved(
  ledger: Ledger,
  before: Row,
  after: Row,
  changed: readonly string[] = changedFields(before, after),
): Contribution[] {
  const { placed, summed } = shapesMoved(ledger, changed)
  return [
    ...placed.flatMap((shape) => [
      ...contributionsTo(shape, before, minus(NOTHING, amountsOf(shape, before))),
      ...contributionsTo(shape, after, amountsOf(shape, after)),
    ]),
    ...summed.flatMap((shape) =>
      contributionsTo(shape, after, minus(amountsOf(shape, after), amountsOf(shape, before))),
    ),
  ]
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

type Amounts = Pick<Contribution, 'sum' | 'records' | 'blank'>

const minus = (a: Amounts, b: Amounts): Amounts => ({
  sum: a.sum - b.sum,
  records: a.records - b.records,
  blank: a.blank - b.blank,
})

const NOTHING: Amounts = { sum: 0, records: 0, blank: 0 }

/** A measure with what is asked of it for every record. */
interface MeasureShape {
  readonly id: string
  readonly measure: Measure
  readonly cuts: readonly { readonly name: string; readonly fields: readonly string[] }[]
  /** The fields that say which of its sums a record counts in. */
  readonly places: readonly string[]
}

const known = new WeakMap<Ledger, readonly MeasureShape[]>()

function shapesOf(ledger: Ledger): readonly MeasureShape[] {
  const shapes =
    known.get(ledger) ??
    Object.entries(ledger.measures).map(([id, measure]) => {
      const cuts = [[], ...(measure.cuts ?? ledger.cuts)]
      return {
        id,
        measure,
        cuts: cuts.map((fields) => ({ name: cutName(fields), fields })),
        places: [...new Set([measure.on, ...Object.keys(measure.when ?? {}), ...cuts.flat()])],
      }
    })
  known.set(ledger, shapes)
  return shapes
}

function amountsOf({ measure }: MeasureShape, row: Row): Amounts {
  const amount = measure.sum === undefined ? 1 : (row[measure.sum] ?? null)
  return typeof amount === 'number'
    ? { sum: amount, records: 1, blank: 0 }
    : { sum: 0, records: 0, blank: 1 }
}

function contributionsTo(
  { id, measure, cuts }: MeasureShape,
  row: Row,
  { sum, records, blank }: Amounts,
): Contribution[] {
  const at = placesInTime(row[measure.on] ?? null)
  if (at.length === 0 || !meets(row, measure.when)) return []
  return cuts.map(({ name, fields }) => ({
    measure: id,
    cut: name,
    at,
    values: fields.map((field) => text(row[field] ?? null)),
    sum,
    records,
    blank,
  }))
}

function placesInTime(cell: Cell): readonly string[] {
  if (typeof cell !== 'string') return []
  if (cell.length === 4) return [`${cell}-01`]
  return cell.length === 7 ? [cell] : [cell.slice(0, 10), cell.slice(0, 7)]
}

const text = (cell: Cell): string => (cell === null ? '' : String(cell))
