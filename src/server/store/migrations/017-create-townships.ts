import { createLedgerTable, type Migration } from './migration.ts'

export const createTownships: Migration = {
  name: '017-create-townships',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'townships', {
      name: 'text',
      aliases: 'text',
      validFrom: 'text',
      validTo: 'text',
      remark: 'text',
    }),
}
