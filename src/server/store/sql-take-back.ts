import { sql, type Kysely } from 'kysely'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { historyOf, keptOf, type Database, type LedgerRow } from './sql-schema.ts'
import type { Statements } from './sql-statements.ts'
import type { Hold, Kept, NumberedEntry, Tables } from './tables.ts'

const HOLD = ['ledger', 'record', 'batch', 'after', 'said'] as const
const ALSO_SAID = sql`on conflict (ledger, record, batch) do update set
  said = confirmations.said || ',' || excluded.said`

/** What `Tables.hold` does. */
export async function hold(
  db: Kysely<Database>,
  write: Statements,
  [ledger, held, batch]: Parameters<Tables['hold']>,
): Promise<void> {
  if (held.size === 0) return
  const last = await db
    .selectFrom('history')
    .select((of) => of.fn.max('number').as('number'))
    .executeTakeFirst()
  const after = Number(last?.number ?? 0)
  const rows = [...held].map(([record, said]) => [ledger, record, batch, after, said.join()])
  await write.insert('confirmations', HOLD, rows, ALSO_SAID)
}

/** What `Tables.touchedBy` gives. */
export async function touchedBy(
  db: Kysely<Database>,
  ledger: LedgerId,
  batch: string,
): Promise<string[]> {
  // What is asked of each record stands outside the list of them: within it, all would be listed anew for each.
  const found = await sql<{ id: string }>`
    select id from ${sql.table(ledger)} as own where batch <> ${batch} and id in (
      select record from history where ledger = ${ledger} and batch = ${batch} and action <> 'restore'
      union select record from confirmations where ledger = ${ledger} and batch = ${batch}
    ) and (
      exists (select 1 from history where ledger = ${ledger} and record = own.id)
      or exists (select 1 from confirmations as heir
        where heir.ledger = ${ledger} and heir.record = own.id and heir.batch = own.batch)
    ) order by id`.execute(db)
  return found.rows.map(({ id }) => id)
}

/** What `Tables.named` gives. */
export async function named(
  { among }: Statements,
  ledger: LedgerId,
  ids: readonly string[],
): ReturnType<Tables['named']> {
  const found = await records(among, ledger, ids)
  const live = found.filter(({ removedAt }) => removedAt === null)
  return new Map(live.map((record) => [record.id, record]))
}

async function records(
  among: Statements['among'],
  ledger: LedgerId,
  ids: readonly string[],
): Promise<Kept[]> {
  const found = await among<LedgerRow>(ledger, { column: 'id', values: ids, and: sql`order by id` })
  return found.map((row) => keptOf(ledger, row))
}

/** What `Tables.lives` gives. */
export async function lives(
  { among }: Statements,
  ledger: LedgerId,
  ids: readonly string[],
): ReturnType<Tables['lives']> {
  const found = await records(among, ledger, ids)
  const own = { ledger, column: 'record', values: ids }
  const histories = await among<Database['history']>('history', {
    ...own,
    and: sql`order by number`,
  })
  const holds = await among<Database['confirmations']>('confirmations', {
    ...own,
    and: sql`order by "after"`,
  })
  const entriesOf = Map.groupBy(histories, ({ record }) => record)
  const holdsOf = Map.groupBy(holds, ({ record }) => record)
  return found.map((record) => {
    const history = (entriesOf.get(record.id) ?? []).map(numberedEntry)
    return { record, history, holds: (holdsOf.get(record.id) ?? []).map(holdOf) }
  })
}

const numberedEntry = (row: Database['history']): NumberedEntry => ({
  ...historyOf(row),
  number: row.number,
})

const holdOf = ({ batch, after, said }: Database['confirmations']): Hold => ({
  batch,
  after,
  said: said === null ? null : said.split(','),
})
