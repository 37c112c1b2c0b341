import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'

/** One of several that a list is narrowed to; `name` is its word of the address. */
export interface Choice {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export const LEDGER_CHOICE: Choice = {
  name: 'ledger',
  label: '台账',
  options: LEDGER_IDS.map((id) => ({ value: id, label: ledgerOf(id).label })),
}

/** By whom: each of some names. */
export const personChoice = (label: string, names: readonly string[]): Choice => ({
  name: 'by',
  label,
  options: names.map((name) => ({ value: name, label: name })),
})
