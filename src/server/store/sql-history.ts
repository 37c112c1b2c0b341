import { sql, type Kysely, type RawBuilder } from 'kysely'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { distinctWords, fieldNamed } from './cells.ts'
import { rowIn } from './json-rows.ts'
import { doneAct, type Touched } from './done-act.ts'
import type { ActsQuery, Change, ChangesQuery, DoneAct, HistoryReads } from './history.ts'
import { matcher, tookBefore } from './memory-match.ts'
import { batchOf, historyOf, keptOf, type Database, type LedgerRow } from './sql-schema.ts'
import { whereOf } from './sql-where.ts'
import type { Filter } from './store.ts'
import type { Kept } from './tables.ts'
import { storedRecord } from './writer.ts'
import { AS_LISTED } from './writing.ts'

type Db = Kysely<Database>
type Bin = Awaited<ReturnType<HistoryReads['removed']>>

/** What was done, over any SQL database. */
export function sqlHistory(db: Db): Omit<HistoryReads, 'removedCounts'> {
  return {
    changes: (query) => changes(db, query),
    acts: (query) => acts(db, query),
    removed: (query) => removed(db, query),
    wordsEver: (ledger, field) => wordsEver(db, ledger, field),
  }
}

async function changes(db: Db, query: ChangesQuery): Promise<Change[]> {
  const { ledger, filters = [], search, act, before, limit } = query
  let asked = db.selectFrom('history').selectAll().orderBy('number', 'desc').limit(limit)
  if (act) asked = asked.where('batch', '=', act.batch).where('at', '=', act.at)
  if (before !== undefined) asked = asked.where('number', '<', before)
  if (ledger !== undefined) {
    asked = asked.where('ledger', '=', ledger)
    const records = { ledger, filters, ...(search ? { search } : {}) }
    if (filters.length > 0 || search) {
      const left = await recordsThatLeft(db, ledger, filters)
      asked = asked.where((is) =>
        is.or([
          sql<boolean>`record in (select id from ${sql.table(ledger)} where ${whereOf(records, 'both')})`,
          ...(left.length > 0 ? [is('record', 'in', left)] : []),
        ]),
      )
    }
  }
  const entries = await asked.execute()
  const kept = await recordsOf(db, entries)
  return entries.map((entry) => {
    const record = kept.get(`${entry.ledger} ${entry.record}`)
    return {
      ...historyOf(entry),
      number: entry.number,
      ledger: entry.ledger,
      record: entry.record,
      row: record?.row ?? {},
      isRemoved: (record?.removedAt ?? null) !== null,
    }
  })
}

/** Records that filters took before one of their changes; of those alone that changed what is filtered by. */
async function recordsThatLeft(
  db: Db,
  ledger: LedgerId,
  filters: readonly Filter[],
): Promise<string[]> {
  if (filters.length === 0) return []
  const entries = await db
    .selectFrom('history')
    .selectAll()
    .where('ledger', '=', ledger)
    .where('action', '=', 'change')
    .where((is) => is.or(filters.map(({ field }) => is('before', 'like', `%"${field}"%`))))
    .execute()
  const takes = matcher(ledgerOf(ledger), { filters })
  const kept = await recordsOf(db, entries)
  const left = entries.filter((entry) => {
    const record = kept.get(`${entry.ledger} ${entry.record}`)
    return record && tookBefore(takes, record, historyOf(entry))
  })
  return [...new Set(left.map(({ record }) => record))]
}

/** The records of entries as they stand now, live or removed, by ledger and id. */
async function recordsOf(
  db: Db,
  entries: readonly { readonly ledger: LedgerId; readonly record: string }[],
): Promise<ReadonlyMap<string, Kept>> {
  const kept = new Map<string, Kept>()
  for (const [ledger, of] of Map.groupBy(entries, (entry) => entry.ledger)) {
    const ids = [...new Set(of.map(({ record }) => record))]
    const { rows } = await sql<LedgerRow>`
      select * from ${sql.table(ledger)} where id in (${sql.join(ids)})`.execute(db)
    for (const row of rows) kept.set(`${ledger} ${String(row.id)}`, keptOf(ledger, row))
  }
  return kept
}

interface Moment {
  readonly batch: string
  readonly at: string
}

async function acts(db: Db, query: ActsQuery): Promise<DoneAct[]> {
  const { ledger, limit } = query
  const within = withinOf(query)
  const loaded = ledger === undefined ? sql`1 = 1` : sql`counts like ${`%"${ledger}":%`}`
  const touched = ledger === undefined ? sql`1 = 1` : sql`ledger = ${ledger}`
  const { rows: moments } = await sql<Moment>`
    select distinct batch, at from (
      select id as batch, at, "by" from batches where ${loaded}
      union select batch, at, "by" from history where ${touched} and batch in (select id from batches)
    ) as moments where ${within} order by at desc, batch desc limit ${limit}`.execute(db)
  if (moments.length === 0) return []
  const ids = [...new Set(moments.map(({ batch }) => batch))]
  const batches = await db.selectFrom('batches').selectAll().where('id', 'in', ids).execute()
  const known = new Map(batches.map((row) => [row.id, batchOf(row)]))
  const done = await touchedIn(db, ids)
  const first = await firstEntries(db, ids)
  return moments.flatMap(({ batch: id, at }) => {
    const batch = known.get(id)
    if (!batch) return []
    const { by = '', why = '' } = first.get(`${id} ${at}`) ?? {}
    return [doneAct(batch, { at, by, why }, done.get(`${id} ${at}`) ?? [])]
  })
}

function withinOf({ by, from, to, before }: ActsQuery): RawBuilder<unknown> {
  const parts = [sql`1 = 1`]
  if (by !== undefined) parts.push(sql`"by" = ${by}`)
  if (from !== undefined) parts.push(sql`at >= ${from}`)
  if (to !== undefined) parts.push(sql`at < ${to}`)
  if (before)
    parts.push(sql`(at < ${before.at} or (at = ${before.at} and batch < ${before.batch}))`)
  return sql.join(parts, sql` and `)
}

/** By batch and moment, how many records were changed, removed or restored. */
async function touchedIn(db: Db, batches: readonly string[]): Promise<Map<string, Touched[]>> {
  const { rows } = await sql<Moment & Record<'ledger' | 'action' | 'records', unknown>>`
    select batch, at, ledger, action, count(distinct record) as records from history
    where batch in (${sql.join(batches)}) and why <> ${AS_LISTED}
    group by batch, at, ledger, action`.execute(db)
  const touched = rows.flatMap(({ batch, at, ledger, action, records }) => {
    const name = String(ledger)
    const isKnown = action === 'change' || action === 'remove' || action === 'restore'
    if (!isLedgerId(name) || !isKnown) return []
    return [{ moment: `${batch} ${at}`, ledger: name, action, records: Number(records) } as const]
  })
  return Map.groupBy(touched, ({ moment }) => moment)
}

/** Who did what later befell a batch, and why: as its first entry says. */
async function firstEntries(
  db: Db,
  batches: readonly string[],
): Promise<Map<string, { by: string; why: string }>> {
  const firsts = db
    .selectFrom('history')
    .select((of) => of.fn.min('number').as('number'))
    .where('batch', 'in', batches)
    .groupBy(['batch', 'at'])
  const rows = await db.selectFrom('history').selectAll().where('number', 'in', firsts).execute()
  return new Map(rows.map(({ batch, at, by, why }) => [`${batch} ${at}`, { by, why }]))
}

async function wordsEver(db: Db, ledger: LedgerId, field: string): Promise<readonly string[]> {
  fieldNamed(ledgerOf(ledger), field)
  const held = sql<{ word: unknown }>`
    select distinct ${sql.ref(field)} as word from ${sql.table(ledger)} where ${sql.ref(field)} is not null`
  const entries = db
    .selectFrom('history')
    .select(['before', 'after'])
    .where('ledger', '=', ledger)
    .where((is) =>
      is.or([is('before', 'like', `%"${field}"%`), is('after', 'like', `%"${field}"%`)]),
    )
  const [{ rows }, changes] = await Promise.all([held.execute(db), entries.execute()])
  const earlier = changes.flatMap(({ before, after }) => [
    rowIn(before)[field],
    rowIn(after)[field],
  ])
  return distinctWords([...rows.map(({ word }) => String(word)), ...earlier])
}

async function removed(
  db: Db,
  { ledger, search, offset, limit }: Parameters<HistoryReads['removed']>[0],
): Promise<Bin> {
  const where = whereOf({ ledger, filters: [], ...(search ? { search } : {}) }, 'removed')
  const counted = await sql<{ total: unknown }>`
    select count(*) as total from ${sql.table(ledger)} where ${where}`.execute(db)
  const { rows } = await sql<LedgerRow>`
    select * from ${sql.table(ledger)} where ${where}
    order by "removedAt" desc, id desc limit ${limit} offset ${offset}`.execute(db)
  const kept = rows.map((row) => keptOf(ledger, row))
  const whys = new Map<string, string>()
  if (kept.length > 0) {
    const entries = db
      .selectFrom('history')
      .select(['record', 'why'])
      .where('ledger', '=', ledger)
      .where('action', '=', 'remove')
      .where(
        'record',
        'in',
        kept.map(({ id }) => id),
      )
      .orderBy('number')
    for (const { record, why } of await entries.execute()) whys.set(record, why)
  }
  return {
    total: Number(counted.rows[0]?.total ?? 0),
    records: kept.map((record) => ({
      ...storedRecord(record),
      removedAt: record.removedAt ?? '',
      removedBy: record.changedBy ?? '',
      why: whys.get(record.id) ?? '',
    })),
  }
}
