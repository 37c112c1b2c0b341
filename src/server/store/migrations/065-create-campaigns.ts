import { createLedgerTable, type Migration } from './migration.ts'

export const createCampaigns: Migration = {
  name: '065-create-campaigns',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'campaigns', {
      name: 'text',
      from: 'text',
      to: 'text',
      target: 'whole',
      leader: 'text',
      purpose: 'text',
      remark: 'text',
    })
  },
}
