import { createLedgerTable, type Migration } from './migration.ts'

/** Files written to the folder of reports. */
export const createWrittenReports: Migration = {
  name: '088-create-written-reports',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'writtenReports', {
      period: 'text',
      file: 'text',
      name: 'text',
      bytes: 'whole',
    })
  },
}
