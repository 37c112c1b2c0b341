import { LEDGER_IDS, type LedgerId } from '#shared/ledgers/index.ts'

/** One value a ledger, for every ledger there is. */
export function byLedger<T>(valueOf: (ledger: LedgerId) => T): Record<LedgerId, T> {
  const values: Partial<Record<LedgerId, T>> = {}
  for (const ledger of LEDGER_IDS) values[ledger] = valueOf(ledger)
  if (!isWhole(values)) throw new Error('a ledger without a value')
  return values
}

function isWhole<T>(values: Partial<Record<LedgerId, T>>): values is Record<LedgerId, T> {
  return LEDGER_IDS.every((ledger) => Object.hasOwn(values, ledger))
}
