import { createLedgerTable, type Migration } from './migration.ts'

export const createLiveStreams: Migration = {
  name: '066-create-live-streams',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'liveStreams', {
      day: 'text',
      title: 'text',
      platform: 'text',
      minutes: 'whole',
      viewers: 'whole',
      peak: 'whole',
      link: 'text',
      remark: 'text',
    })
  },
}
