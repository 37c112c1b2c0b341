import { computed, ref, shallowRef, watch } from 'vue'
import type { Edits } from '#shared/contract/edits.ts'
import type { RecordAnswer } from '#shared/contract/records.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { ApiError } from '../api/client.ts'
import { recordName, typedText } from '#shared/headlines/cell-text.ts'
import { clashesOf, recordsNow } from './clashes.ts'
import { plainText } from './columns.ts'
import {
  EMPTY_DRAFT,
  isEmptyDraft,
  keepDraft,
  keptDraft,
  mergeDrafts,
  type Draft,
} from './draft.ts'
import { codeOf, wordsOf, type useActs } from './use-acts.ts'

interface Attempt {
  readonly edits: () => Edits
  readonly label: string
  /** Keys of the rows sent, in their order. */
  readonly rows: readonly string[]
}

export const cellKey = (row: string, field: string): string => `${row} ${field}`

/** What is typed and not written yet, why the desk refused it, and the writing of it. */
export function useTyping(ledger: LedgerId, { write, said }: ReturnType<typeof useActs>) {
  const draft = shallowRef<Draft>(EMPTY_DRAFT)
  const offered = shallowRef<Draft>(keptDraft(ledger))
  /** By `record field`; with no field, of the whole row. */
  const faults = shallowRef<ReadonlyMap<string, string>>(new Map())
  const isKept = ref(true)
  /** Records that somebody else wrote first, as they stand now. */
  const late = shallowRef<readonly RecordAnswer[]>([])
  /** The last writing that a closed month kept out, to be tried again as 补报. */
  const shut = shallowRef<{ rows: readonly string[]; again: (why: string) => void } | null>(null)
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
    if (!known) return
    const cells = { ...draft.value.changes[record.id]?.cells, [field]: text }
    const asTyped = typedText(known, record.row[field] ?? null)
    if ([plainText(known, record, field), asTyped].includes(text)) delete cells[field]
    setChange(record, cells)
    forget(record.id, field)
    if (Object.keys(cells).length > 0) await save([record.id], `改“${known.label}”`)
  }

  /** Empties fields of records in one batch; what cannot be empty is refused and stays typed. */
  async function clear(records: readonly RecordAnswer[], fields: readonly string[]): Promise<void> {
    const held = records.flatMap((record) => {
      const full = fields.filter((field) => (record.row[field] ?? null) !== null)
      if (full.length > 0) setChange(record, Object.fromEntries(full.map((field) => [field, ''])))
      return full.length > 0 ? [record.id] : []
    })
    if (held.length > 0) await save(held, `清空 ${held.length} 行`)
  }

  function setChange(record: RecordAnswer, cells: Readonly<Record<string, string>>): void {
    const { [record.id]: before, ...others } = draft.value.changes
    const name = recordName(ledgerOf(ledger).fields, record.row)
    // Typed again after a refusal, it is typed over what stands there now.
    const isLate = faults.value.has(cellKey(record.id, ''))
    const changedAt = isLate ? record.changedAt : (before?.changedAt ?? record.changedAt)
    const change = { changedAt, name, cells }
    const isGone = Object.keys(cells).length === 0
    draft.value = { ...draft.value, changes: isGone ? others : { ...others, [record.id]: change } }
  }

  /** Writes what waits of these records. True when it was written. */
  async function save(ids: readonly string[], label: string): Promise<boolean> {
    const sent = ids.filter((id) => draft.value.changes[id])
    if (sent.length === 0) return true
    const edits = (): Edits => ({
      changes: sent.flatMap((id) => {
        const change = draft.value.changes[id]
        return change ? [{ id, changedAt: change.changedAt, cells: { ...change.cells } }] : []
      }),
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
    forget(key, field)
    forget(key, '')
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
      shut.value = null
      for (const row of act.rows) forgetRow(row)
      return true
    } catch (error) {
      const told = error instanceof ApiError ? (error.problem.fields ?? []) : []
      const next = new Map(faults.value)
      for (const { at, field, why, fix } of told)
        if (at !== undefined) next.set(cellKey(act.rows[at] ?? '', field), `${why}${fix}`)
      faults.value = next
      said.value = `没有保存（${act.label}）：${wordsOf(error)}输入的内容还在。`
      await offerWay(error, act, written)
      return false
    }
  }

  /** What one may do about a refusal that mending a cell does not cure. */
  async function offerWay(error: unknown, act: Attempt, written: () => void): Promise<void> {
    if (codeOf(error) === 'MONTH_CLOSED') {
      const again = (belated: string): void =>
        void attempt({ ...act, edits: () => ({ ...act.edits(), belated }) }, written)
      shut.value = { rows: act.rows, again }
    } else if (codeOf(error) === 'RECORD_CHANGED_MEANWHILE' && error instanceof ApiError) {
      const told = (error.problem.fields ?? []).filter(
        ({ code }) => code === 'RECORD_CHANGED_MEANWHILE',
      )
      const ids = told.flatMap(({ at }) => (at === undefined ? [] : (act.rows[at] ?? [])))
      late.value = await recordsNow(ledger, ids).catch(() => [])
    }
  }

  /** Writes what was typed over what somebody else wrote, now that it was seen. */
  async function keepMine(id: string): Promise<void> {
    const record = late.value.find((each) => each.id === id)
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
    forgetRow(id)
  }

  const isWaiting = (row: string): boolean =>
    draft.value.changes[row] !== undefined || draft.value.adds.some(({ key }) => key === row)

  const forgetRow = (row: string): void => {
    faults.value = new Map([...faults.value].filter(([key]) => !key.startsWith(`${row} `)))
    // Else what is typed next would be judged by what stood there then.
    late.value = late.value.filter(({ id }) => id !== row)
  }

  function forget(row: string, field: string): void {
    faults.value = new Map(
      [...faults.value].filter(([key]) => key !== cellKey(row, field) && key !== cellKey(row, '')),
    )
  }

  /** Lets go of all that waits. */
  const drop = (): void => {
    draft.value = EMPTY_DRAFT
    faults.value = new Map()
    late.value = []
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
    clear,
    save,
    saveAll: async () =>
      (await save(Object.keys(draft.value.changes), '改动')) && (await saveRows()),
    addRow,
    typeNew,
    dropRow,
    saveRows,
    drop,
    clashes: computed(() => clashesOf(ledger, late.value, draft.value)),
    keepMine,
    keepTheirs,
    /** Writes as 补报 what a closed month kept out; null where nothing of it waits. */
    asBelated: computed(() => (shut.value?.rows.some(isWaiting) ? shut.value.again : null)),
    setPaste: (paste: Draft['paste']) => {
      draft.value = { ...draft.value, paste }
    },
  }
}
