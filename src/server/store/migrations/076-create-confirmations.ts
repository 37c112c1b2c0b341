import type { Migration } from './migration.ts'

/** Which batches held a record that an earlier one had brought in: it stays when that one is taken back. */
export const createConfirmations: Migration = {
  name: '076-create-confirmations',
  async up(db, { clustered }) {
    await db.schema
      .createTable('confirmations')
      .addColumn('ledger', 'text', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('batch', 'text', (column) => column.notNull().references('batches.id'))
      .addPrimaryKeyConstraint('confirmationsKey', ['ledger', 'record', 'batch'])
      .modifyEnd(clustered)
      .execute()
  },
}
