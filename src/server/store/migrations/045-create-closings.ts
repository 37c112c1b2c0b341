import { createLedgerTable, type Migration } from './migration.ts'

/** Events that close months, and what came in after. */
export const createClosings: Migration = {
  name: '045-create-closings',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'closings', {
      month: 'text',
      number: 'whole',
      act: 'text',
      reason: 'text',
    })
    await createLedgerTable(db, flavour, 'belated', {
      ledger: 'text',
      record: 'text',
      month: 'text',
      act: 'text',
      reason: 'text',
      entry: 'text',
    })
  },
}
