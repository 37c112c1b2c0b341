import { enteredFields, type Cell, type Ledger, type Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { asListed, overwritten } from './as-listed.ts'
import { identifier, isSameRow, keptRow } from './cells.ts'
import { draftRows } from './draft-rows.ts'
import { partMended } from './drafts.ts'
import type { Batch, Outcome, Rows } from './store.ts'
import type { Kept, Tables } from './tables.ts'
import { PART, breathe, inParts } from './turns.ts'
import { batchNamed, revision, type Writing } from './writing.ts'

/** What `Writer.put` does; see there. */
export async function put(
  writing: Writing,
  ledger: LedgerId,
  rows: Rows,
  batchId: string,
): Promise<Outcome> {
  const { tables } = writing
  const batch = await batchNamed(writing, batchId)
  const definition = ledgerOf(ledger)
  const identify = identifier(definition)
  const records = await revision(writing, ledger, {
    at: batch.at,
    by: batch.by,
    why: batch.why,
    batch: batchId,
  })
  const listed = await asListed(writing, ledger)
  const nextId = await idsAfter(tables, ledger)
  const outcome: { -readonly [K in keyof Outcome]: Outcome[K] } = { added: 0, changed: 0, same: 0 }
  const isLeft = (before: Row | null, after: Row): boolean =>
    writing.closing.rows === 'leaveOut' && records.isShut(before, after)

  for await (const part of partsOf(tables, rows)) {
    const coming = part.map((given) => {
      const written = keptRow(definition, given)
      const row = listed(written)
      const names = Object.keys(given).filter((name) => (written[name] ?? null) !== null)
      return { row, written, names, identity: identify(row) }
    })
    const known = await tables.live(
      ledger,
      coming.map(({ identity }) => identity),
    )
    const added: Kept[] = []
    const held = new Map<string, readonly string[]>()
    for (const { row, written, names, identity } of coming) {
      const record = known.get(identity)
      if (!record) {
        if (isLeft(null, row)) {
          outcome.left = (outcome.left ?? 0) + 1
          continue
        }
        const fresh = newRecord(nextId(), identity, row, batch)
        added.push(fresh)
        if (row !== written) records.noteWritten(fresh, written)
        continue
      }
      const said = overwritten(ledger, record.row, cellsNamed(row, names))
      const merged = listed(said)
      const isSame = isSameRow(record.row, merged)
      if (!isSame && isLeft(record.row, merged)) {
        outcome.left = (outcome.left ?? 0) + 1
        continue
      }
      if (record.batch !== batchId) held.set(record.id, saidBy(definition, written))
      outcome[isSame ? 'same' : 'changed'] += 1
      if (isSame) continue
      const changed = await records.rewrite(record, merged, 'change')
      if (row !== written || merged !== said)
        records.noteWritten(changed, { ...merged, ...stated(written) })
    }
    await records.add(added)
    await tables.hold(ledger, held, batchId)
    writing.books.delete(ledger)
    outcome.added += added.length
    await breathe()
  }
  await records.finish()
  await tables.saveBatch({
    ...batch,
    counts: { ...batch.counts, [ledger]: plus(batch.counts[ledger], outcome) },
  })
  writing.touched.add(ledger)
  return outcome
}

async function* partsOf(tables: Tables, rows: Rows): AsyncGenerator<readonly Row[]> {
  if (!('draft' in rows)) {
    yield* inParts(rows, PART)
    return
  }
  let put = 0
  for await (const some of draftRows(tables, rows.draft, rows.section)) {
    await rows.passed?.(put)
    yield* inParts(await partMended(some, rows.mended), PART)
    put += some.length
  }
  await rows.passed?.(put)
}

const newRecord = (id: string, identity: string, row: Row, { id: batch, at, by }: Batch): Kept => ({
  id,
  identity,
  row,
  batch,
  createdAt: at,
  createdBy: by,
  changedAt: null,
  changedBy: null,
  removedAt: null,
})

/** Ids rise with every record of a ledger, so that they sort in the order of entry. */
async function idsAfter(tables: Tables, ledger: LedgerId): Promise<() => string> {
  let last = Number.parseInt((await tables.lastId(ledger)) ?? '0', 36)
  return () => {
    last += 1
    return last.toString(36).padStart(8, '0')
  }
}

/** Cells the writing itself states: what a list would add is left to what is known of the record. */
function cellsNamed(row: Row, names: readonly string[]): Row {
  const cells: Record<string, Cell> = {}
  for (const name of names) cells[name] = row[name] ?? null
  return cells
}

/** The cells a row says anything in. */
const stated = (row: Row): Row =>
  cellsNamed(
    row,
    Object.keys(row).filter((name) => (row[name] ?? null) !== null),
  )

/** Fields a row states a cell of. */
const saidBy = (ledger: Ledger, written: Row): string[] =>
  enteredFields(ledger).filter((name) => (written[name] ?? null) !== null)

const plus = (a: Outcome = { added: 0, changed: 0, same: 0 }, b: Outcome): Outcome => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  ...((a.left ?? b.left) !== undefined && { left: (a.left ?? 0) + (b.left ?? 0) }),
})
