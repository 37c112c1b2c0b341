import { sql, type Kysely } from 'kysely'
import type { LedgerId } from '#shared/ledgers/index.ts'
import {
  batchOf,
  batchRow,
  cellOf,
  columnsChanged,
  columnsOf,
  draftOf,
  keptOf,
  type Database,
  type LedgerRow,
} from './sql-schema.ts'
import { coverageOf, importPart } from './sql-reads.ts'
import { statements } from './sql-statements.ts'
import { hold, lives, named, touchedBy } from './sql-take-back.ts'
import type { Kept, Tables } from './tables.ts'

const SUM_KEY = ['ledger', 'measure', 'cut', 'grain', 'at', 'values'] as const
const HISTORY = [
  'number',
  'ledger',
  'record',
  'at',
  'by',
  'why',
  'batch',
  'action',
  'before',
  'after',
] as const

/** Tables of any SQL database, within a transaction. `texts` outlives it. */
export function sqlTables(db: Kysely<Database>, texts: Map<string, string>): Tables {
  const write = statements(db, texts)
  const rows = async (
    ledger: LedgerId,
    query: ReturnType<typeof sql<LedgerRow>>,
  ): Promise<Kept[]> => (await query.execute(db)).rows.map((row) => keptOf(ledger, row))

  return {
    async batch(id) {
      const row = await db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? batchOf(row) : null
    },
    async saveBatch(batch) {
      const { id, ...rest } = batchRow(batch)
      // Were its key named here, every table that refers to batches would be read whole.
      await db
        .insertInto('batches')
        .values({ id, ...rest })
        .onConflict((known) => known.column('id').doUpdateSet(rest))
        .execute()
    },
    async takenBack() {
      const taken = await db
        .selectFrom('batches')
        .select('id')
        .where('state', '=', 'takenBack')
        .execute()
      return new Set(taken.map((batch) => batch.id))
    },
    async standing() {
      const loaded = await db
        .selectFrom('batches')
        .select('id')
        .where('state', '=', 'loaded')
        .orderBy('at')
        .orderBy('id')
        .execute()
      return loaded.map(({ id }) => id)
    },
    async lastId(ledger) {
      const last = await sql<{
        id: string | null
      }>`select max(id) as id from ${sql.table(ledger)}`.execute(db)
      return last.rows[0]?.id ?? null
    },
    async live(ledger, identities) {
      const found = await write.among<LedgerRow>(ledger, {
        column: 'identity',
        values: identities,
        and: sql`and "removedAt" is null`,
      })
      return new Map(
        found.map((row) => {
          const record = keptOf(ledger, row)
          return [record.identity, record]
        }),
      )
    },
    named: (ledger, ids) => named(write, ledger, ids),
    async addedBy(ledger, batch) {
      const found = await sql<{ id: string }>`
        select id from ${sql.table(ledger)} where batch = ${batch} order by id`.execute(db)
      return found.rows.map(({ id }) => id)
    },
    touchedBy: (ledger, batch) => touchedBy(db, ledger, batch),
    lives: (ledger, ids) => lives(write, ledger, ids),
    entries: (list) =>
      rows(list, sql`select * from ${sql.table(list)} where "removedAt" is null order by id`),
    hold: (...held) => hold(db, write, held),
    insert(ledger, records) {
      const columns = columnsOf(ledger).filter((column) =>
        records.some((record) => cellOf(record, column) !== null),
      )
      return write.insert(
        ledger,
        columns,
        records.map((record) => columns.map((column) => cellOf(record, column))),
      )
    },
    async replace(ledger, records) {
      // An index is written anew for every column named, though its cell be the same.
      const changed = Map.groupBy(records, (record) => columnsChanged(record).join())
      for (const [names, some] of changed) {
        if (names === '') continue
        const columns = ['id', ...names.split(',')]
        await write.update(
          ledger,
          columns,
          some.map(({ after }) => columns.map((column) => cellOf(after, column))),
        )
      }
    },
    async addHistory(ledger, entries) {
      const last = await db
        .selectFrom('history')
        .select((of) => of.fn.max('number').as('number'))
        .executeTakeFirst()
      const before = Number(last?.number ?? 0)
      const values = entries.map((entry, i) => [
        before + i + 1,
        ledger,
        entry.record,
        entry.at,
        entry.by,
        entry.why,
        entry.batch,
        entry.action,
        JSON.stringify(entry.before),
        JSON.stringify(entry.after),
      ])
      await write.insert('history', HISTORY, values)
    },
    async moveSums(ledger, changes) {
      const keyOf = ({ measure, cut, at, values }: (typeof changes)[number]) =>
        [
          ledger,
          measure,
          cut,
          at.length === 'YYYY-MM'.length ? 'month' : 'day',
          at,
          values,
        ] as const
      const columns = [...SUM_KEY, 'sum', 'records', 'blank']
      const moved = changes.map((change) => [
        ...keyOf(change),
        change.sum,
        change.records,
        change.blank,
      ])
      await write.insert('sums', columns, moved, ADD_TO_SUM)
      const emptied = changes.filter(({ records, blank }) => records < 0 || blank < 0)
      await write.drop('sums', SUM_KEY, emptied.map(keyOf), sql`records + blank = 0`)
    },
    coverage: () => coverageOf(db),
    async cover(coverage) {
      await db.insertInto('coverage').values(coverage).execute()
    },
    async raise(name) {
      await db
        .insertInto('revisions')
        .values({ name, revision: 1 })
        .onConflict((known) =>
          known
            .column('name')
            .doUpdateSet((of) => ({ revision: of('revisions.revision', '+', 1) })),
        )
        .execute()
    },
    async saveSettings(settings) {
      await db.deleteFrom('settings').execute()
      if (settings)
        await db
          .insertInto('settings')
          .values({ name: 'centre', json: JSON.stringify(settings) })
          .execute()
    },
    async saveDraft(draft) {
      const row = { ...draft, files: JSON.stringify(draft.files) }
      await db
        .insertInto('drafts')
        .values(row)
        .onConflict((known) => known.column('id').doUpdateSet(row))
        .execute()
    },
    async draft(id) {
      const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? draftOf(row) : null
    },
    async dropDraft(id) {
      await db.deleteFrom('drafts').where('id', '=', id).execute()
      await db.deleteFrom('importParts').where('owner', '=', id).execute()
    },
    async dropFiles(hashes) {
      for (const hash of hashes) {
        const names = (table: 'drafts' | 'batches') =>
          sql`exists (select 1 from ${sql.table(table)} where files like ${`%"${hash}"%`})`
        await sql`delete from files where hash = ${hash}
          and not ${names('drafts')} and not ${names('batches')}`.execute(db)
      }
    },
    importPart: (query) => importPart(db, query),
    async saveImportPart(part) {
      await db.insertInto('importParts').values(part).execute()
    },
    async giveParts({ owner, kind, section }, heir) {
      await db
        .updateTable('importParts')
        .set({ owner: heir })
        .where('owner', '=', owner)
        .where('kind', '=', kind)
        .where('section', '=', section)
        .execute()
    },
    async saveFile(hash, bytes) {
      await db
        .insertInto('files')
        .values({ hash, bytes })
        .onConflict((known) => known.column('hash').doNothing())
        .execute()
    },
  }
}

const ADD_TO_SUM = sql`on conflict (${sql.join(SUM_KEY.map((column) => sql.ref(column)))}) do update set
  sum = sums.sum + excluded.sum, records = sums.records + excluded.records, blank = sums.blank + excluded.blank`
