import { createLedgerTable, type Migration } from './migration.ts'

export const createAlerts: Migration = {
  name: '005-create-alerts',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'alerts', {
      code: 'text',
      alertedAt: 'text',
      platform: 'text',
      account: 'text',
      title: 'text',
      link: 'text',
      township: 'text',
      unit: 'text',
      topic: 'text',
      level: 'text',
      handling: 'text',
      assignee: 'text',
      dueAt: 'text',
      closedAt: 'text',
      outcome: 'text',
      dutyOfficer: 'text',
      handlingSeconds: 'whole',
      lateOn: 'text',
    }),
}
