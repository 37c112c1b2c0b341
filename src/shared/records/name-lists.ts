import { LEDGER_IDS, ledgerOf, type LedgerId } from '../ledgers/index.ts'

export interface NameUser {
  readonly ledger: LedgerId
  readonly field: string
}

/** The fields that take their names from a list. */
export const usersOf = (list: LedgerId): NameUser[] =>
  LEDGER_IDS.flatMap((ledger) =>
    Object.entries(ledgerOf(ledger).fields).flatMap(([field, { list: own }]) =>
      own === list ? [{ ledger, field }] : [],
    ),
  )

/** The reference lists of names: those some ledger takes names from, in menu order. */
export const NAME_LISTS: readonly LedgerId[] = LEDGER_IDS.filter((id) => usersOf(id).length > 0)
