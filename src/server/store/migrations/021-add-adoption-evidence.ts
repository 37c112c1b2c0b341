import { sql } from 'kysely'
import { addColumns, createLedgerTable, type Migration } from './migration.ts'

/** Evidence and kinds of adoptions, and what was sent to outlets. */
export const addAdoptionEvidence: Migration = {
  name: '021-add-adoption-evidence',
  async up(db, flavour) {
    await addColumns(db, flavour, 'adoptions', {
      kind: 'text',
      pooled: 'text',
      evidence: 'text',
      carried: 'text',
      evidenced: 'text',
    })
    await createLedgerTable(db, flavour, 'submissions', {
      code: 'text',
      day: 'text',
      work: 'text',
      outlet: 'text',
      level: 'text',
      author: 'text',
      department: 'text',
      result: 'text',
      remark: 'text',
    })
    await sql`create index submissions_day on submissions (day) where "removedAt" is null`.execute(
      db,
    )
  },
}
