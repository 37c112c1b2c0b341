import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/**
 * What a batch said of a record it held: the names of the fields it stated, and the last history entry by
 * then. Of holds that are there already only the place is known, by when their batch came.
 */
export const noteCellsHeld: Migration = {
  name: '085-note-cells-held',
  async up(db) {
    const table = db.schema.alterTable('confirmations')
    await table.addColumn('after', 'integer', (column) => column.notNull().defaultTo(0)).execute()
    await table.addColumn('said', 'text').execute()
    const { rows } = await sql<{ batch: string; at: string }>`
      select id as batch, at from batches where id in (select batch from confirmations)`.execute(db)
    for (const { batch, at } of rows)
      await sql`update confirmations
        set "after" = (select coalesce(max(number), 0) from history where at <= ${at})
        where batch = ${batch}`.execute(db)
    await db.schema
      .createIndex('confirmationsBatch')
      .on('confirmations')
      .columns(['batch', 'ledger'])
      .execute()
  },
}
