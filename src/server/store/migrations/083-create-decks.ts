import { createLedgerTable, type Migration } from './migration.ts'

/** What people made of the slides of a meeting. */
export const createDecks: Migration = {
  name: '083-create-decks',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'decks', {
      period: 'text',
      template: 'text',
      edits: 'text',
    })
  },
}
