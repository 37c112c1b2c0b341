import { createLedgerTable, type Migration } from './migration.ts'

export const createMonitoring: Migration = {
  name: '004-create-monitoring',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'monitoring', {
      day: 'text',
      monitored: 'whole',
      alerted: 'whole',
      forwarded: 'whole',
      pushed: 'whole',
      dutyOfficer: 'text',
      remark: 'text',
    }),
}
