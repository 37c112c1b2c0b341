import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { namesOf, namingFields } from '#shared/masks.ts'
import { namesCitizens } from '#shared/rights/rights.ts'
import { keptWhile } from '../kept-while.ts'
import type { Revisions, Store } from '../store/store.ts'
import type { Known, Masked } from './shown-rows.ts'

/** Names that are no citizen's where a text has them: of outlets, platforms, departments, staff. */
const LISTS = LEDGER_IDS.filter((id) => ledgerOf(id).kind === 'list' && ledgerOf(id).fields.name)

/** Ledgers that name citizens: all that a mask may hide. */
export const NAMING: Masked = new Set(LEDGER_IDS.filter(namesCitizens))

/** Words of the desk itself, which name nobody whatever a cell says: labels of ledgers, fields and options. */
const OWN_WORDS = LEDGER_IDS.map(ledgerOf).flatMap(({ label, fields }) => [
  label,
  ...Object.values(fields).flatMap((field) => [
    field.label,
    ...Object.values(field.options ?? {}).map((option) => option.label),
  ]),
])

type Reads = Pick<Store, 'words' | 'wordsEver' | 'revisions' | 'settings'>

/**
 * Every citizen whom records of masked ledgers name or ever named, those in the bin and earlier versions
 * too: whom any text may mention. The same array until one of the ledgers is written. No part of the
 * centre's own name is a citizen's: 峨边 as an account would hide it everywhere.
 */
export function knownNames(store: Reads): (masked: Masked) => Known {
  const kept = keptWhile<LedgerId, readonly string[]>()
  const wordsOf = (ledger: LedgerId, at: number): Promise<readonly string[]> =>
    kept(ledger, at, () => (NAMING.has(ledger) ? namesEver(store, ledger) : listed(store, ledger)))

  async function read(masked: Masked, revisions: Revisions): Promise<readonly string[]> {
    const of = async (ledgers: Iterable<LedgerId>): Promise<string[]> =>
      (await Promise.all([...ledgers].map((id) => wordsOf(id, revisions[id])))).flat()
    const [named, lists, settings] = await Promise.all([of(masked), of(LISTS), store.settings()])
    const open = new Set([...OWN_WORDS, ...lists])
    const centre = settings?.centre ?? ''
    return [...new Set(named)].filter((name) => !open.has(name) && !centre.includes(name))
  }

  return (masked) => {
    const known = keptWhile<Masked, readonly string[]>()
    return async () => {
      const revisions = await store.revisions()
      const behind = [...ledgersBehindNames(masked), 'settings' as const]
      const at = behind.map((id) => revisions[id]).join(' ')
      return known(masked, at, () => read(masked, revisions))
    }
  }
}

async function namesEver(store: Reads, ledger: LedgerId): Promise<readonly string[]> {
  const fields = namingFields(ledgerOf(ledger))
  const cells = await Promise.all(fields.map((field) => store.wordsEver(ledger, field)))
  return namesOf(cells.flat())
}

const listed = async (store: Reads, list: LedgerId): Promise<readonly string[]> =>
  (await store.words(list, 'name')).map(({ word }) => word)

/** The ledgers that say which names a text is shown without. */
export const ledgersBehindNames = (masked: Masked): readonly LedgerId[] =>
  masked.size === 0 ? [] : [...masked, ...LISTS]
