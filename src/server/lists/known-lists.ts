import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Store } from '../store/store.ts'

/** Entries of reference lists, by list. */
export async function knownLists(
  store: Pick<Store, 'cells'>,
  lists: readonly LedgerId[],
): Promise<Record<string, Row[]>> {
  const known = lists.map(async (ledger) => {
    const fields = Object.keys(ledgerOf(ledger).fields)
    return [ledger, await store.cells({ ledger, fields, filters: [] })] as const
  })
  return Object.fromEntries(await Promise.all(known))
}
