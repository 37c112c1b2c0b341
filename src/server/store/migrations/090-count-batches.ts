import { sql } from 'kysely'
import type { Migration } from './migration.ts'

interface Handled {
  readonly batch: string
  readonly counts: string
  readonly ledger: string
  readonly action: string
  readonly records: unknown
}

const NAMES = new Map([
  ['change', 'changed'],
  ['remove', 'removed'],
  ['restore', 'restored'],
])

/**
 * Batches by hand say what they changed, removed and restored: those that are there are counted from the
 * history, which has every such act. And batches get what they are listed by.
 */
export const countBatches: Migration = {
  name: '090-count-batches',
  async up(db) {
    const table = db.schema.alterTable('batches')
    await table
      .addColumn('sort', 'text', (column) => column.notNull().defaultTo('written'))
      .execute()
    const { rows } = await sql<Handled>`
      select batches.id as batch, batches.counts, history.ledger, history.action,
        count(distinct history.record) as records
      from batches join history on history.batch = batches.id and history.at = batches.at
      where batches.kind = 'entry' and history.why <> '按名录记名'
      group by batches.id, history.ledger, history.action`.execute(db)
    for (const [batch, handled] of Map.groupBy(rows, (row) => row.batch)) {
      const counts: Record<string, Record<string, number>> = JSON.parse(handled[0]?.counts ?? '{}')
      for (const { ledger, action, records } of handled) {
        const name = NAMES.get(action)
        if (name === undefined) continue
        const known = counts[ledger] ?? { added: 0, changed: 0, same: 0 }
        counts[ledger] = { ...known, [name]: Math.max(known[name] ?? 0, Number(records)) }
      }
      await sql`update batches set counts = ${JSON.stringify(counts)} where id = ${batch}`.execute(
        db,
      )
    }
    await sql`update batches set sort = case
      when kind <> 'entry' then 'loaded'
      when counts like '%"closings":%' or counts like '%"reviews":%' or counts like '%"freezes":%'
        then 'events'
      else 'written' end`.execute(db)
    const index = (name: string) => db.schema.createIndex(name).on('batches')
    await index('batchesSort').columns(['sort', 'at', 'id']).execute()
    await index('batchesBy').columns(['sort', 'by']).execute()
  },
}
