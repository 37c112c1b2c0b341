import { createLedgerTable, type Migration } from './migration.ts'

export const createAccountFigures: Migration = {
  name: '011-create-account-figures',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'accountFigures', {
      day: 'text',
      platform: 'text',
      followers: 'whole',
      gained: 'whole',
      lost: 'whole',
      reads: 'whole',
      interactions: 'whole',
    }),
}
