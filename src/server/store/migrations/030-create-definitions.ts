import type { Migration } from './migration.ts'

/** Under which definitions each ledger's derived cells and kept sums were made. */
export const createDefinitions: Migration = {
  name: '030-create-definitions',
  up: (db, flavour) =>
    db.schema
      .createTable('definitions')
      .addColumn('ledger', 'text', (column) => column.primaryKey().notNull())
      .addColumn('definition', 'text', (column) => column.notNull())
      .modifyEnd(flavour.table)
      .execute(),
}
