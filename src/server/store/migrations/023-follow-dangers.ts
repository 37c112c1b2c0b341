import { sql } from 'kysely'
import { addColumns, createLedgerTable, type Migration } from './migration.ts'

/** The re-check of dangers, what of a fault counts as stoppage and under which class, maintenance. */
export const followDangers: Migration = {
  name: '023-follow-dangers',
  async up(db, flavour) {
    await addColumns(db, flavour, 'checks', { recheckedOn: 'text', dangerState: 'text' })
    await addColumns(db, flavour, 'faults', {
      statedClass: 'text',
      causeClass: 'text',
      lostSeconds: 'whole',
      lostFiller: 'whole',
      stopped: 'text',
    })
    await createLedgerTable(db, flavour, 'maintenance', {
      code: 'text',
      channel: 'text',
      startedAt: 'text',
      endedAt: 'text',
      kind: 'text',
      impact: 'text',
      reportedOn: 'text',
      content: 'text',
      handler: 'text',
      remark: 'text',
    })
    await sql`create index ${sql.ref('maintenance_startedAt')} on ${sql.table('maintenance')} (${sql.ref('startedAt')})
      where "removedAt" is null`.execute(db)
    await sql`create index ${sql.ref('checks_dangerState')} on ${sql.table('checks')} (${sql.ref('dangerState')})
      where "removedAt" is null and ${sql.ref('dangerState')} is not null`.execute(db)
  },
}
