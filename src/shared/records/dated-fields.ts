import { ledgerOf, type LedgerId } from '../ledgers/index.ts'

const DATED: ReadonlySet<string> = new Set(['day', 'dayOrMonth', 'year', 'dateTime'])
const KNOWN = new Map<LedgerId, readonly string[]>()

/** The fields that date a record; none in a list of names, which holds for all years. */
export function datedFields(ledger: LedgerId): readonly string[] {
  const known = KNOWN.get(ledger)
  if (known) return known
  const { kind: of, fields: all } = ledgerOf(ledger)
  const fields = Object.entries(all).flatMap(([name, { kind }]) =>
    of !== 'list' && DATED.has(kind) ? [name] : [],
  )
  KNOWN.set(ledger, fields)
  return fields
}
