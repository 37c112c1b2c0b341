import type { ReadSheet } from './cells.ts'
import type { Recognised, Unrecognised } from './recognise.ts'
import { partsBeside } from './tables-of.ts'

/** A table's parts where empty columns part it and each is a ledger of its own, whole by itself. */
export function ledgersBeside(
  table: ReadSheet,
  recognised: (table: ReadSheet) => Recognised | Unrecognised,
): ReadSheet[] {
  const parts = partsBeside(table)
  const isCorrected = () => recognised(table).plans?.some(({ mapping }) => mapping !== null)
  if (parts.length === 1 || isCorrected()) return [table]
  const ledgers = parts.map((each) => {
    const plan = recognised(each).plans?.[0]
    return plan && plan.missing.length === 0 ? plan.ledger : null
  })
  return ledgers.includes(null) || new Set(ledgers).size < parts.length ? [table] : parts
}
