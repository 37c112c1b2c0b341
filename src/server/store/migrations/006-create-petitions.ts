import { createLedgerTable, type Migration } from './migration.ts'

export const createPetitions: Migration = {
  name: '006-create-petitions',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'petitions', {
      code: 'text',
      receivedOn: 'text',
      source: 'text',
      petitioner: 'text',
      category: 'text',
      content: 'text',
      department: 'text',
      handler: 'text',
      dueOn: 'text',
      answeredOn: 'text',
      outcome: 'text',
      satisfaction: 'text',
      inTime: 'text',
    }),
}
