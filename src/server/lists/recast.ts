import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { usersOf } from '#shared/records/name-lists.ts'
import { nameBook, resolvedRow } from '#shared/records/names.ts'
import type { Store } from '../store/store.ts'

/** A record that reads otherwise under a list: the cells that change. */
export interface Recast {
  readonly id: string
  readonly before: Row
  readonly after: Row
}

/** Records of every ledger that read otherwise under a list with these entries. */
export async function recast(
  store: Pick<Store, 'cells'>,
  list: LedgerId,
  entries: readonly Row[],
): Promise<ReadonlyMap<LedgerId, readonly Recast[]>> {
  const books = new Map([[list, nameBook(entries)]])
  const found = new Map<LedgerId, readonly Recast[]>()
  for (const ledger of new Set(usersOf(list).map((user) => user.ledger))) {
    const definition = ledgerOf(ledger)
    const rows = await store.cells({ ledger, fields: fieldsRead(ledger, list), filters: [] })
    const changed = rows.flatMap((row) => {
      const resolved = resolvedRow(definition, row, books)
      if (resolved === row) return []
      const names = Object.keys(resolved).filter((name) => resolved[name] !== row[name])
      const only = (of: Row): Row =>
        Object.fromEntries(names.map((name) => [name, of[name] ?? null]))
      return [{ id: String(row.id), before: only(row), after: only(resolved) }]
    })
    if (changed.length > 0) found.set(ledger, changed)
  }
  return found
}

/** What naming a record by a list depends on. */
function fieldsRead(ledger: LedgerId, list: LedgerId): string[] {
  const { fields, measures } = ledgerOf(ledger)
  const on = Object.values(measures)[0]?.on
  const listed = usersOf(list).flatMap((user) => (user.ledger === ledger ? [user.field] : []))
  const levels = fields.levelBy ? ['outlet', 'level', 'levelWord', 'levelBy'] : []
  const all = ['id', on ?? 'id', ...listed, ...levels.filter((name) => fields[name])]
  return [...new Set(all)]
}
