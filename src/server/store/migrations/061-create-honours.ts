import { createLedgerTable, type Migration } from './migration.ts'

export const createHonours: Migration = {
  name: '061-create-honours',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'honours', {
      day: 'text',
      name: 'text',
      level: 'text',
      rank: 'text',
      awardedBy: 'text',
      winner: 'text',
      work: 'text',
      evidence: 'text',
      remark: 'text',
    })
  },
}
