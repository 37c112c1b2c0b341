import { createLedgerTable, type Migration } from './migration.ts'

/** Figures of a period as they were for a meeting; what they say is kept by content hash. */
export const createFreezes: Migration = {
  name: '082-create-freezes',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'freezes', {
      period: 'text',
      number: 'whole',
      content: 'text',
      note: 'text',
    })
  },
}
