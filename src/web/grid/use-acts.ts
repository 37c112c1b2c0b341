import { useQueryCache } from '@pinia/colada'
import { computed, ref, shallowRef } from 'vue'
import type * as z from 'zod/mini'
import { editRecords, undoEdits, type Edits } from '#shared/contract/edits.ts'
import type { RecordAnswer } from '#shared/contract/records.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { ApiError, call } from '../api/client.ts'
import { refresh } from '../queries/refresh.ts'

/** A written act of this visit; `label` says it in words: `改 3 格`. */
interface Act {
  readonly label: string
  readonly edits: Edits
  readonly batch: string
  /** Ids of the records it added, changed or removed. */
  readonly touched: readonly string[]
  readonly added: readonly string[]
}

type Answer = z.infer<typeof editRecords.output>

interface Shown {
  patch(changed: readonly RecordAnswer[]): Promise<void>
  reload(): Promise<void>
}

/** Acts of editing one after another, and back and forth again. */
export function useActs(ledger: LedgerId, shown: Shown) {
  const cache = useQueryCache()
  const done = shallowRef<readonly Act[]>([])
  const undone = shallowRef<readonly Act[]>([])
  const said = ref('')
  const busy = ref(0)
  /** When this visit last wrote a record: somebody else's later change is told by it. */
  const own = new Map<string, string | null>()
  let turn: Promise<unknown> = Promise.resolve()

  /** One after another, so that a second change of a record knows of the first. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    busy.value += 1
    const mine = turn.then(run).finally(() => {
      busy.value -= 1
    })
    turn = mine.catch(() => {})
    return mine
  }

  /** The later of what was seen and what this visit wrote itself. */
  const seenAt = (id: string, changedAt: string | null): string | null => {
    const mine = own.get(id) ?? null
    return mine !== null && (changedAt === null || mine > changedAt) ? mine : changedAt
  }

  const refreshed = (edits: Edits): Edits => ({
    ...edits,
    ...(edits.changes && {
      changes: edits.changes.map((each) => ({
        ...each,
        changedAt: seenAt(each.id, each.changedAt),
      })),
    }),
    ...(edits.removals && {
      removals: edits.removals.map((each) => ({
        ...each,
        changedAt: seenAt(each.id, each.changedAt),
      })),
    }),
  })

  async function send(edits: Edits, label: string): Promise<{ answer: Answer; act: Act }> {
    const body = refreshed(edits)
    const answer = await call(editRecords, { params: { ledger }, body })
    const before = new Map((body.changes ?? []).map(({ id, changedAt }) => [id, changedAt]))
    const changed = answer.changed.filter(({ id, changedAt }) => before.get(id) !== changedAt)
    for (const { id, changedAt } of [...answer.added, ...changed]) own.set(id, changedAt)
    const added = answer.added.map(({ id }) => id)
    const touched = [...added, ...changed.map(({ id }) => id), ...answer.removed]
    await show(answer.records, added.length + answer.removed.length > 0)
    return { answer, act: { label, edits, batch: answer.batch ?? '', touched, added } }
  }

  /** Writes; throws ApiError where the desk refuses. */
  const write = (edits: () => Edits, label: string): Promise<Answer> =>
    inTurn(async () => {
      const { answer, act } = await send(edits(), label).catch(async (error: unknown) => {
        if (isLate(error)) await shown.reload()
        throw error
      })
      if (act.touched.length > 0) done.value = [...done.value, act]
      undone.value = []
      const told = answer.warnings.length > 0 ? `。提醒：${answer.warnings.join('；')}` : ''
      said.value = `${label}，已保存${told}`
      return answer
    })

  const undo = (): Promise<void> =>
    inTurn(async () => {
      const act = done.value.at(-1)
      if (!act) return
      done.value = done.value.slice(0, -1)
      try {
        const records = act.touched.map((id) => ({ id, changedAt: own.get(id) ?? null }))
        const answer = await call(undoEdits, {
          params: { ledger, batch: act.batch },
          body: { records },
        })
        for (const { id, changedAt } of answer.restored) own.set(id, changedAt)
        await show(answer.records, (act.edits.removals ?? []).length > 0 || act.added.length > 0)
        undone.value = [...undone.value, act]
        said.value = `已撤销：${act.label}`
      } catch (error) {
        said.value = `没有撤销“${act.label}”：${wordsOf(error)}`
      }
    })

  const redo = (): Promise<void> =>
    inTurn(async () => {
      const again = undone.value.at(-1)
      if (!again) return
      undone.value = undone.value.slice(0, -1)
      try {
        const { act } = await send(again.edits, again.label)
        // Records added again have new ids; what was done to them later must find them.
        const ids = new Map(again.added.map((id, i) => [id, act.added[i] ?? id]))
        undone.value = undone.value.map((each) => renamed(each, ids))
        done.value = [...done.value, act]
        said.value = `已重做：${act.label}`
      } catch (error) {
        said.value = `没有重做“${again.label}”：${wordsOf(error)}`
      }
    })

  /** Brings the list up to date; with no records they are too many to be put in their place one by one. */
  async function show(changed: readonly RecordAnswer[] | null, isMoved: boolean): Promise<void> {
    // Other lists of this ledger are stale; the one shown is brought up to date below.
    await refresh(cache, { key: ['records', ledger] }, false)
    await refresh(cache, {
      predicate: ({ key }) => key[0] !== 'records' || key[1] !== ledger,
    })
    await (isMoved || changed === null ? shown.reload() : shown.patch(changed))
  }

  return {
    write,
    undo,
    redo,
    said,
    isBusy: computed(() => busy.value > 0),
    undoable: computed(() => done.value.at(-1)?.label ?? null),
    redoable: computed(() => undone.value.at(-1)?.label ?? null),
  }
}

function renamed(act: Act, ids: ReadonlyMap<string, string>): Act {
  const one = <T extends { readonly id: string }>(each: T): T => ({
    ...each,
    id: ids.get(each.id) ?? each.id,
  })
  const { changes, removals } = act.edits
  return {
    ...act,
    edits: {
      ...act.edits,
      ...(changes && { changes: changes.map(one) }),
      ...(removals && { removals: removals.map(one) }),
    },
  }
}

/** Somebody else was faster; what they wrote is shown before one decides. */
const isLate = (error: unknown): boolean => codeOf(error) === 'RECORD_CHANGED_MEANWHILE'

/** The code of the desk's refusal, or null of any other error. */
export const codeOf = (error: unknown): string | null =>
  error instanceof ApiError ? error.problem.code : null

/** Why, and what to do. */
export const wordsOf = (error: unknown): string =>
  error instanceof ApiError
    ? [
        error.problem.fields?.[0]?.why ?? error.problem.why,
        error.problem.fields?.[0]?.fix ?? error.problem.fix,
      ].join('')
    : error instanceof Error
      ? error.message
      : String(error)
