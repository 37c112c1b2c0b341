import { createLedgerTable, type Migration } from './migration.ts'

export const createDepartments: Migration = {
  name: '015-create-departments',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'departments', {
      name: 'text',
      aliases: 'text',
      validFrom: 'text',
      validTo: 'text',
      remark: 'text',
    }),
}
