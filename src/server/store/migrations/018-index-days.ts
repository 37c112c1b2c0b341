import { sql } from 'kysely'
import type { Migration } from './migration.ts'

const DAYS = [
  ['pieces', 'day'],
  ['adoptions', 'day'],
  ['alerts', 'alertedAt'],
  ['alerts', 'closedAt'],
  ['payments', 'paidOn'],
] as const

/** Lists of the ledgers that grow are asked for by their day. */
export const indexDays: Migration = {
  name: '018-index-days',
  async up(db) {
    for (const [ledger, day] of DAYS) {
      await sql`create index ${sql.ref(`${ledger}_${day}`)} on ${sql.table(ledger)} (${sql.ref(day)})
        where "removedAt" is null`.execute(db)
    }
  },
}
