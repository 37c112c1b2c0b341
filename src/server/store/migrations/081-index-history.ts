import type { Migration } from './migration.ts'

/** Finds what was done in a batch, act by act. */
export const indexHistory: Migration = {
  name: '081-index-history',
  async up(db) {
    await db.schema
      .createIndex('historyActs')
      .on('history')
      .columns(['batch', 'at', 'by'])
      .execute()
  },
}
