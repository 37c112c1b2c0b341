import { firstDay, lastDay } from '#shared/time/day.ts'
import { monthsOf, uncovered } from '#shared/time/period.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { newToList } from './as-listed.ts'
import { monthsClosed, monthsText, openClosing } from './closed-gate.ts'
import { changeAll, removeAll } from './change.ts'
import { handled } from './handled.ts'
import { keptOut } from './kept-out.ts'
import { put } from './put.ts'
import type { Coverage, StoredRecord, Writer } from './store.ts'
import type { Kept, Tables } from './tables.ts'
import { rowWithout } from './row-without.ts'
import { takeBack } from './take-back.ts'
import { telling } from './told.ts'
import { gateOf } from './write-reach.ts'
import { batchNamed, revision, type Writing } from './writing.ts'

/** Runs a write over a database's tables; the caller keeps or rolls back what it did. */
export async function writeOver<T>(
  tables: Tables,
  run: (writer: Writer) => Promise<T>,
): Promise<T> {
  const closing = openClosing()
  const writing: Writing = {
    tables,
    touched: new Set(),
    books: new Map(),
    closing,
    telling: telling(),
    handled: handled(),
  }
  let isOver = false
  const underWay = (): Writing => {
    if (isOver) throw new Error('this write is over')
    return writing
  }
  try {
    const result = await run(writerOver(underWay))
    for (const [batch, marks] of closing.belated) await put(writing, 'belated', marks, batch)
    await writing.handled.count(tables)
    for (const name of writing.touched) await tables.raise(name)
    return result
  } finally {
    isOver = true
  }
}

function writerOver(underWay: () => Writing): Writer {
  return {
    holdTo(gate) {
      underWay().closing.gate = typeof gate === 'function' ? gate : gateOf(gate)
    },
    closedRows(rows) {
      underWay().closing.rows = rows
    },
    async openBatch(batch) {
      const { tables } = underWay()
      if (await tables.batch(batch.id)) throw new Error(`batch ${batch.id} was opened before`)
      await tables.saveBatch({ ...batch, state: 'loaded', takenBackAt: null, counts: {} })
    },
    put: async (ledger, rows, batch) => put(underWay(), ledger, rows, batch),
    addNames: async (list, rows, batch) => {
      const known = await underWay().tables.entries(list)
      const fresh = newToList(
        known.map(({ row }) => row),
        rows,
      )
      return put(underWay(), list, fresh, batch)
    },
    async change(ledger, id, cells, act) {
      const [changed] = await changeAll(underWay(), ledger, [{ id, cells }], act)
      return changed ? storedRecord(changed) : null
    },
    async changeAll(ledger, changes, act) {
      const changed = await changeAll(underWay(), ledger, changes, act)
      return changed.map((record) => record && storedRecord(record))
    },
    remove: async (ledger, id, act) => (await removeAll(underWay(), ledger, [id], act)) > 0,
    removeAll: async (ledger, ids, act) => removeAll(underWay(), ledger, ids, act),
    keptOut: async (ledger, tried) => keptOut(underWay(), ledger, tried),
    async restore(ledger, id, act) {
      const writing = underWay()
      const [life] = await writing.tables.lives(ledger, [id])
      if (!life || life.record.removedAt === null) return 'absent'
      const { record } = life
      if ((await writing.tables.live(ledger, [record.identity])).size > 0) return 'taken'
      const records = await revision(writing, ledger, act)
      const row = rowWithout(ledgerOf(ledger), life, await writing.tables.takenBack())
      const restored = await records.rewrite(record, row, 'restore')
      await records.finish()
      writing.handled.note(act.batch, ledger, 'restored', id)
      return storedRecord(restored)
    },
    async cover(coverage) {
      underWay().telling.covered(coverage)
      await coverOpen(underWay(), coverage)
    },
    takeBack: async (batch, act) => takeBack(underWay(), batch, act),
    async saveSettings(settings) {
      underWay().touched.add('settings')
      await underWay().tables.saveSettings(settings)
    },
    async dropSettings() {
      underWay().touched.add('settings')
      await underWay().tables.saveSettings(null)
    },
    saveDraft: async (draft) => underWay().tables.saveDraft(draft),
    async dropDraft(id) {
      const { tables } = underWay()
      const draft = await tables.draft(id)
      await tables.dropDraft(id)
      await tables.dropFiles(draft?.files.map(({ hash }) => hash) ?? [])
    },
    saveImportPart: async (part) => underWay().tables.saveImportPart(part),
    async keepRefusals(draft, sections, batch) {
      const writing = underWay()
      await batchNamed(writing, batch)
      for (const section of sections)
        await writing.tables.giveParts({ owner: draft, kind: 'refusals', section }, batch)
    },
    saveFile: async (hash, bytes) => underWay().tables.saveFile(hash, bytes),
    async told() {
      const { telling, touched } = underWay()
      return { ...telling.told(), touched }
    },
    moved: async () => underWay().telling.moved(),
  }
}

/** A record as the port shows it. */
export function storedRecord(record: Kept): StoredRecord {
  const { id, row, batch, createdAt, createdBy, changedAt, changedBy } = record
  return { id, row, batch, createdAt, createdBy, changedAt, changedBy }
}

async function coverOpen(writing: Writing, coverage: Coverage): Promise<void> {
  const { tables, closing } = writing
  const batch = await batchNamed(writing, coverage.batch)
  writing.touched.add(coverage.ledger)
  const closed = typeof closing.rows === 'string' ? await monthsClosed(tables, closing) : new Set()
  if (closed.size === 0) return tables.cover(coverage)
  // Days of a closed month that another batch vouches for already change no figure.
  const others = (await tables.coverage()).filter(({ ledger }) => ledger === coverage.ledger)
  const shut = uncovered(coverage, others)
    .flatMap((span) => monthsOf(span))
    .filter((month) => closed.has(month))
  if (shut.length === 0) return tables.cover(coverage)
  const days = shut.flatMap((month) =>
    uncovered({ from: firstDay(month), to: lastDay(month) }, others),
  )
  for (const span of uncovered(coverage, days)) await tables.cover({ ...coverage, ...span })
  const note = `${ledgerOf(coverage.ledger).label}：${monthsText(shut)}已结账，是否齐全仍按结账时所记`
  await tables.saveBatch({ ...batch, notes: [...batch.notes, note] })
}
