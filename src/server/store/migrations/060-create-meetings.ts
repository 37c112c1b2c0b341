import { createLedgerTable, type Migration } from './migration.ts'

export const createMeetings: Migration = {
  name: '060-create-meetings',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'meetings', {
      day: 'text',
      kind: 'text',
      topic: 'text',
      chair: 'text',
      expected: 'whole',
      attended: 'whole',
      minutes: 'text',
      remark: 'text',
    })
  },
}
