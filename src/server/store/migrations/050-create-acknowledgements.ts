import { createLedgerTable, type Migration } from './migration.ts'

/** What people said about findings of the automatic checks. */
export const createAcknowledgements: Migration = {
  name: '050-create-acknowledgements',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'acknowledgements', {
      label: 'text',
      what: 'text',
      note: 'text',
      finding: 'text',
    })
  },
}
