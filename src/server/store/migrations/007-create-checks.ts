import { createLedgerTable, type Migration } from './migration.ts'

export const createChecks: Migration = {
  name: '007-create-checks',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'checks', {
      code: 'text',
      day: 'text',
      category: 'text',
      place: 'text',
      item: 'text',
      checker: 'text',
      result: 'text',
      danger: 'text',
      remedy: 'text',
      owner: 'text',
      dueOn: 'text',
      fixedOn: 'text',
      reviewer: 'text',
    }),
}
