import { useMutation, useQueryCache } from '@pinia/colada'
import { computed, ref, watch } from 'vue'
import { editRecords } from '#shared/contract/edits.ts'
import type { EntryAnswer } from '#shared/contract/entry.ts'
import { periodLabel } from '#shared/time/words.ts'
import { call } from '../api/client.ts'
import { keepEntry, keptEntry } from './draft.ts'
import { entryGroups, type EntryLine } from './lines.ts'
import { editsOf, isChanged, readTypedLine, typedOf, type Reading, type Typed } from './typed.ts'

/** What is typed on 填报 for a period, kept over a reload until it is saved in one act. */
export function useEntry(board: () => EntryAnswer) {
  const cache = useQueryCache()
  const period = computed(() => board().period)
  const groups = computed(() => entryGroups(board()))
  const lines = computed(() => groups.value.flatMap((group) => group.lines))
  /** Lines that were typed in, by key. */
  const typed = ref<ReadonlyMap<string, Typed>>(new Map())
  const hasDraft = ref(false)
  const said = ref('')

  watch(
    () => period.value.key,
    (key) => {
      typed.value = keptEntry(key)
      hasDraft.value = typed.value.size > 0
      said.value = ''
    },
    { immediate: true },
  )

  const typedIn = (line: EntryLine): Typed =>
    typed.value.get(line.key) ?? typedOf(line.own, line.unit)
  const reading = (line: EntryLine): Reading => readTypedLine(typedIn(line), line)

  function type(changes: ReadonlyMap<string, Typed>): void {
    const next = new Map(typed.value)
    for (const [key, change] of changes) {
      const line = lines.value.find((each) => each.key === key)
      if (line && isChanged(line, change)) next.set(key, change)
      else next.delete(key)
    }
    typed.value = next
    said.value = ''
    keepEntry(period.value.key, next)
  }

  function drop(): void {
    typed.value = new Map()
    hasDraft.value = false
    keepEntry(period.value.key, typed.value)
  }

  const unread = computed(() =>
    lines.value.filter((line) => typed.value.has(line.key) && reading(line).kind === 'unread'),
  )
  const edits = computed(() => editsOf(lines.value, typed.value))
  const size = computed(() => {
    const { adds = [], changes = [], removals = [] } = edits.value
    return adds.length + changes.length + removals.length
  })

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
    async onSuccess({ added, changed, removed, warnings }) {
      drop()
      const done = [
        ...(added.length ? [`新填 ${added.length} 项`] : []),
        ...(changed.length ? [`修改 ${changed.length} 项`] : []),
        ...(removed.length ? [`清除 ${removed.length} 项`] : []),
        ...warnings,
      ]
      await cache.invalidateQueries()
      said.value = `已保存：${done.join('，')}`
    },
  })

  return {
    groups,
    lines,
    typed,
    typedIn,
    reading,
    type,
    drop,
    unread,
    size,
    hasDraft,
    said,
    saving,
  }
}
