import { isByDesk } from '#shared/records/closed-months.ts'
import { changedFields, type Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { NameBook } from '#shared/records/names.ts'
import { differences, keyOf, leavesKey } from './cells.ts'
import { closedGate, type ClosedGate, type Closing } from './closed-gate.ts'
import { identities, type Identities } from './identities.ts'
import { sumChanges } from './kept-sums.ts'
import type { Act, Batch, HistoryEntry } from './store.ts'
import type { Kept, KeptHistory, Rewritten, Tables } from './tables.ts'
import type { Handled } from './handled.ts'
import type { Telling } from './told.ts'
import { PART, breatheAfter, inParts } from './turns.ts'

/** One write under way. */
export interface Writing {
  readonly tables: Tables
  /** Whose revision rises when it is kept. */
  readonly touched: Set<LedgerId | 'settings'>
  /** Reference lists as they are at this point of the write. */
  readonly books: Map<string, NameBook>
  readonly closing: Closing
  readonly telling: Telling
  /** What was done to records by hand, for the counts of its batch. */
  readonly handled: Handled
}

/** The batch a write names. Throws when nobody opened it. */
export async function batchNamed({ tables }: Writing, id: string): Promise<Batch> {
  const batch = await tables.batch(id)
  if (!batch) throw new Error(`no batch ${id} was opened`)
  return batch
}

/**
 * Changes records of one ledger and what hangs on them: history, kept sums and closed months. No
 * record is written but through here.
 */
export async function revision(writing: Writing, ledger: LedgerId, act: Act): Promise<Revision> {
  const { tables, closing, telling } = writing
  const definition = ledgerOf(ledger)
  const sums = sumChanges(definition)
  const entries: KeptHistory[] = []
  const gate = await closedGate(tables, closing, ledger)
  const names = identities(tables, ledger)
  telling.act(act.batch)

  const waiting = new Map<string, Rewritten>()
  const replace = (record: Kept, after: Kept, changed: readonly string[] = []): void => {
    const first = waiting.get(record.id)
    names.wait(record, after)
    waiting.set(record.id, {
      before: first?.before ?? record,
      after,
      changed: first ? [...new Set([...first.changed, ...changed])] : changed,
    })
  }
  const writeRecords = async (): Promise<void> => {
    if (waiting.size === 0) return
    const written = [...waiting.values()]
    waiting.clear()
    names.written()
    await tables.replace(ledger, written)
    await breatheAfter(written)
  }

  const keep = async (
    record: Kept,
    after: Kept,
    action: HistoryEntry['action'],
    changed: readonly string[] = [],
  ): Promise<Kept> => {
    // Evidence attached to a reviewed record leaves it reviewed: nothing a person entered was changed.
    const isCounted = action === 'change' && isByDesk(definition, changed)
    const marked = isCounted ? after : { ...after, changedAt: act.at, changedBy: act.by }
    gate.pass({
      record: record.id,
      before: record.removedAt === null ? record.row : null,
      after: marked.removedAt === null ? marked.row : null,
      batch: act.batch,
      action,
    })
    replace(record, marked, changed)
    writing.books.delete(ledger)
    telling.record(ledger, record.id, marked.removedAt === null ? marked.row : null, record.row)
    if (record.removedAt === null && marked.removedAt === null)
      sums.move(record.row, marked.row, changed)
    else if (record.removedAt === null) sums.subtract(record.row)
    else if (marked.removedAt === null) sums.add(marked.row)
    entries.push({
      ...act,
      action,
      record: record.id,
      ...differences(record.row, marked.row, changed),
    })
    writing.touched.add(ledger)
    if (waiting.size >= PART) await writeRecords()
    if (entries.length >= PART) await writeHistory()
    return marked
  }

  const writeHistory = async (): Promise<void> => {
    const written = entries.splice(0)
    telling.changes(ledger, written)
    for (const part of inParts(written, PART)) {
      await tables.addHistory(ledger, part)
      await breatheAfter(part)
    }
  }

  return {
    isShut: gate.isShut,
    look: names.look,
    async add(records) {
      for (const { id, row } of records) {
        gate.pass({ record: id, before: null, after: row, batch: act.batch, action: 'add' })
        telling.record(ledger, id, row)
        sums.add(row)
      }
      await writeRecords()
      await tables.insert(ledger, records)
      names.written()
      if (entries.length >= PART) await writeHistory()
      if (ledger === 'closings') closing.months = null
    },
    remove: (record) => keep(record, { ...record, removedAt: act.at }, 'remove'),
    async rewrite(record, row, action, changed = changedFields(record.row, row)) {
      const isSame = record.removedAt === null && leavesKey(definition, changed)
      const identity = isSame
        ? record.identity
        : await names.free(keyOf(definition, row), writeRecords)
      return keep(record, { ...record, row, identity, removedAt: null }, action, changed)
    },
    async hand(record, batch) {
      replace(record, { ...record, batch })
      if (waiting.size >= PART) await writeRecords()
    },
    written: writeRecords,
    noteWritten(record, written) {
      const { before, after } = differences(written, record.row)
      if (Object.keys(after).length === 0) return
      entries.push({ ...act, why: AS_LISTED, action: 'change', record: record.id, before, after })
    },
    async finish() {
      await writeRecords()
      await writeHistory()
      telling.sums(ledger, sums.moved)
      for (const part of sums.parts(PART)) {
        await tables.moveSums(ledger, part)
        await breatheAfter(part)
      }
    },
  }
}

/** Why cells read otherwise than they were written; what was written stays in the history. */
export const AS_LISTED = '按名录记名'

export interface Revision {
  readonly isShut: ClosedGate['isShut']
  /** Asked before many records get other keys, it spares a question for each. */
  readonly look: Identities['look']
  /** Adds new records. */
  add(records: readonly Kept[]): Promise<void>
  /** Marks a live record removed. */
  remove(record: Kept): Promise<Kept>
  /** Gives a record these cells, of which `changed` read otherwise; a removed one lives again. */
  rewrite(
    record: Kept,
    row: Row,
    action: 'change' | 'restore',
    changed?: readonly string[],
  ): Promise<Kept>
  /** Has a record name another batch; it is no change of the record. */
  hand(record: Kept, batch: string): Promise<void>
  /** Changes wait to be written many at once: whoever asks the tables for what was changed here waits for this. */
  written(): Promise<void>
  /** Keeps in the history how cells were written that are kept under their list's name. */
  noteWritten(record: Kept, written: Row): void
  /** Writes the history and the sums; nothing may follow. */
  finish(): Promise<void>
}
