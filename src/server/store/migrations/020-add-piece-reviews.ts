import { sql } from 'kysely'
import { addColumns, type Migration } from './migration.ts'

/** Runs, times and reviews of pieces, and the ways pages look single pieces and works up. */
export const addPieceReviews: Migration = {
  name: '020-add-piece-reviews',
  async up(db, flavour) {
    await addColumns(db, flavour, 'pieces', {
      edition: 'text',
      publishedAt: 'text',
      submittedAt: 'text',
      signedAt: 'text',
      weekday: 'text',
      hour: 'text',
      reviews: 'text',
      sameReviewer: 'text',
      signing: 'text',
      reviewSeconds: 'whole',
    })
    for (const [ledger, field] of LOOKED_UP) {
      await sql`create index ${sql.ref(`${ledger}_${field}`)} on ${sql.table(ledger)} (${sql.ref(field)}, day)
        where "removedAt" is null and ${sql.ref(field)} is not null`.execute(db)
    }
  },
}

const LOOKED_UP = [
  ['pieces', 'column'],
  ['pieces', 'title'],
  ['pieces', 'sameReviewer'],
  ['pieces', 'signing'],
] as const
