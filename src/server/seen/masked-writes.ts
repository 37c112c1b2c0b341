import { DeskError } from '#shared/diagnostics.ts'
import type { Ledger, Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import {
  citizenFields,
  citizenIn,
  MASK,
  maskedCells,
  maskedName,
  maskedRow,
  mayHide,
  namesIn,
  withHidden,
} from '#shared/masks.ts'
import type { Change } from '../store/change.ts'
import type { Rows, Store, StoredRecord, Writer } from '../store/store.ts'
import { isUnderMasks, type Known, type Masked } from './shown-rows.ts'

/**
 * A store whose rows may come back as somebody saw them masked, in a file or pasted: what a mask hides
 * is put back from the record it is of, and no mask is written over a name or a number. `anybody` are all
 * whom any mask may hide.
 */
export function storeUnderMasks(store: Store, anybody: Known): Store {
  const write: Store['write'] = (run, about) =>
    store.write(
      (writer) =>
        run({
          ...writer,
          put: async (ledger, rows, batch) =>
            writer.put(ledger, await rowsWithHidden(store, ledger, rows, anybody), batch),
          async keptOut(ledger, tried) {
            const adds = await rowsWithHidden(store, ledger, tried.adds, anybody)
            return writer.keptOut(ledger, { ...tried, adds: 'draft' in adds ? [] : adds })
          },
        }),
      about,
    )
  return { ...store, write }
}

/** Throws MASK_OF_SEVERAL where a row may be of several records that differ in what is masked. */
async function rowsWithHidden(
  store: Store,
  ledger: LedgerId,
  rows: Rows,
  anybody: Known,
): Promise<Rows> {
  const fields = citizenFields(ledgerOf(ledger))
  if (fields.length === 0) return rows
  const isMasked = (row: Row): boolean =>
    fields.some((name) => {
      const cell = row[name]
      return typeof cell === 'string' && cell.includes(MASK)
    })
  async function whole(part: readonly Row[]): Promise<readonly Row[]> {
    const masked = part.filter(isMasked)
    if (masked.length === 0) return part
    const like = await recordsLike(store, ledger, masked)
    const names = await anybody()
    return part.map((row) => (isMasked(row) ? rowWithHidden(ledger, row, like(row), names) : row))
  }
  return 'draft' in rows ? { ...rows, mended: { sign: MASK, whole } } : whole(rows)
}

/** For each of some rows the records that may be meant by it: with the same key, or what a mask leaves of one. */
async function recordsLike(
  store: Store,
  ledger: LedgerId,
  rows: readonly Row[],
): Promise<(row: Row) => readonly Row[]> {
  const { key, fields } = ledgerOf(ledger)
  const hidden = citizenFields(ledgerOf(ledger))
  const open = key.filter((name) => !hidden.includes(name))
  const words = (row: Row): string[] => open.map((name) => String(row[name] ?? ''))
  const known = await store.cells({
    ledger,
    fields: Object.keys(fields),
    filters: open.map((field, at) => ({
      field,
      in: [...new Set(rows.map((row) => words(row)[at] ?? ''))],
    })),
  })
  const byKey = Map.groupBy(known, (row) => JSON.stringify(words(row)))
  return (row) =>
    (byKey.get(JSON.stringify(words(row))) ?? []).filter((kept) =>
      key.every((name) => mayBeCell(ledgerOf(ledger), name, row, kept)),
    )
}

/** Whether a written cell is a record's, as it is or as it is shown. */
function mayBeCell(of: Ledger, name: string, { [name]: cell = null }: Row, kept: Row): boolean {
  const { [name]: before = null } = kept
  if (cell === before) return true
  if (typeof cell !== 'string' || typeof before !== 'string') return false
  const how = of.fields[name] && citizenIn(of.fields[name])
  return how === 'named'
    ? cell === maskedName(before)
    : how === 'mentioned' && cell.includes(MASK) && mayHide(cell, before)
}

function rowWithHidden(
  ledger: LedgerId,
  row: Row,
  like: readonly Row[],
  names: readonly string[],
): Row {
  const of = ledgerOf(ledger)
  const [whole = row, ...others] = like.map((kept) => withHidden(of, row, kept, names))
  const hidden = citizenFields(of)
  if (others.some((other) => hidden.some((name) => other[name] !== whole[name])))
    throw new DeskError('MASK_OF_SEVERAL', of.label)
  return whole
}

/** Writes as of somebody who sees masks: a mask written back leaves what it hides. */
export function maskedWrites(store: Store, masked: Masked, known: Known): Store['write'] {
  const isUnder = (ledger: LedgerId): boolean => isUnderMasks(masked, ledger)
  async function shown<R extends StoredRecord | string | null>(
    ledger: LedgerId,
    record: R,
  ): Promise<R> {
    if (typeof record !== 'object' || record === null || !isUnder(ledger)) return record
    return { ...record, row: maskedRow(ledgerOf(ledger), record.row, await known()) }
  }
  /** A text of a report that was taken over from another period, with what was hidden in that one. */
  async function takenOver(cells: Row, { document, slot }: Row): Promise<Row> {
    const { carried, text } = cells
    if (typeof carried !== 'string' || !String(text ?? '').includes(MASK)) return cells
    const filters = Object.entries({ period: carried, document, slot }).map(([field, word]) => ({
      field,
      in: [String(word)],
    }))
    const [from] = await store.cells({ ledger: 'reportTexts', fields: ['text'], filters })
    return from ? withHidden(ledgerOf('reportTexts'), cells, from, await known()) : cells
  }
  /** What is written over a record, with what a mask in it hides. */
  async function cellsWithHidden(ledger: LedgerId, id: string, cells: Row): Promise<Row> {
    const isMasked = Object.values(cells).some((cell) => String(cell ?? '').includes(MASK))
    const kept = isUnder(ledger) && isMasked ? await store.record(ledger, id) : null
    if (!kept) return cells
    const whole = withHidden(ledgerOf(ledger), cells, kept.row, await known())
    return ledger === 'reportTexts' ? takenOver(whole, kept.row) : whole
  }
  return (run, about) =>
    store.write((writer) => {
      const names = new Map<string, readonly string[]>()
      const told: Writer['told'] = async () => {
        const all = await writer.told()
        const anybody = await known()
        const changes = all.changes.map((change) => {
          const { ledger, record, before, after } = change
          if (!isUnder(ledger)) return change
          const of = ledgerOf(ledger)
          const own = [...(names.get(`${ledger} ${record}`) ?? []), ...namesIn(of, before, after)]
          const part = (cells: Row): Row => maskedCells(of, cells, own, anybody)
          return { ...change, before: part(before), after: part(after) }
        })
        return { ...all, changes }
      }
      return run({
        ...writer,
        told,
        async put(ledger, rows, batch) {
          const isTakenOver = ledger === 'reportTexts' && !('draft' in rows)
          const whole = isTakenOver
            ? await Promise.all(rows.map((row) => takenOver(row, row)))
            : rows
          const outcome = await writer.put(ledger, whole, batch)
          if (masked.has(ledger))
            for (const change of (await writer.told()).changes) {
              if (change.ledger !== ledger) continue
              const record = await store.record(ledger, change.record)
              if (record)
                names.set(`${ledger} ${change.record}`, namesIn(ledgerOf(ledger), record.row))
            }
          return outcome
        },
        async change(ledger, id, cells, act) {
          const whole = await cellsWithHidden(ledger, id, cells)
          return shown(ledger, await writer.change(ledger, id, whole, act))
        },
        async changeAll(ledger, changes, act) {
          const whole: Change[] = []
          for (const { id, cells } of changes)
            whole.push({ id, cells: await cellsWithHidden(ledger, id, cells) })
          const changed = await writer.changeAll(ledger, whole, act)
          return Promise.all(changed.map((record) => shown(ledger, record)))
        },
        restore: async (ledger, id, act) => shown(ledger, await writer.restore(ledger, id, act)),
      })
    }, about)
}
