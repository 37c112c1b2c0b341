import type { Belated, Closing } from '#shared/contract/review.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { RecordsQuery, Store, StoredRecord } from './store/store.ts'
import { inParts } from './store/turns.ts'

/** More events than a desk writes in a lifetime. */
const MANY = 100_000
/** Ids asked for at once. */
const PART = 500

/** Events of closing and reopening, newest first. */
export async function closingEvents(store: Store): Promise<(Closing & { number: number })[]> {
  return (await newestFirst(store, 'closings')).map(({ row, createdAt, createdBy }) => ({
    month: String(row.month),
    number: Number(row.number),
    act: row.act === 'reopen' ? 'reopen' : 'close',
    reason: String(row.reason ?? ''),
    at: createdAt,
    by: createdBy,
  }))
}

/** Every 补报 with its record as it stands, newest first. */
export async function belatedList(store: Store): Promise<Belated[]> {
  const marks = await newestFirst(store, 'belated')
  const texts = new Map<string, string>()
  for (const [ledger, ids] of idsByLedger(marks))
    for (const [id, text] of await textsOf(store, ledger, ids)) texts.set(`${ledger} ${id}`, text)
  return marks.flatMap(({ row, createdAt, createdBy }) => {
    const ledger = String(row.ledger)
    if (!isLedgerId(ledger)) return []
    const text = texts.get(`${ledger} ${row.record}`)
    return [
      {
        ledger,
        record: String(row.record),
        month: String(row.month),
        act: row.act === 'change' ? ('change' as const) : ('add' as const),
        text: text ?? '',
        isRemoved: text === undefined,
        reason: String(row.reason),
        at: createdAt,
        by: createdBy,
      },
    ]
  })
}

/** How many of the records a question takes came in, or were changed, as 补报. */
export async function countBelated(
  store: Store,
  query: Omit<RecordsQuery, 'sort' | 'offset' | 'limit'>,
): Promise<number> {
  const marks = await store.cells({
    ledger: 'belated',
    fields: ['record'],
    filters: [{ field: 'ledger', in: [query.ledger] }],
  })
  const ids = [...new Set(marks.map(({ record }) => String(record)))]
  let total = 0
  for (const part of inParts(ids, PART)) {
    const filters = [...query.filters, { field: 'id', in: part }]
    const sort = { field: 'id', descending: false }
    total += (await store.records({ ...query, filters, sort, offset: 0, limit: 1 })).total
  }
  return total
}

async function newestFirst(store: Store, ledger: LedgerId): Promise<readonly StoredRecord[]> {
  const sort = { field: 'id', descending: true }
  return (await store.records({ ledger, filters: [], sort, offset: 0, limit: MANY })).records
}

function idsByLedger(marks: readonly StoredRecord[]): Map<LedgerId, string[]> {
  const found = new Map<LedgerId, string[]>()
  for (const { row } of marks) {
    const ledger = String(row.ledger)
    if (isLedgerId(ledger)) found.set(ledger, [...(found.get(ledger) ?? []), String(row.record)])
  }
  return found
}

/** What live records are called: their title, or the first text of their list that is filled in. */
async function textsOf(
  store: Store,
  ledger: LedgerId,
  ids: readonly string[],
): Promise<[string, string][]> {
  const { columns, fields, alike } = ledgerOf(ledger)
  const texts = columns.filter(
    (name) => fields[name]?.citizen !== 'named' && fields[name]?.kind === 'text',
  )
  const names = [...(alike ? [alike.text] : []), ...texts]
  const found: [string, string][] = []
  for (const part of inParts([...new Set(ids)], PART)) {
    const filters = [{ field: 'id', in: part }]
    const rows = await store.cells({ ledger, fields: ['id', ...names], filters })
    for (const row of rows) {
      const text = names.map((name) => row[name]).find((cell) => cell)
      found.push([String(row.id), String(text ?? '')])
    }
  }
  return found
}
