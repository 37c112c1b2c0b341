import { createLedgerTable, type Migration } from './migration.ts'

export const createAid: Migration = {
  name: '063-create-aid',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'aid', {
      day: 'text',
      village: 'text',
      household: 'text',
      measure: 'text',
      money: 'whole',
      people: 'whole',
      helper: 'text',
      remark: 'text',
    })
  },
}
