import { changedFields, type Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { asListed, overwritten } from './as-listed.ts'
import { keyOf, leavesKey } from './cells.ts'
import type { Act } from './store.ts'
import type { Kept } from './tables.ts'
import { PART, breathe, inParts } from './turns.ts'
import { revision, type Writing } from './writing.ts'

/** Cells of one record. */
export interface Change {
  readonly id: string
  readonly cells: Row
}

/** What `Writer.changeAll` does; see there. */
export async function changeAll(
  writing: Writing,
  ledger: LedgerId,
  changes: readonly Change[],
  act: Act,
): Promise<(Kept | null)[]> {
  const definition = ledgerOf(ledger)
  const records = await revision(writing, ledger, act)
  const written: (Kept | null)[] = []
  for (const part of partsOf(changes)) {
    await records.written()
    const planned = await changesPlanned(writing, ledger, part)
    const moved = planned.filter((plan) => plan && !leavesKey(definition, plan.changed))
    await records.look(moved.flatMap((plan) => (plan ? [keyOf(definition, plan.row)] : [])))
    for (const plan of planned) {
      if (!plan || plan.changed.length === 0) {
        written.push(plan?.record ?? null)
        continue
      }
      const after = await records.rewrite(plan.record, plan.row, 'change', plan.changed)
      records.noteWritten(after, plan.said)
      writing.handled.note(act.batch, ledger, 'changed', after.id)
      written.push(after)
    }
    if (part.length === PART) await breathe()
  }
  await records.finish()
  return written
}

/** No record twice in a part: what is written over it next is read anew. */
function* partsOf(changes: readonly Change[]): Generator<readonly Change[], void> {
  let part = new Map<string, Change>()
  for (const change of changes) {
    if (part.size === PART || part.has(change.id)) {
      yield [...part.values()]
      part = new Map()
    }
    part.set(change.id, change)
  }
  if (part.size > 0) yield [...part.values()]
}

interface Planned {
  readonly record: Kept
  /** As it is written. */
  readonly said: Row
  /** As it is kept: under the names of its lists. */
  readonly row: Row
  /** Fields that read otherwise. */
  readonly changed: readonly string[]
}

/** How these changes would leave their records, each named once; null where there is none. */
export async function changesPlanned(
  writing: Writing,
  ledger: LedgerId,
  changes: readonly Change[],
): Promise<(Planned | null)[]> {
  const known = await writing.tables.named(
    ledger,
    changes.map(({ id }) => id),
  )
  const listed = await asListed(writing, ledger)
  return changes.map(({ id, cells }) => {
    const record = known.get(id)
    if (!record) return null
    const said = overwritten(ledger, record.row, cells)
    const row = listed(said)
    return { record, said, row, changed: changedFields(record.row, row) }
  })
}

/** What `Writer.removeAll` does; see there. */
export async function removeAll(
  writing: Writing,
  ledger: LedgerId,
  ids: readonly string[],
  act: Act,
): Promise<number> {
  const records = await revision(writing, ledger, act)
  let removed = 0
  for (const part of inParts([...new Set(ids)], PART)) {
    const known = await writing.tables.named(ledger, part)
    for (const record of known.values()) {
      await records.remove(record)
      writing.handled.note(act.batch, ledger, 'removed', record.id)
    }
    removed += known.size
    if (part.length === PART) await breathe()
  }
  await records.finish()
  return removed
}
