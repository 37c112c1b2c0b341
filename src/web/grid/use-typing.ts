import { computed, ref, shallowRef, watch } from 'vue'
import type { Edits } from '#shared/contract/edits.ts'
import type { RecordAnswer } from '#shared/contract/records.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import {
  EMPTY_DRAFT,
  isEmptyDraft,
  keepGrid,
  keptGrid,
  mergeDrafts,
  movedDraft,
  type Draft,
} from './draft.ts'
import { cellKey, refusalWords, refusedCells } from './refusal-words.ts'
import { changesTyped, type TypedOver } from './typed-over.ts'
import type { Typed, useActs } from './use-acts.ts'
import { useWays } from './use-ways.ts'

type Cells = Readonly<Record<string, string>>

interface Attempt {
  readonly edits: () => Edits
  readonly label: string
  /** Keys of the rows sent, in their order. */
  readonly rows: readonly string[]
  readonly typed?: Typed
}

/** What is typed and not written yet, why the desk refused it, and the writing of it. */
export function useTyping(ledger: LedgerId, { write, note, said }: ReturnType<typeof useActs>) {
  const draft = shallowRef<Draft>(EMPTY_DRAFT)
  const offered = shallowRef<Draft>(keptGrid(ledger))
  /** By `record field`; with no field, of the whole row. */
  const faults = shallowRef<ReadonlyMap<string, string>>(new Map())
  const isKept = ref(true)
  const ways = useWays(ledger, draft, save)
  let rows = Date.now()

  watch([draft, offered], () => {
    isKept.value = keepGrid(ledger, mergeDrafts(offered.value, draft.value))
  })

  /** A cell's text as typed, or undefined where nothing waits. */
  const typedIn = (row: string, field: string): string | undefined =>
    draft.value.changes[row]?.cells[field] ??
    draft.value.adds.find(({ key }) => key === row)?.cells[field]

  /** Types into a record and writes it at once; what is refused stays typed. */
  async function type(record: RecordAnswer, field: string, text: string): Promise<void> {
    const known = ledgerOf(ledger).fields[field]
    if (known)
      await put([{ record, cells: { [field]: text } }], { label: () => `改“${known.label}”` })
  }

  /**
   * Types into several records and writes them in one batch, so that one step undoes it; what is refused
   * stays typed. `count` cells read otherwise then.
   */
  async function put(
    typed: readonly TypedOver[],
    { label, why }: { readonly label: (cells: number) => string; readonly why?: string },
  ): Promise<{ readonly count: number; readonly isWritten: boolean }> {
    const before = draft.value
    const isLate = (id: string): boolean => faults.value.has(cellKey(id, ''))
    const { changes, count } = changesTyped(ledger, before.changes, typed, isLate)
    draft.value = { ...before, changes }
    forget(
      typed.flatMap(({ record: { id }, cells }) =>
        [...Object.keys(cells), ''].map((field) => cellKey(id, field)),
      ),
    )
    const ids = typed.map(({ record }) => record.id)
    const held = ids.filter((id) => changes[id])
    // What is refused can be taken back; once it is written, only that can.
    if (ids.some((id) => before.changes[id] !== changes[id]))
      note({ label: label(count), rows: ids, ...between(before, draft.value) })
    const isWritten = held.length > 0 && (await save(held, label(count), why))
    return { count, isWritten }
  }

  /** Taken back and done again, what an act typed; what was refused of it is refused no more. */
  function between(before: Draft, after: Draft): Typed {
    const ids = Object.keys({ ...before.changes, ...after.changes })
    const rows = [...before.adds, ...after.adds]
    const told = [
      ...ids.filter((id) => before.changes[id] !== after.changes[id]),
      ...rows.flatMap((row) =>
        before.adds.includes(row) === after.adds.includes(row) ? [] : row.key,
      ),
    ]
    const move = (from: Draft, to: Draft) => (): void => {
      draft.value = movedDraft(draft.value, from, to)
      forgetRows(told)
    }
    return { undo: move(after, before), redo: move(before, after) }
  }

  /** Changes what is typed as one act. */
  function typedAs(label: string, next: Partial<Draft>): void {
    const before = draft.value
    draft.value = { ...before, ...next }
    note({ label, rows: [], ...between(before, draft.value) })
  }

  /** Writes what waits of these records. True when it was written. */
  async function save(ids: readonly string[], label: string, why?: string): Promise<boolean> {
    const sent = ids.filter((id) => draft.value.changes[id])
    if (sent.length === 0) return true
    const edits = (): Edits => ({
      changes: sent.flatMap((id) => {
        const change = draft.value.changes[id]
        return change ? [{ id, changedAt: change.changedAt, cells: { ...change.cells } }] : []
      }),
      ...(why && { why }),
    })
    return attempt({ edits, label, rows: sent }, () => {
      const changes = Object.fromEntries(
        Object.entries(draft.value.changes).filter(([id]) => !sent.includes(id)),
      )
      draft.value = { ...draft.value, changes }
    })
  }

  function addRow(cells: Readonly<Record<string, string>> = {}): string {
    rows += 1
    const key = `+${rows.toString(36)}`
    typedAs('加一行', { adds: [...draft.value.adds, { key, cells: { ...cells } }] })
    return key
  }

  /** Types into new rows as one act. */
  function typeNew(keys: readonly string[], cells: Cells, label: string): void {
    const adds = draft.value.adds.map((row) => {
      if (!keys.includes(row.key)) return row
      const typed = Object.entries({ ...row.cells, ...cells }).filter(([, text]) => text !== '')
      return { key: row.key, cells: Object.fromEntries(typed) }
    })
    typedAs(label, { adds })
    const fields = [...Object.keys(cells), '']
    forget(keys.flatMap((key) => fields.map((field) => cellKey(key, field))))
  }

  const dropRow = (key: string): void =>
    typedAs('去掉新行', { adds: draft.value.adds.filter((row) => row.key !== key) })

  /** Writes all new rows in one batch. */
  async function saveRows(): Promise<boolean> {
    const sent = draft.value.adds
    if (sent.length === 0) return true
    const edits = (): Edits => ({ adds: sent.map(({ cells }) => ({ ...cells })) })
    const label = `新增 ${sent.length} ${ledgerOf(ledger).unit}`
    // Undone, the rows wait again as they were typed.
    const typed = between({ ...EMPTY_DRAFT, adds: sent }, EMPTY_DRAFT)
    return attempt({ edits, label, rows: sent.map(({ key }) => key), typed }, typed.redo)
  }

  async function attempt(act: Attempt, written: () => void): Promise<boolean> {
    try {
      await write(act.edits, act.label, act)
      written()
      forgetRows(act.rows)
      return true
    } catch (error) {
      faults.value = new Map([...faults.value, ...refusedCells(error, act.rows)])
      said.value = `没有保存（${act.label}）：${refusalWords(ledger, error)}输入的内容还在。`
      const again = (belated: string): void =>
        void attempt({ ...act, edits: () => ({ ...act.edits(), belated }) }, written)
      await ways.offer(error, { rows: act.rows, again })
      return false
    }
  }

  /** Writes what was typed over what somebody else wrote, now that it was seen. */
  async function keepMine(id: string): Promise<void> {
    const record = ways.lateRecord(id)
    const change = draft.value.changes[id]
    if (!record || !change) return
    const seen = { ...change, changedAt: record.changedAt }
    draft.value = { ...draft.value, changes: { ...draft.value.changes, [id]: seen } }
    await save([id], '改动')
  }

  /** Lets go of what was typed into a record: what somebody else wrote stays. */
  function keepTheirs(id: string): void {
    const { [id]: _, ...changes } = draft.value.changes
    draft.value = { ...draft.value, changes }
    forgetRows([id])
  }

  function forgetRows(keys: readonly string[]): void {
    const gone = new Set(keys)
    const isGone = (cell: string): boolean => gone.has(cell.slice(0, cell.indexOf(' ')))
    faults.value = new Map([...faults.value].filter(([cell]) => !isGone(cell)))
    ways.forget(gone)
  }

  function forget(keys: readonly string[]): void {
    const gone = new Set(keys)
    faults.value = new Map([...faults.value].filter(([key]) => !gone.has(key)))
  }

  /** Lets go of all that waits. */
  const drop = (): void => {
    const { changes, adds } = draft.value
    typedAs('放弃没有保存的', EMPTY_DRAFT)
    forgetRows([...Object.keys(changes), ...adds.map(({ key }) => key)])
  }

  return {
    draft,
    faults,
    isKept,
    offered: computed(() => (isEmptyDraft(offered.value) ? null : offered.value)),
    accept: () => {
      draft.value = mergeDrafts(offered.value, draft.value)
      offered.value = EMPTY_DRAFT
    },
    refuse: () => {
      offered.value = EMPTY_DRAFT
    },
    typedIn,
    type,
    put,
    save,
    saveAll: async () =>
      (await save(Object.keys(draft.value.changes), '改动')) && (await saveRows()),
    addRow,
    typeNew,
    dropRow,
    saveRows,
    drop,
    clashes: ways.clashes,
    shut: ways.shut,
    keepMine,
    keepTheirs,
    setPaste: (paste: Draft['paste']) => {
      draft.value = { ...draft.value, paste }
    },
  }
}
