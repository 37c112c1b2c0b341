import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { citizenFields, namesIn } from '#shared/masks.ts'
import type { Store } from '../store/store.ts'
import type { Masked } from './shown-rows.ts'

/** Records in a bin that are read at once. */
const MANY = 100_000

/** Names that are no citizen's where a text has them: of outlets, platforms, departments, staff. */
const LISTS = LEDGER_IDS.filter((id) => ledgerOf(id).kind === 'list' && ledgerOf(id).fields.name)

type Reads = Pick<Store, 'cells' | 'removed' | 'revisions'>

/**
 * Every citizen whom records of masked ledgers name, those in the bin too, for texts that are of no one
 * record; the same array until one of the ledgers is written.
 */
export function knownNames(store: Reads, masked: Masked): () => Promise<readonly string[]> {
  const naming = ledgersNaming(masked)
  let kept: { readonly at: string; readonly names: Promise<readonly string[]> } | null = null
  async function read(): Promise<readonly string[]> {
    const named = await Promise.all(naming.map((id) => namesOf(store, id)))
    const listed = await Promise.all(
      LISTS.map((ledger) => store.cells({ ledger, fields: ['name'], filters: [] })),
    )
    const known = new Set(listed.flat().map(({ name }) => String(name ?? '')))
    return [...new Set(named.flat())].filter((name) => !known.has(name))
  }
  return async () => {
    const revisions = await store.revisions()
    const at = ledgersBehindNames(masked)
      .map((id) => revisions[id])
      .join(' ')
    if (kept?.at !== at) kept = { at, names: read() }
    return kept.names
  }
}

const ledgersNaming = (masked: Masked): LedgerId[] =>
  [...masked].filter((id) =>
    citizenFields(ledgerOf(id)).some((field) => ledgerOf(id).fields[field]?.citizen === 'named'),
  )

/** The ledgers that say which names a text is shown without. */
export const ledgersBehindNames = (masked: Masked): readonly LedgerId[] =>
  masked.size === 0 ? [] : [...ledgersNaming(masked), ...LISTS]

async function namesOf(store: Reads, ledger: LedgerId): Promise<string[]> {
  const definition = ledgerOf(ledger)
  const fields = Object.keys(definition.fields).filter(
    (name) => definition.fields[name]?.citizen === 'named',
  )
  const rows = await store.cells({ ledger, fields, filters: [] })
  const { records } = await store.removed({ ledger, offset: 0, limit: MANY })
  return namesIn(definition, ...rows, ...records.map(({ row }) => row))
}
