import type { FieldDays } from './field-days.ts'
import type { FieldReading } from './field-reading.ts'
import type { FieldUnit } from './field-unit.ts'
import type { WordsOfPeople } from './words-of-people.ts'

/** A cell as it is kept: text, a whole number, or nothing. Never a float, never a boolean. */
export type Cell = string | number | null
export type Row = Readonly<Record<string, Cell>>

/**
 * What a field holds and how it is kept:
 * day `YYYY-MM-DD`; month `YYYY-MM`; dayOrMonth either; year `YYYY`; dateTime `YYYY-MM-DDTHH:mm`
 * (all in the centre's zone); count a whole number; money whole 分; seconds whole seconds;
 * decimal exact decimal text; choice a code of `options`; the others text.
 */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'link'
  | 'day'
  | 'dayOrMonth'
  | 'year'
  | 'dateTime'
  | 'count'
  | 'money'
  | 'seconds'
  | 'decimal'
  | 'choice'

/** One word of a closed dictionary: how it is shown and how people write it. */
export interface Option {
  readonly label: string
  /** For chips, where the label is too long. */
  readonly short?: string
  readonly words?: readonly string[]
}

export interface Field extends FieldUnit, FieldDays, FieldReading, WordsOfPeople {
  readonly label: string
  readonly kind: FieldKind
  /** Column heads under which spreadsheets keep this field, beside its label. */
  readonly headings?: readonly string[]
  /** Heads that may mean this or something else: asked once for a set of heads, never guessed. */
  readonly mayBe?: readonly string[]
  readonly required?: boolean
  readonly options?: Readonly<Record<string, Option>>
  /** The reference list whose names this field uses; unseen names join that list on import. */
  readonly list?: string
  /** Names one of the desk's metrics: by its id, its label or as reports state it. */
  readonly isMetric?: boolean
  /** Names a field of a ledger, by its id or its label. */
  readonly isField?: boolean
  /** Computed from the entered cells at every write; never entered, never imported. */
  readonly derive?: (row: Row) => Cell
  /** Kept by the desk itself in the course of other acts; never entered, never imported. */
  readonly byDesk?: boolean
  /** Its words may be read on a wall by whoever passes. Without it none of its cells gets there. */
  readonly wall?: 'words'
}

/** Which records a measure takes: per field the codes or words it may hold, or that it holds any. */
export type Condition = Readonly<Record<string, readonly string[] | 'present'>>

/** Something of a ledger that can be added up by day: records, or one of its whole-number fields. */
export interface Measure {
  readonly label: string
  /** The field whose day or month places the record in time. */
  readonly on: string
  /** The field added up; without it records are counted. */
  readonly sum?: string
  readonly when?: Condition
  /** The field sets it is kept by, where those are fewer than the ledger's. */
  readonly cuts?: readonly (readonly string[])[]
}

/** What the cells of one record must, or should, be to each other. */
export interface Rule {
  /** Names it among its ledger's rules. */
  readonly id: string
  /** What is wrong where it does not hold, without a full stop: 恢复时间早于发生时间. */
  readonly words: string
  /** The fields it compares; it speaks beside the last of them. */
  readonly fields: readonly string[]
  /** `refuse` what cannot be; `warn` of what may be so, but has to be explained. */
  readonly severity: 'refuse' | 'warn'
  /** Refused as two moments the wrong way round. */
  readonly isOrder?: boolean
  /** Whether the row, its derived cells among it, keeps the rule; what is not filled in keeps it. */
  readonly holds: (row: Row) => boolean
}

/** By which fields two records of a ledger are likely one thing entered twice. */
export interface Alike {
  /** The title or the text that is compared. */
  readonly text: string
  /** The field that dates it; alike are looked for within `days` before and after. */
  readonly on: string
  readonly days: number
  /** Where it stands: only records of the same outlet or platform are alike. */
  readonly place?: string
}

export interface Ledger {
  readonly label: string
  /** `book` for ledgers, `list` for reference lists, `desk` for what only the desk itself writes. */
  readonly kind: 'book' | 'list' | 'desk'
  /** Counting unit of its records. */
  readonly unit: string
  /** Words that name this ledger in sheet names, banners and file names. */
  readonly names: readonly string[]
  readonly fields: Readonly<Record<string, Field>>
  /** Fields that tell one record from another; equal keys in one file are told apart by order. */
  readonly key: readonly string[]
  /** Fields that alone tell a record wherever all are filled, as a platform's number of a post does. */
  readonly ownKey?: readonly string[]
  readonly measures: Readonly<Record<string, Measure>>
  /** Field sets over which sums are kept besides the total. */
  readonly cuts: readonly (readonly string[])[]
  /** Fields of the records table, in order; the rest stand in the record's detail. */
  readonly columns: readonly string[]
  /** Raised when what a `derive` calls has changed, so that stored records are derived anew. */
  readonly derivation?: number
  readonly rules?: readonly Rule[]
  readonly alike?: Alike
  /** The days its records speak of, where a record is about a span and not a day. */
  readonly span?: { readonly from: string; readonly to: string }
  /** What is counted of it may stand on a wall. Without it nothing of it does, no count either. */
  readonly wall?: 'figures'
}

/** Checks at compile time that key, measures, cuts and columns name fields that exist. */
export function defineLedger<const F extends Readonly<Record<string, Field>>>(ledger: {
  readonly label: string
  readonly kind?: Ledger['kind']
  readonly unit: string
  readonly names: readonly string[]
  readonly fields: F
  readonly key: readonly (keyof F & string)[]
  readonly ownKey?: readonly (keyof F & string)[]
  readonly measures: Readonly<
    Record<
      string,
      {
        readonly label: string
        readonly on: keyof F & string
        readonly sum?: keyof F & string
        readonly when?: { readonly [K in keyof F & string]?: readonly string[] | 'present' }
        readonly cuts?: readonly (readonly (keyof F & string)[])[]
      }
    >
  >
  readonly cuts: readonly (readonly (keyof F & string)[])[]
  readonly columns: readonly (keyof F & string)[]
  readonly derivation?: number
  readonly rules?: readonly Rule[]
  readonly alike?: Alike
  readonly span?: { readonly from: keyof F & string; readonly to: keyof F & string }
  readonly wall?: Ledger['wall']
}): Ledger & { readonly fields: F } {
  const measures = Object.fromEntries(
    Object.entries(ledger.measures).map(([id, measure]) => [
      id,
      { ...measure, when: stated(measure.when) },
    ]),
  )
  return { ...ledger, kind: ledger.kind ?? 'book', measures }
}

function stated(
  when: { readonly [field: string]: readonly string[] | 'present' | undefined } = {},
): Condition {
  const condition: Record<string, readonly string[] | 'present'> = {}
  for (const [field, words] of Object.entries(when))
    if (words !== undefined) condition[field] = words
  return condition
}

/** True for a field that people fill in. */
export const isEntered = ({ derive, byDesk }: Field): boolean => !derive && !byDesk

/** Fields that are added up by a measure and may be over any days, each once. */
export const summedFields = ({
  fields,
  measures,
}: Pick<Ledger, 'fields' | 'measures'>): string[] => [
  ...new Set(
    Object.values(measures).flatMap(({ sum }) =>
      sum === undefined || fields[sum]?.isLevel ? [] : [sum],
    ),
  ),
]

/** A row of the fields with nothing in it. */
export const blankRow = (fields: Ledger['fields']): Record<string, Cell> => ({
  ...(shapes.get(fields) ?? shapeOf(fields)).blank,
})

/** The fields that people fill in. */
export const enteredFields = ({ fields }: Pick<Ledger, 'fields'>): readonly string[] =>
  (shapes.get(fields) ?? shapeOf(fields)).byPeople

/** The entered cells with the derived ones filled in; `over` is written over a row that is whole. */
export function withDerived({ fields }: Pick<Ledger, 'fields'>, row: Row, over?: Row): Row {
  const shape = shapes.get(fields) ?? shapeOf(fields)
  const full: Record<string, Cell> = over ? { ...row, ...over } : { ...shape.blank, ...row }
  for (const [id, derive] of shape.derived) full[id] = derive(full)
  return full
}

/** The fields of `after` that read otherwise than before. */
export const changedFields = (before: Row, after: Row): string[] =>
  Object.keys(after).filter((field) => (before[field] ?? null) !== (after[field] ?? null))

interface RowShape {
  readonly blank: Record<string, Cell>
  readonly byPeople: readonly string[]
  readonly derived: readonly (readonly [string, NonNullable<Field['derive']>])[]
}

const shapes = new WeakMap<Ledger['fields'], RowShape>()

/** A row copied from a blank that JSON made is a third the size and made four times as fast as one filled key by key. */
function shapeOf(fields: Ledger['fields']): RowShape {
  const all = Object.entries(fields)
  const entered = all.flatMap(([id, { derive }]) => (derive ? [] : [id]))
  const derived = all.flatMap(([id, { derive }]) => (derive ? [[id, derive] as const] : []))
  const names = [...entered, ...derived.map(([id]) => id)]
  const blank: Record<string, Cell> = JSON.parse(
    `{${names.map((id) => `${JSON.stringify(id)}:null`).join()}}`,
  )
  const byPeople = all.flatMap(([id, field]) => (isEntered(field) ? [id] : []))
  const shape = { blank, byPeople, derived }
  shapes.set(fields, shape)
  return shape
}

/** The word shown for a cell: the option's label for a choice, else the cell as text. */
export function wordOf(field: Field, cell: Cell): string {
  if (cell === null) return ''
  return field.options?.[String(cell)]?.label ?? String(cell)
}
