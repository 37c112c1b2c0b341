import { createLedgerTable, type Migration } from './migration.ts'

/** What people wrote into reports. */
export const createReportTexts: Migration = {
  name: '086-create-report-texts',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'reportTexts', {
      period: 'text',
      document: 'text',
      slot: 'text',
      text: 'text',
      carried: 'text',
    })
  },
}
