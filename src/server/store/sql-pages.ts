import { sql, type Kysely } from 'kysely'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { keptOf, type Database, type LedgerRow } from './sql-schema.ts'
import { orderOf, whereOf } from './sql-where.ts'
import type { RecordsPage, RecordsQuery } from './store.ts'
import { storedRecord } from './writer.ts'

const MOST_KEPT = 6
/** Pages that end before this are read straight from the table, which needs no list. */
const SHALLOW = 500

/**
 * Pages of lists. A deep page would sort the whole table each time; so a list's ids are kept in
 * their order until something is written, and a page costs its own rows.
 */
export function sqlPages(db: Kysely<Database>): (query: RecordsQuery) => Promise<RecordsPage> {
  const kept = new Map<string, readonly string[]>()
  let state = -1
  return async (query) => {
    const { offset, limit, ...list } = query
    const name = JSON.stringify(list)
    const now = await stateOf(db)
    if (now !== state) kept.clear()
    state = now
    const known = kept.get(name)
    if (!known && offset + limit <= SHALLOW) return shallowPage(db, query)
    const ids = known ?? (await idsOf(db, query))
    kept.delete(name)
    const [oldest] = kept.keys()
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(name, ids)
    return {
      total: ids.length,
      records: await rowsOf(db, query, ids.slice(offset, offset + limit)),
    }
  }
}

/** Rises with every write. */
async function stateOf(db: Kysely<Database>): Promise<number> {
  const rows = await db.selectFrom('revisions').select('revision').execute()
  return rows.reduce((sum, { revision }) => sum + revision, 0)
}

async function shallowPage(db: Kysely<Database>, query: RecordsQuery): Promise<RecordsPage> {
  const { ledger, sort, limit, offset } = query
  const [table, where] = [sql.table(ledger), whereOf(query)]
  const counted = await sql<{
    total: unknown
  }>`select count(*) as total from ${table} where ${where}`.execute(db)
  const page = await sql<LedgerRow>`
    select * from ${table} where ${where}
    order by ${orderOf(ledgerOf(ledger), sort)} limit ${limit} offset ${offset}`.execute(db)
  return {
    total: Number(counted.rows[0]?.total ?? 0),
    records: page.rows.map((row) => storedRecord(keptOf(ledger, row))),
  }
}

async function idsOf(db: Kysely<Database>, query: RecordsQuery): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(query.ledger)} where ${whereOf(query)}
    order by ${orderOf(ledgerOf(query.ledger), query.sort)}`.execute(db)
  return rows.map(({ id }) => id)
}

async function rowsOf(
  db: Kysely<Database>,
  { ledger }: RecordsQuery,
  ids: readonly string[],
): Promise<RecordsPage['records']> {
  if (ids.length === 0) return []
  const { rows } = await sql<LedgerRow>`
    select * from ${sql.table(ledger)} where id in (${sql.join(ids)}) and "removedAt" is null`.execute(
    db,
  )
  const found = new Map(rows.map((row) => [String(row.id), row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    return row ? [storedRecord(keptOf(ledger, row))] : []
  })
}
