import { ref } from 'vue'
import type { RecordAnswer } from '#shared/contract/records.ts'
import type { GridColumn } from './columns.ts'
import type { Draft } from './draft.ts'
import { readTsv } from './tsv.ts'

interface List {
  readonly rows: { readonly value: ReadonlyMap<number, RecordAnswer> }
  readonly total: { readonly value: number | null }
  ensure(from: number, to: number): Promise<void>
}

/** A block let go in the grid, kept until it is written or put away. */
export function usePasting(
  { rows, total, ensure }: List,
  columns: () => readonly GridColumn[],
  keep: (paste: Draft['paste']) => void,
) {
  const open = ref<{
    readonly block: string[][]
    readonly records: readonly RecordAnswer[]
    readonly columns: readonly GridColumn[]
  } | null>(null)

  /**
   * Over the records from a place of the list on; with no place all as new rows. Throws ApiError, or
   * where the list moved under it: a record that was not read must not be taken for a new row.
   */
  async function lay(from: number | null, field: string, text: string): Promise<void> {
    const block = readTsv(text)
    const record = from === null ? undefined : rows.value.get(from)
    keep({ record: record?.id ?? null, field, text })
    if (from !== null) await ensure(from, from + block.length - 1)
    const records = block.flatMap((_, i) => (from === null ? [] : (rows.value.get(from + i) ?? [])))
    const under = from === null ? 0 : Math.min(block.length, (total.value ?? 0) - from)
    if (records.length < under) throw new Error('这段记录还没有读全，请再粘贴一次。')
    const first = Math.max(
      0,
      columns().findIndex(({ id }) => id === field),
    )
    open.value = { block, records, columns: columns().slice(first) }
  }

  return {
    open,
    lay,
    /** Lays a kept block again; false where the record it began at is not in the list as read. */
    async again({ record, field, text }: NonNullable<Draft['paste']>): Promise<boolean> {
      const place = [...rows.value].find(([, row]) => row.id === record)?.[0]
      if (record !== null && place === undefined) return false
      await lay(place ?? null, field, text)
      return true
    },
    end(): void {
      open.value = null
      keep(null)
    },
  }
}
