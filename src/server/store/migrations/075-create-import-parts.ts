import type { Migration } from './migration.ts'

/** What an import read, kept in parts: rows until they are loaded, refusals for as long as the batch. */
export const createImportParts: Migration = {
  name: '075-create-import-parts',
  async up(db, { table }) {
    await db.schema
      .createTable('importParts')
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('section', 'text', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('importPartsKey', ['owner', 'kind', 'number'])
      .modifyEnd(table)
      .execute()
  },
}
