import { sql, type Kysely } from 'kysely'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { historyOf, keptOf, type Database, type LedgerRow } from './sql-schema.ts'
import type { Tables } from './tables.ts'

/** What `Tables.heirs` gives. */
export async function heirs(
  db: Kysely<Database>,
  ledger: LedgerId,
  batch: string,
): ReturnType<Tables['heirs']> {
  const { rows } = await sql<{ record: string; batch: string }>`
    select confirmations.record, confirmations.batch from confirmations
    join batches on batches.id = confirmations.batch
    join ${sql.table(ledger)} as own on own.id = confirmations.record
    where confirmations.ledger = ${ledger} and own.batch = ${batch} and own."removedAt" is null
    and confirmations.batch <> ${batch} and batches.state = 'loaded'
    order by batches.at desc, batches.id desc`.execute(db)
  return new Map(rows.map((row) => [row.record, row.batch]))
}

/** What `Tables.touchedBy` gives. */
export async function touchedBy(
  db: Kysely<Database>,
  ledger: LedgerId,
  batch: string,
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from ${sql.table(ledger)} where batch <> ${batch} and id in (
      select record from history where ledger = ${ledger} and batch = ${batch} and action <> 'restore'
    ) order by id`.execute(db)
  return found.rows.map(({ id }) => id)
}

/** What `Tables.withHistory` gives. */
export async function withHistory(
  db: Kysely<Database>,
  ledger: LedgerId,
  ids: readonly string[],
): ReturnType<Tables['withHistory']> {
  if (ids.length === 0) return []
  const found = await sql<LedgerRow>`
    select * from ${sql.table(ledger)} where id in (${sql.join(ids)}) order by id`.execute(db)
  const histories = new Map<string, ReturnType<typeof historyOf>[]>()
  const entries = await sql<Database['history']>`
    select * from history where ledger = ${ledger} and record in (${sql.join(ids)}) order by number`.execute(
    db,
  )
  for (const entry of entries.rows) {
    const known = histories.get(entry.record)
    if (known) known.push(historyOf(entry))
    else histories.set(entry.record, [historyOf(entry)])
  }
  return found.rows.map((row) => {
    const record = keptOf(ledger, row)
    return { record, history: histories.get(record.id) ?? [] }
  })
}
