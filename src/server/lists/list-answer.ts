import type { ListAnswer } from '#shared/contract/lists.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { usersOf, type NameUser } from '#shared/records/name-lists.ts'
import { nameBook, namesInCell } from '#shared/records/names.ts'
import { nearNames } from '#shared/records/near-names.ts'
import { addDays } from '#shared/time/day.ts'
import type { Filter, Store } from '../store/store.ts'
import type { Entry } from './planned-edit.ts'
import { recast } from './recast.ts'

type Use = ListAnswer['entries'][number]['uses'][number]
type Reads = Pick<Store, 'cells' | 'words' | 'records'>

/** Every entry of a list, in the order of its names. */
export async function entriesOf(store: Pick<Store, 'cells'>, list: LedgerId): Promise<Entry[]> {
  const fields = Object.keys(ledgerOf(list).fields)
  const rows = await store.cells({
    ledger: list,
    fields: ['id', ...fields],
    filters: [],
    sort: { field: 'name', descending: false },
  })
  return rows.map(({ id, ...row }) => ({ id: String(id), row }))
}

/** A list with who uses its names, what may be one, and what does not stand in it. */
export async function listAnswer(store: Reads, list: LedgerId): Promise<ListAnswer> {
  const entries = await entriesOf(store, list)
  const rows = entries.map(({ row }) => row)
  const uses = await usesByName(store, list)
  const book = nameBook(rows)
  const pending = await recast(store, list, rows)
  const named = await Promise.all(
    entries.map(async ({ id, row }) => ({
      id,
      row,
      uses: uses.get(String(row.name)) ?? [],
      outside: await outsideUses(store, list, row),
    })),
  )
  return {
    list,
    entries: named,
    near: nearNames(rows),
    unlisted: [...uses]
      .filter(([name]) => ['unknown', 'unclear'].includes(book.resolve(name, null).how))
      .map(([name, own]) => ({ name, uses: own })),
    pending: [...pending.values()].reduce((sum, changed) => sum + changed.length, 0),
  }
}

async function usesByName(store: Reads, list: LedgerId): Promise<Map<string, Use[]>> {
  const uses = new Map<string, Use[]>()
  for (const { ledger, field } of usersOf(list)) {
    const counts = new Map<string, number>()
    for (const { word, records } of await store.words(ledger, field))
      for (const name of new Set(namesInCell(list, word)))
        counts.set(name, (counts.get(name) ?? 0) + records)
    for (const [name, records] of counts)
      uses.set(name, [...(uses.get(name) ?? []), { ledger, field, records }])
  }
  return uses
}

/** Records that use an entry before it began or after it ended. */
async function outsideUses(
  store: Reads,
  list: LedgerId,
  { name, validFrom, validTo }: Entry['row'],
): Promise<Use[]> {
  const spans = [
    typeof validFrom === 'string' ? { to: addDays(validFrom, -1) } : null,
    typeof validTo === 'string' ? { from: addDays(validTo, 1) } : null,
  ].filter((span) => span !== null)
  if (spans.length === 0) return []
  const counted = usersOf(list).map(async (user) => {
    const totals = await Promise.all(
      spans.map((span) => countHeld(store, user, String(name), span)),
    )
    return { ...user, records: totals.reduce((sum, total) => sum + total, 0) }
  })
  return (await Promise.all(counted)).filter(({ records }) => records > 0)
}

async function countHeld(
  store: Reads,
  { ledger, field }: NameUser,
  name: string,
  span: Pick<Filter, 'from' | 'to'>,
): Promise<number> {
  const on = Object.values(ledgerOf(ledger).measures)[0]?.on
  if (on === undefined) return 0
  const { total } = await store.records({
    ledger,
    filters: [
      { field, in: [name] },
      { field: on, ...span },
    ],
    sort: { field: 'id', descending: false },
    offset: 0,
    limit: 1,
  })
  return total
}
