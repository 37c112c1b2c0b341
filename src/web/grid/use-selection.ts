import { computed, shallowRef } from 'vue'
import { MOST_EDITS } from '#shared/contract/edits.ts'
import type { RecordAnswer } from '#shared/contract/records.ts'

interface List {
  readonly rows: { readonly value: ReadonlyMap<number, RecordAnswer> }
  readonly total: { readonly value: number | null }
  ensure(from: number, to: number): Promise<void>
}

/** Records ticked to be changed together. Places are those of the list. */
export function useSelection({ rows, total, ensure }: List, say: (words: string) => void) {
  const picked = shallowRef<ReadonlyMap<string, RecordAnswer>>(new Map())
  let last = 0

  async function check(at: number, isRange: boolean): Promise<void> {
    const record = rows.value.get(at)
    if (!record) return
    const next = new Map(picked.value)
    const isOn = !next.has(record.id)
    const [from, to] = isRange ? [Math.min(last, at), Math.max(last, at)] : [at, at]
    last = at
    if (to - from >= MOST_EDITS) {
      say(`一次最多选 ${MOST_EDITS} 条。`)
      return
    }
    await ensure(from, to)
    for (let each = from; each <= to; each += 1) {
      const row = rows.value.get(each)
      if (row && isOn) next.set(row.id, row)
      else if (row) next.delete(row.id)
    }
    picked.value = next
  }

  async function checkAll(): Promise<void> {
    const all = total.value ?? 0
    if (isAll.value) picked.value = new Map()
    else if (all > MOST_EDITS) say(`共 ${all} 条；一次最多选 ${MOST_EDITS} 条，请先筛选。`)
    else {
      await ensure(0, all - 1)
      picked.value = new Map([...rows.value.values()].map((row) => [row.id, row]))
    }
  }

  const isAll = computed(() => picked.value.size > 0 && picked.value.size === total.value)

  return {
    picked,
    ids: computed<ReadonlySet<string>>(() => new Set(picked.value.keys())),
    isAll,
    check,
    checkAll,
    clear: () => {
      picked.value = new Map()
    },
  }
}
