import { sql, type Kysely, type RawBuilder } from 'kysely'
import { BATCH_SORT_IDS } from '#shared/batch-sorts.ts'
import {
  nearest,
  newestFirst,
  tallyOrder,
  type Batch,
  type BatchesAsked,
  type BatchFilters,
  type BatchTally,
} from './batches.ts'
import { searchWords } from './cells.ts'
import { batchOf, type Database } from './sql-schema.ts'
import { contained } from './sql-where.ts'
import { PART, inParts } from './turns.ts'

type Db = Kysely<Database>
type Condition = RawBuilder<boolean>

/** Batches as they are looked for, newest first. */
export async function batches(db: Db, asked: BatchesAsked = {}): Promise<Batch[]> {
  const { ids, beyond, limit } = asked
  const among = db.selectFrom('batches').selectAll().where(conditionOf(asked))
  if (ids !== undefined) {
    const parts = inParts(ids, PART).map((part) => among.where('id', 'in', part).execute())
    return nearest((await Promise.all(parts)).flat().map(batchOf).sort(newestFirst), asked)
  }
  const way = beyond?.way === 'newer' ? 'asc' : 'desc'
  const listed = among.orderBy('at', way).orderBy('id', way)
  const rows = await (limit === undefined ? listed : listed.limit(limit)).execute()
  return (way === 'asc' ? rows.toReversed() : rows).map(batchOf)
}

/** Counted by sort and person; `ids` are not asked for. */
export async function batchTallies(db: Db, asked: BatchFilters): Promise<BatchTally[]> {
  const rows = await db
    .selectFrom('batches')
    .select(['sort', 'by', (of) => of.fn.countAll().as('batches')])
    .where(conditionOf(asked))
    .groupBy(['sort', 'by'])
    .execute()
  return rows
    .flatMap((row) => {
      const sort = BATCH_SORT_IDS.find((id) => id === row.sort)
      return sort ? [{ sort, by: row.by, batches: Number(row.batches) }] : []
    })
    .toSorted(tallyOrder)
}

/** What a batch's row has to fulfil; `isLookedFor` says the same of one in memory. */
function conditionOf(asked: BatchFilters): Condition {
  const { kinds, sort, by, from, to, search, beyond } = asked
  const parts: Condition[] = [sql`1 = 1`]
  if (kinds) parts.push(sql`kind in (${sql.join(kinds)})`)
  if (sort !== undefined) parts.push(sql`sort = ${sort}`)
  if (by !== undefined) parts.push(sql`"by" = ${by}`)
  if (from !== undefined) parts.push(sql`at >= ${from}`)
  if (to !== undefined) parts.push(sql`at < ${to}`)
  parts.push(...ofSeen(asked))
  for (const word of searchWords(search))
    parts.push(sql`(${contained(sql.ref('title'), word)} or ${contained(sql.ref('why'), word)})`)
  if (beyond)
    parts.push(
      beyond.way === 'older'
        ? sql`(at, id) < (${beyond.at}, ${beyond.id})`
        : sql`(at, id) > (${beyond.at}, ${beyond.id})`,
    )
  return sql`${sql.join(parts, sql` and `)}`
}

function ofSeen({ ledger, seen }: BatchFilters): Condition[] {
  const of = (ids: readonly string[]): Condition =>
    ids.length === 0
      ? sql`1 = 0`
      : sql`exists (select 1 from json_each(counts) where key in (${sql.join(ids)}))`
  const asked = ledger === undefined ? [] : [sql<boolean>`counts like ${`%"${ledger}":%`}`]
  if (!seen) return asked
  const part = ledger === undefined ? of(seen.part) : of(seen.part.filter((id) => id === ledger))
  return [...asked, sql`(not ${of(seen.hidden)} or ${part})`]
}
