import { computed } from 'vue'
import type { RecordAnswer } from '#shared/contract/records.ts'
import type { GridLine } from './columns.ts'
import type { Draft } from './draft.ts'

interface Typing {
  readonly draft: { readonly value: Draft }
  readonly faults: { readonly value: ReadonlyMap<string, string> }
}

interface List {
  readonly rows: { readonly value: ReadonlyMap<number, RecordAnswer> }
  readonly total: { readonly value: number | null }
  need(from: number, to: number): void
}

/** The lines of a grid by their place: new rows stand on top, then the records of the list. */
export function useLines({ draft, faults }: Typing, { rows, total, need }: List) {
  const adds = computed(() => draft.value.adds)
  const faultsByRow = computed(() => {
    const found = new Map<string, Record<string, string>>()
    for (const [key, why] of faults.value) {
      const [row = '', field = ''] = key.split(' ')
      found.set(row, { ...found.get(row), [field]: why })
    }
    return found
  })

  function lineAt(at: number): GridLine {
    const row = adds.value[at]
    if (row)
      return { ...row, record: undefined, isNew: true, faults: faultsByRow.value.get(row.key) }
    const record = rows.value.get(at - adds.value.length)
    return {
      key: record?.id ?? `at ${at}`,
      record,
      isNew: false,
      cells: record && draft.value.changes[record.id]?.cells,
      faults: record && faultsByRow.value.get(record.id),
    }
  }

  return {
    adds,
    count: computed(() => adds.value.length + (total.value ?? 0)),
    lineAt,
    /** Says which lines are in view. */
    need(from: number, to: number): void {
      const above = adds.value.length
      need(Math.max(0, from - above), Math.max(0, to - above))
    },
  }
}
