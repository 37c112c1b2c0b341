import { sql } from 'kysely'
import { addColumns, type Migration } from './migration.ts'

/**
 * The first action on an alert, an extension of a petition, and what lateness is judged by when it
 * is asked for. The columns in which it was judged at writing, by fixed limits, go.
 */
export const timeAlerts: Migration = {
  name: '022-time-alerts',
  async up(db, flavour) {
    await addColumns(db, flavour, 'alerts', {
      actedAt: 'text',
      actingSeconds: 'whole',
      dueSeconds: 'whole',
      closedOn: 'text',
      openAt: 'text',
    })
    await addColumns(db, flavour, 'petitions', { extendedTo: 'text', limitOn: 'text' })
    await db.schema.alterTable('alerts').dropColumn('lateOn').execute()
    await db.schema.alterTable('petitions').dropColumn('inTime').execute()
    await sql`create index ${sql.ref('alerts_openAt')} on ${sql.table('alerts')} (${sql.ref('openAt')})
      where "removedAt" is null and ${sql.ref('openAt')} is not null`.execute(db)
    await sql`create index ${sql.ref('petitions_receivedOn')} on ${sql.table('petitions')} (${sql.ref('receivedOn')})
      where "removedAt" is null`.execute(db)
  },
}
