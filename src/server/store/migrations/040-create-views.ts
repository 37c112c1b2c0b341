import { createLedgerTable, type Migration } from './migration.ts'

/** Saved views of the ledgers' lists. */
export const createViews: Migration = {
  name: '040-create-views',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'views', { ledger: 'text', name: 'text', query: 'text' })
  },
}
