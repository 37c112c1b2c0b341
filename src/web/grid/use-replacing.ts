import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import {
  findInRecords,
  type RecordAnswer,
  type RecordsQueryText,
} from '#shared/contract/records.ts'
import { MOST_EDITS } from '#shared/contract/edits.ts'
import { recordName } from '#shared/headlines/cell-text.ts'
import { countText } from '#shared/headlines/figure-words.ts'
import { freeTexts, replacedCells, textsMeant, type Replaced } from '#shared/records/found-text.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { call } from '../api/client.ts'
import { cellKey, refusalWords, refusedCells } from './refusal-words.ts'
import { codeOf } from '../api/problem.ts'
import { wordsOf } from './act-errors.ts'
import type { useActs } from './use-acts.ts'

/** A record that holds the text, and its cells as they would read. */
export interface Found {
  readonly record: RecordAnswer
  readonly name: string
  readonly cells: readonly Replaced[]
}

const TYPING_PAUSE_MS = 300
/** Records asked for at once, so that the desk goes on answering others. */
const PAGE = 500

/** All that is found by and by, as many as one act may touch; from the start where records come or go meanwhile. */
async function* foundPages(
  ledger: LedgerId,
  query: RecordsQueryText & { readonly find: string },
): AsyncGenerator<{ readonly total: number; readonly records: readonly RecordAnswer[] }, void> {
  let read: readonly RecordAnswer[] = []
  let last: number | null = null
  for (;;) {
    const page = String(read.length / PAGE + 1)
    const asked = { ...query, page, size: String(PAGE) }
    const { total, records } = await call(findInRecords, { params: { ledger }, query: asked })
    if (last !== null && total !== last) {
      read = []
      last = null
      continue
    }
    last = total
    read = [...read, ...records]
    yield { total, records: read }
    if (read.length >= Math.min(total, MOST_EDITS) || records.length < PAGE) return
  }
}

/** A text looked for in the records of a list, and another put in its place where one says so. */
export function useReplacing(
  ledger: LedgerId,
  asked: () => RecordsQueryText,
  write: ReturnType<typeof useActs>['write'],
) {
  const find = ref('')
  const by = ref('')
  /** '' for all but names of reference lists. */
  const field = ref('')
  const answer = shallowRef<{ total: number; records: readonly RecordAnswer[] } | null>(null)
  const isBusy = ref(false)
  const isWriting = ref(false)
  const failed = ref('')
  const left = shallowRef<ReadonlySet<string>>(new Set())
  /** Why the desk keeps records out, by `record field`. */
  const faults = shallowRef<ReadonlyMap<string, string>>(new Map())
  /** A closed month keeps some out: they may be written as 补报. */
  const isShut = ref(false)
  const fields = freeTexts(ledgerOf(ledger))
  let round = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => {
    round += 1
    clearTimeout(timer)
  })

  watch([find, field], () => {
    clearTimeout(timer)
    round += 1
    answer.value = null
    timer = setTimeout(look, TYPING_PAUSE_MS)
  })
  watch([find, field, by], forgive)

  async function look(): Promise<void> {
    if (find.value === '') return
    round += 1
    const mine = round
    isBusy.value = true
    failed.value = ''
    const query = { ...asked(), find: find.value, field: field.value || undefined }
    try {
      left.value = new Set()
      for await (const told of foundPages(ledger, query)) {
        if (mine !== round) return
        answer.value = told
      }
    } catch (error) {
      if (mine === round) failed.value = wordsOf(error)
    } finally {
      if (mine === round) isBusy.value = false
    }
  }

  function forgive(): void {
    faults.value = new Map()
    isShut.value = false
    failed.value = ''
  }

  const found = computed((): Found[] => {
    const { fields: all } = ledgerOf(ledger)
    const within = textsMeant(ledgerOf(ledger), field.value)
    return (answer.value?.records ?? []).flatMap((record) => {
      const cells = replacedCells(record.row, within, { find: find.value, by: by.value })
      return cells.length > 0 ? [{ record, name: recordName(all, record.row), cells }] : []
    })
  })
  const chosen = computed(() => found.value.filter(({ record }) => !left.value.has(record.id)))
  const places = computed(() =>
    chosen.value.reduce(
      (sum, { cells }) => sum + cells.reduce((own, { count }) => own + count, 0),
      0,
    ),
  )

  /** Writes what is ticked as one batch. True when it is written; else why not stands beside each. */
  async function replace(belated?: string): Promise<boolean> {
    const sent = chosen.value
    const what = `“${find.value}”${by.value === '' ? '删去' : `换成“${by.value}”`}`
    const changes = sent.map(({ record: { id, changedAt }, cells }) => ({
      id,
      changedAt,
      cells: Object.fromEntries(cells.map((cell) => [cell.field, cell.after])),
    }))
    isBusy.value = true
    isWriting.value = true
    forgive()
    try {
      const edits = { changes, why: `查找替换：${what}`, ...(belated && { belated }) }
      await write(() => edits, `把 ${countText(places.value)} 处${what}`)
      return true
    } catch (error) {
      const rows = sent.map(({ record }) => record.id)
      faults.value = new Map(refusedCells(error, rows))
      isShut.value = codeOf(error) === 'MONTH_CLOSED'
      failed.value = `没有替换：${refusalWords(ledger, error)}`
      return false
    } finally {
      isBusy.value = false
      isWriting.value = false
    }
  }

  const faultsOf = ({ record, cells }: Found): string[] =>
    ['', ...cells.map((cell) => cell.field)].flatMap(
      (name) => faults.value.get(cellKey(record.id, name)) ?? [],
    )

  function tick(id: string, isOn: boolean): void {
    const next = new Set(left.value)
    if (isOn) next.delete(id)
    else next.add(id)
    left.value = next
  }

  return {
    find,
    by,
    field,
    fields,
    /** Null until it is known. */
    total: computed(() => answer.value?.total ?? null),
    read: computed(() => answer.value?.records.length ?? 0),
    /** How many of them are looked through. */
    most: computed(() => Math.min(answer.value?.total ?? 0, MOST_EDITS)),
    found,
    chosen,
    places,
    isBusy,
    isWriting,
    failed,
    isShut,
    isTicked: (id: string): boolean => !left.value.has(id),
    tick,
    tickAll: (isOn: boolean): void => {
      left.value = new Set(isOn ? [] : found.value.map(({ record }) => record.id))
    },
    hasFaults: computed(() => faults.value.size > 0),
    faultsOf,
    /** Leaves out the records that the desk refused. */
    leaveRefused(): void {
      const refused = found.value.filter((each) => faultsOf(each).length > 0)
      left.value = new Set([...left.value, ...refused.map(({ record }) => record.id)])
      forgive()
    },
    replace,
  }
}
