import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import { isEntered, type Cell, type Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Day } from '#shared/time/day.ts'
import { under } from '#shared/under.ts'
import { CellsRefused, type RefusedField } from './cells-refused.ts'
import { normaliseCell } from './normalise.ts'
import { refused, type Reading } from './reading.ts'
import { ruleRefusals } from './rule-refusals.ts'

/** Today and the zone of the centre, for dates that leave out the year or name an instant. */
export interface TypedContext {
  readonly today: Day
  readonly zone: string
}

/**
 * Cells typed by hand, read by the rules of an import: amounts in 元, dates without a year in this
 * one. `kept` is the record they change. Throws CellsRefused with every cell that cannot be read and
 * every rule of the ledger that refuses what the record would be.
 */
export function readTyped(
  ledger: LedgerId,
  typed: Readonly<Record<string, string>>,
  context: TypedContext,
  kept: Row = {},
): Row {
  const { row, refused: all } = tryTyped(ledger, typed, context, kept)
  if (all.length > 0) throw new CellsRefused(all)
  return row
}

/** The same without throwing: the cells that can be read, and what is refused. */
export function tryTyped(
  ledger: LedgerId,
  typed: Readonly<Record<string, string>>,
  { today, zone }: TypedContext,
  kept: Row = {},
): { readonly row: Row; readonly refused: readonly RefusedField[] } {
  const { fields } = ledgerOf(ledger)
  const row: Record<string, Cell> = {}
  const faults: RefusedField[] = []
  for (const [id, text] of Object.entries(typed)) {
    const field = under(fields, id)
    const unit = field?.kind === 'money' ? '元' : null
    const context = { year: Number(today.slice(0, 4)), zone, unit, serialShift: 0 }
    const reading =
      !field || !isEntered(field)
        ? refused('REQUEST_FILTER_INVALID')
        : exactly(normaliseCell(field, text, context))
    if (reading.ok) row[id] = reading.value
    else {
      const { why, fix } = DIAGNOSTICS[reading.code]
      faults.push({ field: id, code: reading.code, why, fix: reading.fix ?? fix })
    }
  }
  return { row, refused: [...faults, ...disorders(ledger, row, kept)] }
}

/** A whole new row: required fields left out are refused as well. */
export function readTypedRow(
  ledger: LedgerId,
  typed: Readonly<Record<string, string>>,
  context: TypedContext,
): Row {
  return readTyped(ledger, { ...blanks(ledger), ...typed }, context)
}

/** Nobody is told at once what a form made of several days, so that one of them is asked for. */
const exactly = (reading: Reading): Reading =>
  reading.ok && reading.inexact === 'days' ? refused('IMPORT_DATE_SEVERAL') : reading

function blanks(ledger: LedgerId): Readonly<Record<string, string>> {
  const required = Object.entries(ledgerOf(ledger).fields).filter(([, field]) => field.required)
  return Object.fromEntries(required.map(([id]) => [id, '']))
}

/** Only of rules about a typed cell: an old fault elsewhere does not keep anybody from a change. */
function disorders(ledger: LedgerId, row: Row, kept: Row): RefusedField[] {
  const broken = ruleRefusals(ledgerOf(ledger), { ...kept, ...row }, Object.keys(row))
  return broken.map(({ rule, code, why, fix }) => {
    const typed = rule.fields.findLast((field) => row[field] !== undefined)
    return { field: typed ?? rule.fields.at(-1) ?? '', code, why, fix }
  })
}
