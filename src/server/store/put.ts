import {
  changedFields,
  enteredFields,
  withDerived,
  type Cell,
  type Ledger,
  type Row,
} from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { asListed, listedCells, overwrittenBy } from './as-listed.ts'
import { identifier, keptCells } from './cells.ts'
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
  const cellsListed = await listedCells(writing, ledger)
  const saidBy = sayings(definition)
  const nextId = await idsAfter(tables, ledger)
  const outcome: { -readonly [K in keyof Outcome]: Outcome[K] } = { added: 0, changed: 0, same: 0 }
  const isLeft = (before: Row | null, after: Row): boolean =>
    writing.closing.rows === 'leaveOut' && records.isShut(before, after)

  for await (const part of partsOf(tables, rows)) {
    const coming = part.map((given) => {
      const written = keptCells(definition, given)
      const cells = cellsListed(written)
      return { cells, written, identity: identify(cells) }
    })
    const known = await tables.live(
      ledger,
      coming.map(({ identity }) => identity),
    )
    const added: Kept[] = []
    const held = new Map<string, readonly string[]>()
    for (const { cells, written, identity } of coming) {
      const record = known.get(identity)
      if (!record) {
        const row = withDerived(definition, cells)
        if (isLeft(null, row)) {
          outcome.left = (outcome.left ?? 0) + 1
          continue
        }
        const fresh = newRecord(nextId(), identity, row, batch)
        added.push(fresh)
        if (cells !== written) records.noteWritten(fresh, withDerived(definition, written))
        continue
      }
      const said = overwrittenBy(ledger, record.row, stated(cells, written))
      const merged = listed(said)
      const changes = changedFields(record.row, merged)
      const isSame = changes.length === 0
      if (!isSame && isLeft(record.row, merged)) {
        outcome.left = (outcome.left ?? 0) + 1
        continue
      }
      if (record.batch !== batchId) held.set(record.id, saidBy(written))
      outcome[isSame ? 'same' : 'changed'] += 1
      if (isSame) continue
      const changed = await records.rewrite(record, merged, 'change', changes)
      if (cells === written && merged === said) continue
      const alone = withDerived(definition, written)
      records.noteWritten(changed, { ...merged, ...stated(alone) })
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

/** The cells the writing itself states: what a list would add is left to what is known of the record. */
function stated(row: Row, written = row): Row {
  const cells: Record<string, Cell> = {}
  for (const name of Object.keys(written))
    if ((written[name] ?? null) !== null) cells[name] = row[name] ?? null
  return cells
}

/** Fields a row states a cell of; the same list for rows that state the same ones. */
function sayings(ledger: Ledger): (written: Row) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (written) => {
    const said = enteredFields(ledger).filter((name) => (written[name] ?? null) !== null)
    const text = said.join()
    const same = known.get(text) ?? said
    known.set(text, same)
    return same
  }
}

const plus = (a: Outcome = { added: 0, changed: 0, same: 0 }, b: Outcome): Outcome => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  ...((a.left ?? b.left) !== undefined && { left: (a.left ?? 0) + (b.left ?? 0) }),
})
