import { createLedgerTable, type Migration } from './migration.ts'

export const createFaults: Migration = {
  name: '008-create-faults',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'faults', {
      code: 'text',
      startedAt: 'text',
      endedAt: 'text',
      channel: 'text',
      kind: 'text',
      cause: 'text',
      stoppageSeconds: 'whole',
      fillerSeconds: 'whole',
      symptom: 'text',
      process: 'text',
      handler: 'text',
      report: 'text',
      grade: 'text',
      remedy: 'text',
      closedOn: 'text',
    }),
}
