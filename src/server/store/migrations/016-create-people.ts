import { createLedgerTable, type Migration } from './migration.ts'

export const createPeople: Migration = {
  name: '016-create-people',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'people', {
      name: 'text',
      department: 'text',
      post: 'text',
      aliases: 'text',
      validFrom: 'text',
      validTo: 'text',
      remark: 'text',
    }),
}
