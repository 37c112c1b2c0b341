import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Row } from '#shared/ledgers/define.ts'
import { cutName } from '#shared/ledgers/contributions.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { SumsQuery, SumsRow } from '#shared/metrics/sums.ts'
import { byLedger } from './by-ledger.ts'
import { fieldNamed } from './cells.ts'
import { answerOf, type KeptSum } from './kept-sums.ts'
import {
  batchOf,
  cellsKept,
  draftOf,
  historyOf,
  keptOf,
  settingsOf,
  type Database,
  type LedgerRow,
} from './sql-schema.ts'
import { batches, batchTallies } from './sql-batches.ts'
import { sqlHistory } from './sql-history.ts'
import { sqlPages } from './sql-pages.ts'
import { orderOf, whereOf } from './sql-where.ts'
import type {
  CellsQuery,
  Coverage,
  Covered,
  ImportPart,
  Origin,
  PartQuery,
  Store,
} from './store.ts'
import { storedRecord } from './writer.ts'

/** What batches that stand say to be whole. */
export const coverageOf = (db: Kysely<Database>): Promise<Coverage[]> =>
  db
    .selectFrom('coverage')
    .innerJoin('batches', 'batches.id', 'coverage.batch')
    .select(['coverage.ledger', 'coverage.from', 'coverage.to', 'coverage.batch'])
    .where('batches.state', '=', 'loaded')
    .orderBy('coverage.ledger')
    .orderBy('coverage.from')
    .orderBy('coverage.to')
    .orderBy('coverage.batch')
    .execute()

const coveredOf = (db: Kysely<Database>): Promise<Covered[]> =>
  db
    .selectFrom('coverage')
    .innerJoin('batches', 'batches.id', 'coverage.batch')
    .select(['coverage.ledger', 'coverage.from', 'coverage.to'])
    .distinct()
    .where('batches.state', '=', 'loaded')
    .orderBy('coverage.ledger')
    .orderBy('coverage.from')
    .orderBy('coverage.to')
    .execute()

/** The reading half of a store over any SQL database. Sees what was committed. */
export function sqlReads(db: Kysely<Database>): Omit<Store, 'write' | 'close'> {
  return {
    sums: (query) => sums(db, query),
    records: sqlPages(db),
    cells: (query) => cells(db, query),
    async sumOf(query, field) {
      fieldNamed(ledgerOf(query.ledger), field)
      const found = await sql<{ total: unknown }>`
        select sum(${sql.ref(field)}) as total from ${sql.table(query.ledger)} where ${whereOf(query)}`.execute(
        db,
      )
      return Number(found.rows[0]?.total ?? 0)
    },
    async words(ledger, field) {
      fieldNamed(ledgerOf(ledger), field)
      const { rows } = await sql<Record<'word' | 'records', unknown>>`
        select ${sql.ref(field)} as word, count(*) as records from ${sql.table(ledger)}
        where "removedAt" is null and ${sql.ref(field)} is not null group by ${sql.ref(field)}`.execute(
        db,
      )
      return rows
        .map(({ word, records: found }) => ({ word: String(word), records: Number(found) }))
        .toSorted((a, b) => (a.word < b.word ? -1 : 1))
    },
    async origins(query) {
      const { rows } = await sql<Record<keyof Origin, unknown>>`
        select batch, count(*) as records, count("changedAt") as changed from ${sql.table(query.ledger)}
        where ${whereOf(query)} group by batch order by count(*) desc, batch`.execute(db)
      return rows.map(({ batch, records: found, changed }) => ({
        batch: String(batch),
        records: Number(found),
        changed: Number(changed),
      }))
    },
    counts: () => counts(db, sql`"removedAt" is null`),
    removedCounts: () => counts(db, sql`"removedAt" is not null`),
    async record(ledger, id) {
      const found = await sql<LedgerRow>`
        select * from ${sql.table(ledger)} where id = ${id} and "removedAt" is null`.execute(db)
      return found.rows[0] ? storedRecord(keptOf(ledger, found.rows[0])) : null
    },
    async history(ledger, id) {
      const entries = db
        .selectFrom('history')
        .selectAll()
        .where('ledger', '=', ledger)
        .where('record', '=', id)
      return (await entries.orderBy('number').execute()).map(historyOf)
    },
    ...sqlHistory(db),
    coverage: () => coverageOf(db),
    covered: () => coveredOf(db),
    async revisions() {
      const rows = await db.selectFrom('revisions').selectAll().execute()
      const of = (name: string) => rows.find((row) => row.name === name)?.revision ?? 0
      return { ...byLedger(of), settings: of('settings') }
    },
    batches: (asked) => batches(db, asked),
    batchTallies: (asked) => batchTallies(db, asked),
    async changedAt() {
      const { rows } = await sql<{ opened: string | null; taken: string | null }>`
        select (select max(at) from batches) as opened,
          (select max("takenBackAt") from batches) as taken`.execute(db)
      return [rows[0]?.opened ?? '', rows[0]?.taken ?? ''].toSorted().at(-1) || null
    },
    async batch(id) {
      const row = await db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? batchOf(row) : null
    },
    async settings() {
      const row = await db.selectFrom('settings').select('json').executeTakeFirst()
      return row ? settingsOf(row.json) : null
    },
    async draft(id) {
      const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? draftOf(row) : null
    },
    async file(hash) {
      const row = await db
        .selectFrom('files')
        .select('bytes')
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row?.bytes ?? null
    },
    importPart: (query) => importPart(db, query),
  }
}

export async function importPart(
  db: Kysely<Database>,
  { owner, kind, section, after }: PartQuery,
): Promise<ImportPart | null> {
  const parts = db
    .selectFrom('importParts')
    .selectAll()
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .where('number', '>', after)
    .orderBy('number')
    .limit(1)
  const wanted = section === undefined ? parts : parts.where('section', '=', section)
  return (await wanted.executeTakeFirst()) ?? null
}

async function sums(db: Kysely<Database>, query: SumsQuery): Promise<SumsRow[]> {
  const { ledger, measure, cut, from, to, grain } = query
  const length = grain === 'day' ? 'YYYY-MM-DD'.length : 'YYYY-MM'.length
  const kept = sql`from sums
    where ledger = ${ledger} and measure = ${measure} and cut = ${cutName(cut)}
    and grain = ${grain === 'day' ? 'day' : 'month'} and at between ${from.slice(0, length)} and ${to.slice(0, length)}`
  const { rows } = await (
    grain === 'all'
      ? sql<KeptSum>`select '' as at, "values", sum(sum) as sum, sum(records) as records, sum(blank) as blank
          ${kept} group by "values"`
      : sql<KeptSum>`select at, "values", sum, records, blank ${kept}`
  ).execute(db)
  return answerOf(rows, cut)
}

async function cells(
  db: Kysely<Database>,
  { ledger, fields, filters, sort = { field: 'id', descending: false }, limit }: CellsQuery,
): Promise<Row[]> {
  const definition = ledgerOf(ledger)
  for (const field of fields) if (field !== 'id') fieldNamed(definition, field)
  const columns = sql.join(fields.map((field) => sql.ref(field)))
  const { rows } = await sql<LedgerRow>`
    select ${columns} from ${sql.table(ledger)} where ${whereOf({ ledger, filters })}
    order by ${orderOf(definition, sort)}${limit === undefined ? sql`` : sql` limit ${limit}`}`.execute(
    db,
  )
  return rows.map((row) => cellsKept(definition, fields, row))
}

async function counts(
  db: Kysely<Database>,
  condition: RawBuilder<unknown>,
): Promise<Record<LedgerId, number>> {
  const each = LEDGER_IDS.map(
    (ledger) =>
      sql`select ${sql.lit(ledger)} as ledger, count(*) as live from ${sql.table(ledger)} where ${condition}`,
  )
  const { rows } = await sql<{
    ledger: string
    live: unknown
  }>`${sql.join(each, sql` union all `)}`.execute(db)
  const live = new Map(rows.map((row) => [row.ledger, Number(row.live)]))
  return byLedger((ledger) => live.get(ledger) ?? 0)
}
