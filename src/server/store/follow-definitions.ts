import { sql, type Kysely } from 'kysely'
import { changedFields, type Ledger } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { keptRow } from './cells.ts'
import { sumChanges } from './kept-sums.ts'
import { keptOf, type Database, type LedgerRow } from './sql-schema.ts'
import { sqlTables } from './sql-tables.ts'

const PART = 2000

/**
 * Makes derived cells and kept sums anew for every ledger whose definition is not the one they were
 * made under, so that a new measure, cut or rule holds for the records that are already there. Entered
 * cells are left alone. The caller runs it in a transaction.
 */
export async function followDefinitions(db: Kysely<Database>): Promise<void> {
  const known = new Map(
    (await db.selectFrom('definitions').selectAll().execute()).map((row) => [
      row.ledger,
      row.definition,
    ]),
  )
  for (const ledger of LEDGER_IDS) {
    const definition = definitionOf(ledgerOf(ledger))
    if (known.get(ledger) === definition) continue
    await remake(db, ledger)
    await db
      .insertInto('definitions')
      .values({ ledger, definition })
      .onConflict((row) => row.column('ledger').doUpdateSet({ definition }))
      .execute()
  }
}

/** All that derived cells and kept sums of a ledger depend on, as text. */
export function definitionOf({ fields, measures, cuts, derivation = 1 }: Ledger): string {
  const derived = Object.entries(fields).flatMap(([id, { derive }]) =>
    derive ? [[id, derive.toString()]] : [],
  )
  return JSON.stringify({ measures, cuts, derived, derivation })
}

async function remake(db: Kysely<Database>, ledger: LedgerId): Promise<void> {
  await sql`delete from sums where ledger = ${ledger}`.execute(db)
  const tables = sqlTables(db, new Map())
  let after = ''
  let isEmpty = true
  for (;;) {
    const { rows } = await sql<LedgerRow>`
      select * from ${sql.table(ledger)} where id > ${after} order by id limit ${PART}`.execute(db)
    if (rows.length === 0) break
    isEmpty = false
    const records = rows.map((row) => keptOf(ledger, row))
    after = records.at(-1)?.id ?? after
    const changes = sumChanges(ledgerOf(ledger))
    const remade = records.flatMap((record) => {
      const row = keptRow(ledgerOf(ledger), record.row)
      if (record.removedAt === null) changes.add(row)
      const changed = changedFields(record.row, row)
      return changed.length === 0 ? [] : [{ before: record, after: { ...record, row }, changed }]
    })
    await tables.replace(ledger, remade)
    for (const part of changes.parts(PART)) await tables.moveSums(ledger, part)
  }
  if (!isEmpty) await tables.raise(ledger)
}
