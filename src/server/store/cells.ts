import {
  changedFields,
  withDerived,
  type Cell,
  type Field,
  type Ledger,
  type Row,
} from '#shared/ledgers/define.ts'

/** Joins the parts of a kept text; stands in no cell people write and sorts before all that do. */
export const SEPARATOR = '\u001F'

const WHOLE_NUMBERS = new Set(['count', 'money', 'seconds'])

/** Whether the field's cells are whole numbers; all others are text. */
export const isNumeric = (field: Field): boolean => WHOLE_NUMBERS.has(field.kind)

/** Whether a search looks into the field. */
export const isSearched = ({ kind }: Field): boolean => kind === 'text' || kind === 'longText'

/** The words of a search. */
export const searchWords = (text = ''): string[] => text.split(/\s+/).filter((word) => word !== '')

/** The texts among some cells, each once. */
export const distinctWords = (cells: readonly (Cell | undefined)[]): readonly string[] => [
  ...new Set(cells.filter((cell) => typeof cell === 'string')),
]

/** The ledger's field by name. Throws on a name it does not have. */
export function fieldNamed(ledger: Ledger, name: string): Field {
  const field = Object.hasOwn(ledger.fields, name) ? ledger.fields[name] : undefined
  if (!field) throw new Error(`${ledger.label} has no field ${name}`)
  return field
}

/**
 * The row as it is kept: every field, derived ones computed, empty text as nothing. Throws on a
 * field the ledger does not have and on a cell of the wrong type: those are faults of the caller.
 */
export const keptRow = (ledger: Ledger, row: Row): Row =>
  withDerived(ledger, keptCells(ledger, row))

/** The cells as they are kept: empty text as nothing. Throws as `keptRow` does. */
export function keptCells(ledger: Ledger, cells: Row): Row {
  // A copy keeps its shape; one filled name by name is slow to fill and to read.
  const entered: Record<string, Cell> = { ...cells }
  for (const name of Object.keys(entered)) {
    const field = fieldNamed(ledger, name)
    const cell = entered[name]
    if (cell === '') entered[name] = null
    if (
      cell !== null &&
      (isNumeric(field) ? !Number.isSafeInteger(cell) : typeof cell !== 'string')
    ) {
      throw new TypeError(`${ledger.label}: ${String(cell)} cannot be kept in ${name}`)
    }
  }
  return entered
}

/** Begins a key of `ownKey`, so that it never equals one of `key`. */
const OWN_MARK = '\u001E'

/** What tells the record from others of its ledger, without the occurrence. */
export function keyOf(ledger: Ledger, row: Row): string {
  const { key, ownKey = [] } = ledger
  const isOwn = ownKey.length > 0 && ownKey.every((name) => (row[name] ?? '') !== '')
  const cells = (isOwn ? ownKey : key).map((name) => row[name] ?? '')
  return (isOwn ? [OWN_MARK, ...cells] : cells).join(SEPARATOR)
}

export const identityOf = (key: string, occurrence: number): string =>
  `${key}${SEPARATOR}${occurrence}`

/** Identities of the rows of one put: equal keys are told apart by their order. */
export function identifier(ledger: Ledger): (row: Row) => string {
  const seen = new Map<string, number>()
  return (row) => {
    const key = keyOf(ledger, row)
    const occurrence = (seen.get(key) ?? 0) + 1
    seen.set(key, occurrence)
    return identityOf(key, occurrence)
  }
}

/** The cells of `before` and `after` that differ. */
export function differences(
  before: Row,
  after: Row,
  changed: readonly string[] = changedFields(before, after),
): { before: Row; after: Row } {
  const was: Record<string, Cell> = {}
  const is: Record<string, Cell> = {}
  for (const name of changed) {
    was[name] = before[name] ?? null
    is[name] = after[name] ?? null
  }
  return { before: was, after: is }
}

/** Whether a change of these fields leaves a record its key. */
export const leavesKey = ({ key, ownKey = [] }: Ledger, changed: readonly string[]): boolean =>
  !changed.some((name) => key.includes(name) || ownKey.includes(name))
