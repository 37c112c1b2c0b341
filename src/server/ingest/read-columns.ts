import type { Field, Ledger } from '#shared/ledgers/define.ts'
import type { RawCell } from './cells.ts'
import { onlyMonth } from './context.ts'
import { headingOf } from './heading.ts'
import type { MappedColumn } from './map-columns.ts'
import { cellReader } from './normalise.ts'
import { MONEY_UNITS } from './normalise-numbers.ts'
import { rateUnit } from './rates.ts'
import type { CellContext, Reading } from './reading.ts'
import type { Reader } from './row-reader.ts'

/** A column that is read into a field, and how. */
export interface ReadColumn {
  readonly mapped: MappedColumn
  readonly field: string
  readonly definition: Field
  readonly context: CellContext
  readonly read: (cell: RawCell) => Reading
  /** By text, what the user had it read as. */
  readonly words: Readonly<Record<string, string>> | undefined
}

/** The columns of a sheet that hold a field of the ledger. */
export function readColumns(reader: Reader, ledger: Ledger): ReadColumn[] {
  return reader.plan.columns.flatMap((mapped) => {
    const { field, unit } = mapped
    const definition = field === null ? undefined : ledger.fields[field]
    if (field === null || !definition) return []
    const context = cellContext(reader, definition.kind, unit)
    const isRate = definition.unit === '%'
    const own = isRate ? { ...context, unit: rateUnit(reader, mapped) } : context
    const words = reader.plan.mapping?.words?.[headingOf(mapped.column.text).key]
    return [{ mapped, field, definition, context: own, read: cellReader(definition, own), words }]
  })
}

/** The column's own way to read cells: its unit is its heading's, else what the sheet says of all. */
export function cellContext(
  { sheet, found, zone }: Omit<Reader, 'plan'>,
  kind: Field['kind'],
  unit: string | null,
): CellContext {
  const { year, moneyUnit } = found.context
  const month = onlyMonth(found.context)
  const ownUnit =
    kind !== 'money' || (unit !== null && Object.hasOwn(MONEY_UNITS, unit)) ? unit : moneyUnit
  return { year, month, zone, unit: ownUnit, serialShift: sheet.serialShift }
}
