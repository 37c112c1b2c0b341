import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import { isEntered, type Cell, type Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Day } from '#shared/time/day.ts'
import { CellsRefused, type RefusedField } from './cells-refused.ts'
import { normaliseCell } from './normalise.ts'
import { ORDERS } from './orders.ts'
import { refused } from './reading.ts'

/** Today and the zone of the centre, for dates that leave out the year or name an instant. */
export interface TypedContext {
  readonly today: Day
  readonly zone: string
}

/**
 * Cells typed by hand, read by the rules of an import: amounts in 元, dates without a year in this
 * one. Throws CellsRefused with every cell that cannot be read.
 */
export function readTyped(
  ledger: LedgerId,
  typed: Readonly<Record<string, string>>,
  { today, zone }: TypedContext,
): Row {
  const { fields } = ledgerOf(ledger)
  const row: Record<string, Cell> = {}
  const faults: RefusedField[] = []
  for (const [id, text] of Object.entries(typed)) {
    const field = fields[id]
    const unit = field?.kind === 'money' ? '元' : null
    const context = { year: Number(today.slice(0, 4)), zone, unit, serialShift: 0 }
    const reading =
      !field || !isEntered(field)
        ? refused('REQUEST_FILTER_INVALID')
        : normaliseCell(field, text, context)
    if (reading.ok) row[id] = reading.value
    else {
      const { why, fix } = DIAGNOSTICS[reading.code]
      faults.push({ field: id, code: reading.code, why, fix: fixTyped(reading.fix ?? fix) })
    }
  }
  const all = [...faults, ...disorders(ledger, row)]
  if (all.length > 0) throw new CellsRefused(all)
  return row
}

/** A whole new row: required fields left out are refused as well. */
export function readTypedRow(
  ledger: LedgerId,
  typed: Readonly<Record<string, string>>,
  context: TypedContext,
): Row {
  const required = Object.entries(ledgerOf(ledger).fields).filter(([, field]) => field.required)
  const blanks = Object.fromEntries(required.map(([id]) => [id, '']))
  return readTyped(ledger, { ...blanks, ...typed }, context)
}

function disorders(ledger: LedgerId, row: Row): RefusedField[] {
  return (ORDERS[ledger] ?? []).flatMap(([first, second]) => {
    const [from, to] = [row[first], row[second]]
    if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return []
    const { why, fix } = DIAGNOSTICS.IMPORT_ORDER_WRONG
    return [{ field: second, code: 'IMPORT_ORDER_WRONG', why, fix: fixTyped(fix) }]
  })
}

// The catalogue speaks to someone with a spreadsheet; here there is a form to save again.
const fixTyped = (fix: string): string =>
  fix.replace('在表格里', '').replace('，再导入一次', '，再保存')
