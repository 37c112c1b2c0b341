import { DeskError } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { citizenFields, MASK, maskedCells, maskedRow, namesIn, withHidden } from '#shared/masks.ts'
import type { Rows, Store, StoredRecord, Writer } from '../store/store.ts'
import { isOfDesk, mentionable, type Known, type Masked } from './shown-rows.ts'

/**
 * A store whose rows may come back as somebody saw them masked, in a file or pasted: what a mask hides
 * is put back from the record it is of, and no mask is written over a name or a number.
 */
export function storeUnderMasks(store: Store): Store {
  const write: Store['write'] = (run, about) =>
    store.write(
      (writer) =>
        run({
          ...writer,
          put: async (ledger, rows, batch) =>
            writer.put(ledger, await rowsWithHidden(store, ledger, rows), batch),
        }),
      about,
    )
  return { ...store, write }
}

/** Throws MASK_OF_SEVERAL where a row may be of several records that differ in what is masked. */
async function rowsWithHidden(store: Store, ledger: LedgerId, rows: Rows): Promise<Rows> {
  const fields = citizenFields(ledgerOf(ledger))
  if (fields.length === 0) return rows
  const isMasked = (row: Row): boolean =>
    fields.some((name) => String(row[name] ?? '').includes(MASK))
  const whole = (part: readonly Row[]): Promise<readonly Row[]> =>
    Promise.all(part.map((row) => (isMasked(row) ? rowWithHidden(store, ledger, row) : row)))
  return 'draft' in rows ? { ...rows, whole } : whole(rows)
}

async function rowWithHidden(store: Store, ledger: LedgerId, row: Row): Promise<Row> {
  const { key, fields, label } = ledgerOf(ledger)
  const hidden = new Set(citizenFields(ledgerOf(ledger)))
  const open = key.filter((name) => !hidden.has(name))
  const like = await store.cells({
    ledger,
    fields: Object.keys(fields),
    filters: open.map((name) => ({ field: name, in: [String(row[name] ?? '')] })),
  })
  const known = like.filter((kept) => {
    const shown = maskedRow(ledgerOf(ledger), kept)
    return key.every((name) => {
      const cell = row[name] ?? null
      return cell === (kept[name] ?? null) || (hidden.has(name) && cell === shown[name])
    })
  })
  const [kept] = known
  if (!kept) return row
  const whole = withHidden(ledgerOf(ledger), row, kept)
  const others = known.slice(1).map((other) => withHidden(ledgerOf(ledger), row, other))
  if (others.some((other) => [...hidden].some((name) => other[name] !== whole[name])))
    throw new DeskError('MASK_OF_SEVERAL', label)
  return whole
}

/** Writes as of somebody who sees masks: a mask written back leaves what it hides. */
export function maskedWrites(store: Store, masked: Masked, known: Known): Store['write'] {
  async function shown<R extends StoredRecord | string | null>(
    ledger: LedgerId,
    record: R,
  ): Promise<R> {
    if (typeof record !== 'object' || record === null || !masked.has(ledger)) return record
    const names = await mentionable(ledger, known)
    return { ...record, row: maskedRow(ledgerOf(ledger), record.row, names ?? undefined) }
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
  return (run, about) =>
    store.write((writer) => {
      const names = new Map<string, readonly string[]>()
      const told: Writer['told'] = async () => {
        const all = await writer.told()
        const anybody = await known()
        const changes = all.changes.map((change) => {
          const { ledger, record, before, after } = change
          if (!masked.has(ledger)) return change
          const of = ledgerOf(ledger)
          const own = [...(names.get(`${ledger} ${record}`) ?? []), ...namesIn(of, before, after)]
          const part = (cells: Row): Row => maskedCells(of, cells, isOfDesk(ledger) ? anybody : own)
          return { ...change, before: part(before), after: part(after) }
        })
        return { ...all, changes }
      }
      return run({
        ...writer,
        told,
        async put(ledger, rows, batch) {
          const isTakenOver = ledger === 'reportTexts' && masked.has(ledger) && !('draft' in rows)
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
          const kept = masked.has(ledger) ? await store.record(ledger, id) : null
          const named = (await mentionable(ledger, known)) ?? undefined
          const whole = kept ? withHidden(ledgerOf(ledger), cells, kept.row, named) : cells
          const text = kept && ledger === 'reportTexts' ? await takenOver(whole, kept.row) : whole
          return shown(ledger, await writer.change(ledger, id, text, act))
        },
        restore: async (ledger, id, act) => shown(ledger, await writer.restore(ledger, id, act)),
      })
    }, about)
}
