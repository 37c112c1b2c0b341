import { createLedgerTable, type Migration } from './migration.ts'

export const createDuties: Migration = {
  name: '068-create-duties',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'duties', {
      day: 'text',
      shift: 'text',
      leader: 'text',
      staff: 'text',
      nilReport: 'text',
      situation: 'text',
    })
  },
}
