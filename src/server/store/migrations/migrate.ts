import { sql } from 'kysely'
import { MIGRATIONS } from './index.ts'
import type { Flavour, Migrating } from './migration.ts'

/**
 * Takes the steps a database has not taken yet; the caller runs it in a transaction. Returns the
 * steps it has taken that this version does not know: then a newer version wrote it, and nothing
 * was done.
 */
export async function migrate(db: Migrating, flavour: Flavour): Promise<string[]> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .modifyEnd(flavour.table)
    .execute()
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db)
  const taken = new Set(rows.map((row) => row.name))
  const unknown = [...taken].filter(
    (name) => !MIGRATIONS.some((migration) => migration.name === name),
  )
  if (unknown.length > 0) return unknown
  for (const { name, up } of MIGRATIONS) {
    if (taken.has(name)) continue
    await up(db, flavour)
    await sql`insert into migrations (name) values (${name})`.execute(db)
  }
  return []
}
