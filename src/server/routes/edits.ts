import type { Hono } from 'hono'
import {
  editRecords,
  MOST_ANSWERED,
  MOST_EDITS,
  undoEdits,
  type Edits,
} from '#shared/contract/edits.ts'
import { DeskError, DIAGNOSTICS, type DiagnosticCode } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import type { DeskFacts } from '../facts.ts'
import { CellsRefused, type RefusedField } from '../ingest/cells-refused.ts'
import { ruleWarnings } from '../ingest/rule-refusals.ts'
import { readTyped, readTypedRow, type TypedContext } from '../ingest/typed.ts'
import { serve } from '../serve.ts'
import { keyOf } from '../store/cells.ts'
import type { Act, StoredRecord, Writer } from '../store/store.ts'
import { eachInTurn } from '../store/turns.ts'
import { recordsNamed, recordsOfBatch } from '../records-named.ts'
import { coverEntered, enterBelated, mustBeEntered, redates, typedContext } from './entered.ts'

type Part = 'adds' | 'changes' | 'removals'
type Fault = RefusedField & { readonly part: Part; readonly at: number }
interface Seen {
  readonly id: string
  readonly changedAt: string | null
}

interface ReadEdits {
  readonly adds: readonly { readonly at: number; readonly row: Row }[]
  readonly changes: readonly { readonly at: number; readonly id: string; readonly row: Row }[]
  readonly removals: readonly Seen[]
  readonly faults: readonly Fault[]
}

/** Several records of a ledger edited in one act, and such acts undone. */
export function editRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store } = context

  serve(app, editRecords, async ({ params: { ledger }, body }) => {
    mustBeEntered(ledger)
    const { adds = [], changes = [], removals = [] } = body
    const size = adds.length + changes.length + removals.length
    if (size > MOST_EDITS) throw new DeskError('EDITS_TOO_MANY')
    const typed = await typedContext(facts)
    const edits = await readEdits(ledger, body, typed)
    const faults = [...edits.faults, ...(await meanwhile(ledger, body, typed.zone))]
    if (body.trial || faults.length > 0) {
      const all = [...faults, ...(await keptOut(ledger, edits, body.belated))]
      if (!body.trial) throw refusal(all)
      const nothing = { added: [], changed: [], removed: [], records: [], warnings: [] }
      return { ...nothing, batch: null, faults: all }
    }
    const writing = store.write(async (writer) => {
      // Nobody else writes from here on: what was seen before the turn came is looked at again.
      const late = await meanwhile(ledger, body, typed.zone)
      if (late.length > 0) throw refusal(late)
      enterBelated(writer, body.belated)
      return write(writer, ledger, edits, { why: body.why?.trim() || '在表格里改', typed })
    })
    const written = await writing.catch(async (error: unknown) => {
      if (error instanceof KeyTaken) throw refusal(await keptOut(ledger, edits, body.belated))
      if (!isClosed(error)) throw error
      const shut = await keptOut(ledger, edits, body.belated)
      throw new CellsRefused(shut, error.code, error.detail)
    })
    const added = adds.length === 0 ? [] : await recordsOfBatch(store, ledger, written.batch)
    const touched = [...added, ...written.changed]
    const warnings = await eachInTurn(touched, ({ row }) => ruleWarnings(ledgerOf(ledger), row))
    return {
      batch: written.batch,
      added: added.map(stampOf),
      changed: written.changed.map(stampOf),
      removed: edits.removals.map(({ id }) => id),
      records: touched.length > MOST_ANSWERED ? null : touched,
      warnings: [...new Set(warnings.flat().map(({ words }) => words))],
      faults: [],
    }
  })

  serve(app, undoEdits, async ({ params: { ledger, batch }, body }) => {
    const known = await store.batch(batch)
    if (!known || known.kind !== 'entry') throw new DeskError('BATCH_NOT_FOUND', batch)
    if (known.state === 'takenBack') throw new DeskError('BATCH_TAKEN_BACK', known.title)
    const at = new Date(context.clock()).toISOString()
    await store.write(async (writer) => {
      const stood = await recordsNamed(store, ledger, body.records)
      for (const seen of body.records)
        if (!(await standsAs(ledger, seen, stood.get(seen.id), batch)))
          throw new DeskError('EDITS_NOT_UNDONE')
      const act = { at, by: context.author, why: '撤销', batch }
      const { removed, restored, kept } = await writer.takeBack(batch, act)
      if (kept > 0 || removed + restored < body.records.length)
        throw new DeskError('EDITS_NOT_UNDONE')
    })
    const now = await recordsNamed(store, ledger, body.records)
    const restored = body.records.flatMap(({ id }) => now.get(id) ?? [])
    return {
      restored: restored.map(stampOf),
      records: restored.length > MOST_ANSWERED ? null : restored,
      removed: body.records.flatMap(({ id }) => (now.has(id) ? [] : [id])),
    }
  })

  /** Whether a record is as the act left it: there and unchanged, or removed by it. */
  async function standsAs(
    ledger: LedgerId,
    seen: Seen,
    record: StoredRecord | undefined,
    batch: string,
  ): Promise<boolean> {
    if (record) return record.changedAt === seen.changedAt
    const history = await store.history(ledger, seen.id)
    return history.at(-1)?.action === 'remove' && history.at(-1)?.batch === batch
  }

  /** Records that are no longer as the editor saw them. */
  async function meanwhile(ledger: LedgerId, body: Edits, zone: string): Promise<Fault[]> {
    const faults: Fault[] = []
    const { changes = [], removals = [] } = body
    const known = await recordsNamed(store, ledger, [...changes, ...removals])
    for (const part of ['changes', 'removals'] as const)
      for (const [at, seen] of (body[part] ?? []).entries()) {
        const record = known.get(seen.id)
        if (record && record.changedAt === seen.changedAt) continue
        faults.push({ ...fault('RECORD_CHANGED_MEANWHILE', whoChanged(record, zone)), part, at })
      }
    return faults
  }

  /** What the writing itself would keep out: keys that a record has already, closed months. */
  async function keptOut(
    ledger: LedgerId,
    { adds, changes, removals }: ReadEdits,
    belated: string | undefined,
  ): Promise<Fault[]> {
    const found = await store.write(async (writer) => {
      enterBelated(writer, belated)
      return writer.keptOut(ledger, {
        adds: adds.map(({ row }) => row),
        changes: changes.map(({ id, row }) => ({ id, cells: row })),
        removals: removals.map(({ id }) => id),
      })
    })
    const placeOf = { adds, changes, removals: removals.map((_, at) => ({ at })) }
    return found.map(({ part, at, shut }) => ({
      ...(shut === '' ? fault('RECORD_KEY_TAKEN') : fault('MONTH_CLOSED', `${shut}已经结账。`)),
      part,
      at: placeOf[part][at]?.at ?? at,
    }))
  }

  /** Throws KeyTaken where a new row's key has a record already. */
  async function write(
    writer: Writer,
    ledger: LedgerId,
    { adds, changes, removals }: ReadEdits,
    { why, typed }: { readonly why: string; readonly typed: TypedContext },
  ): Promise<{ batch: string; changed: StoredRecord[] }> {
    const act = await open(writer, ledger, why)
    const rows = adds.map(({ row }) => row)
    if (rows.length > 0) {
      const keys = new Set(rows.map((row) => keyOf(ledgerOf(ledger), row)))
      const { added } = await writer.put(ledger, rows, act.batch)
      if (added < rows.length || keys.size < rows.length) throw new KeyTaken()
      await coverEntered(writer, ledger, rows, { batch: act.batch, today: typed.today })
    }
    const cells = changes.map(({ id, row }) => ({ id, cells: row }))
    const records = await writer.changeAll(ledger, cells, act)
    const dated = records.flatMap((record, at) =>
      record && redates(ledger, cells[at]?.cells ?? {}) ? [record.row] : [],
    )
    if (dated.length > 0) await coverEntered(writer, ledger, dated, { ...act, today: typed.today })
    const removed = removals.map(({ id }) => id)
    await writer.removeAll(ledger, removed, act)
    return { batch: act.batch, changed: records.filter((record) => record !== null) }
  }

  const open = (writer: Writer, ledger: LedgerId, why: string): Promise<Act> =>
    openBatch(context, writer, { kind: 'entry', title: `修改${ledgerOf(ledger).label}`, why })

  /** Each change is read with the record it changes, so that rules hold between new and kept cells. */
  async function readEdits(
    ledger: LedgerId,
    { adds = [], changes = [], removals = [] }: Edits,
    typed: TypedContext,
  ): Promise<ReadEdits> {
    const kept = await recordsNamed(store, ledger, changes)
    const faults: Fault[] = []
    const readEach = (part: 'adds' | 'changes', at: number, read: () => Row): Row | null => {
      try {
        return read()
      } catch (error) {
        if (!(error instanceof CellsRefused)) throw error
        faults.push(...error.fields.map((field) => ({ ...field, part, at })))
        return null
      }
    }
    const added = await eachInTurn(adds, (cells, at) => {
      const row = readEach('adds', at, () => readTypedRow(ledger, cells, typed))
      return row && { at, row }
    })
    const changed = await eachInTurn(changes, ({ id, cells }, at) => {
      const row = readEach('changes', at, () => readTyped(ledger, cells, typed, kept.get(id)?.row))
      return row && { at, id, row }
    })
    return {
      adds: added.filter((each) => each !== null),
      changes: changed.filter((each) => each !== null),
      removals,
      faults,
    }
  }
}

class KeyTaken extends Error {}

const stampOf = ({ id, changedAt }: StoredRecord): Seen => ({ id, changedAt })

const isClosed = (error: unknown): error is DeskError =>
  error instanceof DeskError && error.code === 'MONTH_CLOSED'

function refusal(faults: readonly Fault[]): CellsRefused {
  const isLate = faults.some(({ code }) => code === 'RECORD_CHANGED_MEANWHILE')
  return new CellsRefused(faults, isLate ? 'RECORD_CHANGED_MEANWHILE' : 'RECORD_CELLS_REFUSED')
}

function fault(
  code: DiagnosticCode,
  why: string = DIAGNOSTICS[code].why,
): Pick<Fault, 'field' | 'code' | 'why' | 'fix'> {
  return { field: '', code, why, fix: DIAGNOSTICS[code].fix }
}

function whoChanged(record: StoredRecord | undefined, zone: string): string {
  if (!record?.changedAt) return '这条记录已被删除。'
  const at = dateTimeInZone(Date.parse(record.changedAt), zone).replace('T', ' ').slice(0, 16)
  return `${record.changedBy} 在 ${at} 改过这条记录。`
}
