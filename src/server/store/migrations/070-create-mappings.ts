import { createLedgerTable, type Migration } from './migration.ts'

/** How users had sheets of one set of headings read. */
export const createMappings: Migration = {
  name: '070-create-mappings',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'mappings', {
      headings: 'text',
      ledger: 'text',
      correctedOn: 'text',
      mapping: 'text',
    })
  },
}
