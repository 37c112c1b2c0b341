import { useMutation, useQueryCache } from '@pinia/colada'
import { computed, ref, watch } from 'vue'
import { editRecords } from '#shared/contract/edits.ts'
import type { EntryAnswer } from '#shared/contract/entry.ts'
import { periodLabel } from '#shared/time/words.ts'
import { call } from '../api/client.ts'
import { keepEntry, keptEntry, type Drafted } from './draft.ts'
import { editsOf, editsWords, isOvertaken, seenOf } from './edits.ts'
import { entryGroups, type EntryLine } from './lines.ts'
import { isChanged, readTypedLine, typedOf, type Reading, type Typed } from './typed.ts'
import { refresh } from '../queries/refresh.ts'

/** What is typed on 填报 for a period, kept over a reload until it is saved in one act. */
export function useEntry(board: () => EntryAnswer) {
  const cache = useQueryCache()
  const period = computed(() => board().period)
  const groups = computed(() => entryGroups(board()))
  const lines = computed(() => groups.value.flatMap((group) => group.lines))
  /** Lines that were typed in, by key. */
  const drafts = ref<ReadonlyMap<string, Drafted>>(new Map())
  /** When what is put back was typed, ISO; empty where nothing was. */
  const draftedAt = ref('')
  const note = ref('')
  const said = ref('')

  watch(
    () => period.value.key,
    (key) => {
      const kept = keptEntry(key)
      drafts.value = kept.lines
      draftedAt.value = kept.lines.size > 0 ? kept.at : ''
      note.value = ''
      said.value = ''
    },
    { immediate: true },
  )

  const typedIn = (line: EntryLine): Typed =>
    drafts.value.get(line.key) ?? typedOf(line.own, line.unit)
  const reading = (line: EntryLine): Reading => readTypedLine(typedIn(line), line)
  /** Lines that say something else than what is kept. */
  const changed = computed(() =>
    lines.value.filter((line) => {
      const draft = drafts.value.get(line.key)
      return draft !== undefined && isChanged(line, draft)
    }),
  )
  const overtaken = computed(() =>
    changed.value.filter((line) => {
      const draft = drafts.value.get(line.key)
      return draft !== undefined && isOvertaken(line, draft)
    }),
  )

  function keep(next: ReadonlyMap<string, Drafted>): void {
    drafts.value = next
    said.value = ''
    keepEntry(period.value.key, next)
  }

  function type(changes: ReadonlyMap<string, Typed>): void {
    const next = new Map(drafts.value)
    for (const [key, change] of changes) {
      const line = lines.value.find((each) => each.key === key)
      if (!line) continue
      const draft = next.get(key)
      const seen = draft ? draft.seen : seenOf(line)
      if (isChanged(line, change)) next.set(key, { ...change, seen })
      else next.delete(key)
    }
    keep(next)
  }

  /** Decides about a line somebody else wrote meanwhile: what was typed here stands, or theirs. */
  function settle(line: EntryLine, mine: boolean): void {
    const next = new Map(drafts.value)
    const draft = next.get(line.key)
    if (draft && mine) next.set(line.key, { ...draft, seen: seenOf(line) })
    else next.delete(line.key)
    keep(next)
    saving.reset()
  }

  function drop(): void {
    draftedAt.value = ''
    keep(new Map())
  }

  const unread = computed(() => changed.value.filter((line) => reading(line).kind === 'unread'))
  const edits = computed(() => editsOf(lines.value, drafts.value, note.value))
  /** What a save will do, in words. */
  const plan = computed(() => editsWords(edits.value))

  const saving = useMutation({
    mutation: (belated: string) =>
      call(editRecords, {
        params: { ledger: 'statedFigures' },
        body: {
          ...edits.value,
          why: `填报 ${periodLabel(period.value)}`,
          ...(belated && { belated }),
        },
      }),
    async onSuccess({ warnings }) {
      const done = [plan.value, ...warnings]
      drop()
      note.value = ''
      await refresh(cache)
      said.value = `已保存：${done.join('，')}`
    },
    // What another saved meanwhile is shown beside what was typed.
    onError: () => refresh(cache),
  })

  return {
    groups,
    lines,
    changed,
    overtaken,
    typedIn,
    reading,
    type,
    settle,
    drop,
    unread,
    plan,
    draftedAt,
    note,
    said,
    saving,
  }
}
