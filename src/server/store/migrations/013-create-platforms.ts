import { createLedgerTable, type Migration } from './migration.ts'

export const createPlatforms: Migration = {
  name: '013-create-platforms',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'platforms', {
      name: 'text',
      medium: 'text',
      runBy: 'text',
      aliases: 'text',
      validFrom: 'text',
      validTo: 'text',
      remark: 'text',
    }),
}
