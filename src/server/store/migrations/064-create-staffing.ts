import { createLedgerTable, type Migration } from './migration.ts'

export const createStaffing: Migration = {
  name: '064-create-staffing',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'staffing', {
      person: 'text',
      post: 'text',
      kind: 'text',
      department: 'text',
      from: 'text',
      to: 'text',
      remark: 'text',
    })
  },
}
