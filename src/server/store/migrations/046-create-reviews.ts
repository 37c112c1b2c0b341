import { createLedgerTable, type Migration } from './migration.ts'

/** Events that move months and batches from 提交 to 签发. */
export const createReviews: Migration = {
  name: '046-create-reviews',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'reviews', {
      ledger: 'text',
      month: 'text',
      of: 'text',
      number: 'whole',
      act: 'text',
      reason: 'text',
    })
  },
}
