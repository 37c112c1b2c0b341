import { createLedgerTable, type Migration } from './migration.ts'

export const createOutlets: Migration = {
  name: '014-create-outlets',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'outlets', {
      name: 'text',
      level: 'text',
      levelWord: 'text',
      aliases: 'text',
      validFrom: 'text',
      validTo: 'text',
      remark: 'text',
    }),
}
