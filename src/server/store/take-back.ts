import { DeskError } from '#shared/diagnostics.ts'
import type { Cell, Ledger, Row } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { monthsOf } from '#shared/time/period.ts'
import { differences, keptRow } from './cells.ts'
import { monthsClosed, monthsText } from './closed-gate.ts'
import type { Act, HistoryEntry } from './store.ts'
import type { Kept, Tables } from './tables.ts'
import { PART, breathe, inParts } from './turns.ts'
import { revision, type Writing } from './writing.ts'

export interface Undone {
  readonly removed: number
  readonly restored: number
  readonly kept: number
}

/** What `Writer.takeBack` does; see there. Of a batch that is not there or already taken back: nothing. */
export async function takeBack(writing: Writing, batchId: string, act: Act): Promise<Undone> {
  const { tables } = writing
  const batch = await tables.batch(batchId)
  const total = { removed: 0, restored: 0, kept: 0 }
  if (!batch || batch.state === 'takenBack') return total
  await mayEnd(writing, batchId)
  await tables.saveBatch({ ...batch, state: 'takenBack', takenBackAt: act.at })
  for (const ledger of LEDGER_IDS) {
    const { removed, restored, kept } = await undo(writing, ledger, batchId, act)
    total.removed += removed
    total.restored += restored
    total.kept += kept
    if (Object.hasOwn(batch.counts, ledger)) writing.touched.add(ledger)
  }
  for (const { ledger } of await tables.coveredBy(batchId)) writing.touched.add(ledger)
  return total
}

/** Throws MONTH_CLOSED where a closed month would lose days the batch vouches for: zero would turn absent. */
async function mayEnd({ tables, closing }: Writing, batch: string): Promise<void> {
  const closed = await monthsClosed(tables, closing)
  if (closed.size === 0) return
  const covered = (await tables.coveredBy(batch)).flatMap((span) => monthsOf(span))
  const shut = [...new Set(covered)].filter((month) => closed.has(month)).toSorted()
  if (shut.length > 0) throw new DeskError('MONTH_CLOSED', monthsText(shut))
}

async function undo(writing: Writing, ledger: LedgerId, batch: string, act: Act): Promise<Undone> {
  const { tables } = writing
  const definition = ledgerOf(ledger)
  const records = await revision(writing, ledger, act)
  const takenBack = await tables.takenBack()
  const undone = { removed: 0, restored: 0, kept: 0 }
  const heirs = await tables.heirs(ledger, batch)
  for await (const { record } of inTurn(tables, ledger, await tables.addedBy(ledger, batch))) {
    const heir = heirs.get(record.id)
    if (heir !== undefined) {
      await tables.replace(ledger, [{ ...record, batch: heir }], record)
      undone.kept += 1
      continue
    }
    await records.remove(record)
    undone.removed += 1
  }
  await breathe()
  const touched = await tables.touchedBy(ledger, batch)
  for await (const { record, history } of inTurn(tables, ledger, touched)) {
    if (record.removedAt !== null && !(await comesBack(writing, ledger, record, history, batch)))
      continue
    const row = rowWithout(definition, record.row, history, takenBack)
    if (record.removedAt === null && Object.keys(differences(record.row, row).after).length === 0) {
      undone.kept += 1
      continue
    }
    await records.rewrite(record, row, 'restore')
    undone.restored += 1
  }
  await records.finish()
  return undone
}

/** Records by id, read part by part: all of a large batch at once would not fit a small machine. */
async function* inTurn(
  tables: Tables,
  ledger: LedgerId,
  ids: readonly string[],
): AsyncGenerator<{ record: Kept; history: readonly HistoryEntry[] }> {
  for (const part of inParts(ids, PART)) {
    yield* await tables.withHistory(ledger, part)
    await breathe()
  }
}

/** Whether a removed record was removed by this batch, belongs to one that stands, and was not entered anew. */
async function comesBack(
  { tables }: Writing,
  ledger: LedgerId,
  record: Kept,
  history: readonly HistoryEntry[],
  batch: string,
): Promise<boolean> {
  if (history.findLast((entry) => entry.action === 'remove')?.batch !== batch) return false
  if ((await tables.batch(record.batch))?.state !== 'loaded') return false
  return (await tables.live(ledger, [record.identity])).size === 0
}

/** The row as its history would have left it without the batches taken back. */
function rowWithout(
  ledger: Ledger,
  row: Row,
  history: readonly HistoryEntry[],
  takenBack: ReadonlySet<string>,
): Row {
  const cells: Record<string, Cell> = {}
  for (const { action, batch, before, after } of history) {
    if (action !== 'change') continue
    for (const name of Object.keys(after)) {
      // A field that has left the ledger since stands in the history alone.
      if (!Object.hasOwn(ledger.fields, name)) continue
      if (!(name in cells)) cells[name] = before[name] ?? null
      if (!takenBack.has(batch)) cells[name] = after[name] ?? null
    }
  }
  return keptRow(ledger, { ...row, ...cells })
}
