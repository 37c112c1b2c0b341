import { computed, ref, shallowRef, watch } from 'vue'
import type { Edits } from '#shared/contract/edits.ts'
import type { RecordAnswer } from '#shared/contract/records.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { recordName } from '#shared/headlines/cell-text.ts'
import { readsSo } from './columns.ts'
import {
  EMPTY_DRAFT,
  isEmptyDraft,
  keepDraft,
  keptDraft,
  mergeDrafts,
  type Draft,
} from './draft.ts'
import { cellKey, refusalWords, refusedCells } from './refusal-words.ts'
import type { useActs } from './use-acts.ts'
import { useWays } from './use-ways.ts'

type Cells = Readonly<Record<string, string>>

interface Attempt {
  readonly edits: () => Edits
  readonly label: string
  /** Keys of the rows sent, in their order. */
  readonly rows: readonly string[]
}

/** What is typed and not written yet, why the desk refused it, and the writing of it. */
export function useTyping(ledger: LedgerId, { write, said }: ReturnType<typeof useActs>) {
  const draft = shallowRef<Draft>(EMPTY_DRAFT)
  const offered = shallowRef<Draft>(keptDraft(ledger))
  /** By `record field`; with no field, of the whole row. */
  const faults = shallowRef<ReadonlyMap<string, string>>(new Map())
  const isKept = ref(true)
  const ways = useWays(ledger, draft, save)
  let rows = Date.now()

  watch([draft, offered], () => {
    isKept.value = keepDraft(ledger, mergeDrafts(offered.value, draft.value))
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
    typed: readonly { readonly record: RecordAnswer; readonly cells: Cells }[],
    { label, why }: { readonly label: (cells: number) => string; readonly why?: string },
  ): Promise<{ readonly count: number; readonly isWritten: boolean }> {
    const changes = new Map(Object.entries(draft.value.changes))
    const told: string[] = []
    let count = 0
    for (const { record, cells } of typed) {
      const waiting = { ...changes.get(record.id)?.cells }
      for (const [field, text] of Object.entries(cells)) {
        told.push(cellKey(record.id, field), cellKey(record.id, ''))
        if (readsSo(ledger, record, field, text)) delete waiting[field]
        else {
          waiting[field] = text
          count += 1
        }
      }
      if (Object.keys(waiting).length === 0) changes.delete(record.id)
      else changes.set(record.id, changeOf(record, waiting))
    }
    draft.value = { ...draft.value, changes: Object.fromEntries(changes) }
    forget(told)
    const held = typed.map(({ record }) => record.id).filter((id) => changes.has(id))
    const isWritten = held.length > 0 && (await save(held, label(count), why))
    return { count, isWritten }
  }

  function changeOf(record: RecordAnswer, cells: Cells): Draft['changes'][string] {
    const name = recordName(ledgerOf(ledger).fields, record.row)
    const before = draft.value.changes[record.id]
    // Typed again after a refusal, it is typed over what stands there now.
    const isLate = faults.value.has(cellKey(record.id, ''))
    const changedAt = isLate ? record.changedAt : (before?.changedAt ?? record.changedAt)
    return { changedAt, name, cells: { ...cells } }
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
    draft.value = { ...draft.value, adds: [...draft.value.adds, { key, cells: { ...cells } }] }
    return key
  }

  function typeNew(key: string, field: string, text: string): void {
    const adds = draft.value.adds.map((row) => {
      if (row.key !== key) return row
      const { [field]: _, ...rest } = row.cells
      return { key, cells: text === '' ? rest : { ...rest, [field]: text } }
    })
    draft.value = { ...draft.value, adds }
    forget([cellKey(key, field), cellKey(key, '')])
  }

  const dropRow = (key: string): void => {
    draft.value = { ...draft.value, adds: draft.value.adds.filter((row) => row.key !== key) }
  }

  /** Writes all new rows in one batch. */
  async function saveRows(): Promise<boolean> {
    const sent = draft.value.adds
    if (sent.length === 0) return true
    const edits = (): Edits => ({ adds: sent.map(({ cells }) => ({ ...cells })) })
    const label = `新增 ${sent.length} ${ledgerOf(ledger).unit}`
    return attempt({ edits, label, rows: sent.map(({ key }) => key) }, () => {
      const adds = draft.value.adds.filter(({ key }) => !sent.some((row) => row.key === key))
      draft.value = { ...draft.value, adds }
    })
  }

  async function attempt(act: Attempt, written: () => void): Promise<boolean> {
    try {
      await write(act.edits, act.label)
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
    forgetRows([...Object.keys(changes), ...adds.map(({ key }) => key)])
    draft.value = EMPTY_DRAFT
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
