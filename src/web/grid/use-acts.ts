import { useQueryCache } from '@pinia/colada'
import { computed, ref, shallowRef } from 'vue'
import type * as z from 'zod/mini'
import { editRecords, undoEdits, type Edits } from '#shared/contract/edits.ts'
import type { RecordAnswer } from '#shared/contract/records.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { call } from '../api/client.ts'
import { refresh } from '../queries/refresh.ts'
import { isLate } from '../api/problem.ts'
import { isForGood, wordsOf } from './act-errors.ts'

/** What an act did to what is typed and not written, and how to take it back and do it again. */
export interface Typed {
  readonly undo: () => void
  readonly redo: () => void
}

/** An act that only typed; `rows` are the records it typed into. */
interface TypedAct extends Typed {
  readonly label: string
  readonly rows: readonly string[]
}

/** A written act of this visit; `label` says it in words: `改 3 格`. */
interface WrittenAct {
  readonly label: string
  readonly edits: Edits
  /** What it did beside to what is typed. */
  readonly typed: Typed | undefined
  readonly batch: string
  /** Ids of the records it added, changed or removed. */
  readonly touched: readonly string[]
  readonly added: readonly string[]
}

type Act = TypedAct | WrittenAct

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

  async function send(
    edits: Edits,
    label: string,
    typed?: Typed,
  ): Promise<{ answer: Answer; act: WrittenAct }> {
    const body = refreshed(edits)
    const answer = await call(editRecords, { params: { ledger }, body })
    const before = new Map((body.changes ?? []).map(({ id, changedAt }) => [id, changedAt]))
    const changed = answer.changed.filter(({ id, changedAt }) => before.get(id) !== changedAt)
    for (const { id, changedAt } of [...answer.added, ...changed]) own.set(id, changedAt)
    const added = answer.added.map(({ id }) => id)
    const touched = [...added, ...changed.map(({ id }) => id), ...answer.removed]
    await show(answer.records, added.length + answer.removed.length > 0)
    return { answer, act: { label, edits, typed, batch: answer.batch ?? '', touched, added } }
  }

  /** Notes an act that wrote nothing, so that undoing finds it in its order. */
  function note(act: TypedAct): void {
    done.value = [...done.value, act]
    undone.value = []
  }

  /** Nothing is left to take back by itself of what was typed into these records. */
  const settle = (rows: readonly string[]): void => {
    const isOpen = (act: Act): boolean =>
      !('rows' in act) || !act.rows.some((row) => rows.includes(row))
    done.value = done.value.filter(isOpen)
  }

  /**
   * Writes; throws ApiError where the desk refuses. What was typed into `rows` is written by it, and
   * `typed` undone and done again with it.
   */
  const write = (
    edits: () => Edits,
    label: string,
    about: { readonly rows?: readonly string[]; readonly typed?: Typed | undefined } = {},
  ): Promise<Answer> =>
    inTurn(async () => {
      const { answer, act } = await send(edits(), label, about.typed).catch(
        async (error: unknown) => {
          if (isLate(error)) await shown.reload()
          throw error
        },
      )
      if (act.touched.length > 0) done.value = [...done.value, act]
      undone.value = []
      settle(about.rows ?? [])
      const told = answer.warnings.length > 0 ? `。提醒：${answer.warnings.join('；')}` : ''
      said.value = `${label}，已保存${told}`
      return answer
    })

  const undo = (): Promise<void> =>
    inTurn(async () => {
      const act = done.value.at(-1)
      if (!act) return
      done.value = done.value.slice(0, -1)
      if ('rows' in act) {
        act.undo()
        undone.value = [...undone.value, act]
        said.value = `已撤销：${act.label}`
        return
      }
      try {
        const records = act.touched.map((id) => ({ id, changedAt: own.get(id) ?? null }))
        const answer = await call(undoEdits, {
          params: { ledger, batch: act.batch },
          body: { records },
        })
        for (const { id, changedAt } of answer.restored) own.set(id, changedAt)
        act.typed?.undo()
        await show(answer.records, (act.edits.removals ?? []).length > 0 || act.added.length > 0)
        undone.value = [...undone.value, act]
        said.value = `已撤销：${act.label}`
      } catch (error) {
        if (!isForGood(error)) done.value = [...done.value, act]
        said.value = `没有撤销“${act.label}”：${wordsOf(error)}`
      }
    })

  const redo = (): Promise<void> =>
    inTurn(async () => {
      const again = undone.value.at(-1)
      if (!again) return
      undone.value = undone.value.slice(0, -1)
      if ('rows' in again) {
        again.redo()
        done.value = [...done.value, again]
        said.value = `已重做：${again.label}`
        return
      }
      try {
        const { act } = await send(again.edits, again.label, again.typed)
        again.typed?.redo()
        // Records added again have new ids; what was done to them later must find them.
        const ids = new Map(again.added.map((id, i) => [id, act.added[i] ?? id]))
        undone.value = undone.value.map((each) => renamed(each, ids))
        done.value = [...done.value, act]
        said.value = `已重做：${act.label}`
      } catch (error) {
        if (!isForGood(error)) undone.value = [...undone.value, again]
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
    note,
    undo,
    redo,
    said,
    isBusy: computed(() => busy.value > 0),
    undoable: computed(() => done.value.at(-1)?.label ?? null),
    redoable: computed(() => undone.value.at(-1)?.label ?? null),
  }
}

function renamed(act: Act, ids: ReadonlyMap<string, string>): Act {
  if ('rows' in act) return act
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
