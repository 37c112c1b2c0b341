import { shallowRef } from 'vue'
import type { RightsAnswer } from '#shared/contract/session.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { namingFields } from '#shared/masks.ts'
import { covers, type Held } from '#shared/rights/covers.ts'
import type { Right } from '#shared/rights/right.ts'

/** What whoever is signed in may do; null until it is known, and where nobody has to sign in. */
export const rights = shallowRef<RightsAnswer | null>(null)

/** The name of whoever is signed in; '' on a desk without accounts. Files made in the page carry it. */
export const readerName = shallowRef('')

/** Their department; '' for none. */
export const readerDepartment = shallowRef('')

/**
 * Whether to offer what takes a right. Until it is known all is offered: the server refuses what is
 * not theirs, and nothing flickers for those who may.
 */
export function mayBe(right: Right | undefined): boolean {
  const { value: known } = rights
  if (known === null || right === undefined) return true
  const held: Held = {
    desk: (name) => known.desk.includes(name),
    of(name, which) {
      if (which === 'every') return known.every.includes(name)
      const reach = known[name]
      if (which === 'some') return Object.keys(reach).length > 0
      return which === 'ofParams' || which in reach
    },
  }
  return covers(held, right)
}

/** The same of writing a ledger; what the desk keeps itself is written with any right to write. */
export const mayWrite = (ledger: LedgerId): boolean =>
  mayBe({ write: ledgerOf(ledger).kind === 'desk' ? 'some' : ledger })

/** Whether names and numbers of a ledger's citizens, if it has any, are shown as they are. */
export const mayName = (ledger: LedgerId): boolean =>
  namingFields(ledgerOf(ledger)).length === 0 || mayBe({ identify: ledger })

/** Whether every ledger of those counts lets the reader do so. */
export const mayAll = (
  counts: Readonly<Record<string, unknown>>,
  may: (ledger: LedgerId) => boolean,
): boolean => Object.keys(counts).every((id) => !isLedgerId(id) || may(id))
