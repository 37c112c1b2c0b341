import type { Edits } from '#shared/contract/edits.ts'
import type { RecordAnswer } from '#shared/contract/records.ts'
import { plainText, type GridColumn } from './columns.ts'

/** One cell of a pasted block: what stands there and what would. */
export interface PastedCell {
  readonly column: GridColumn
  readonly before: string
  readonly after: string
}

/** One row of a pasted block; without a record it is a new one. */
export interface PastedRow {
  readonly record: RecordAnswer | null
  readonly cells: readonly PastedCell[]
}

export interface Pasted {
  readonly rows: readonly PastedRow[]
  /** What of the block finds no place, in words. */
  readonly left: readonly string[]
}

/**
 * A block laid over the grid from a column on: over these records in order, beyond them as new rows.
 * A first line that repeats the heads of the columns is no row.
 */
export function layPaste(
  block: readonly (readonly string[])[],
  records: readonly RecordAnswer[],
  columns: readonly GridColumn[],
): Pasted {
  const heads = block[0]?.slice(0, columns.length) ?? []
  const isHead =
    heads.length > 0 &&
    heads.every((cell, i) => [columns[i]?.head, columns[i]?.field.label].includes(cell))
  const rows = isHead ? block.slice(1) : block
  const wide = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const under = columns.slice(0, wide)
  const fixed = under.filter(({ canEdit }) => !canEdit).map(({ field }) => field.label)
  return {
    rows: rows.map((cells, at) => {
      const record = records[at] ?? null
      return {
        record,
        cells: under.flatMap((column, i) => {
          const after = cells[i]
          if (!column.canEdit || after === undefined) return []
          const before = record ? plainText(column.field, record, column.id) : ''
          return after === before ? [] : [{ column, before, after }]
        }),
      }
    }),
    left: [
      isHead ? '第一行是表头，没有当成记录。' : '',
      wide > columns.length ? `右边 ${wide - columns.length} 列超出表格，没有放进来。` : '',
      fixed.length > 0 ? `“${fixed.join('、')}”由运行台计算，这些列不写。` : '',
    ].filter(Boolean),
  }
}

/** What a laid block asks of the desk; rows that change nothing are left out, `places` say which row each is. */
export function pasteEdits({ rows }: Pasted): {
  readonly edits: Edits
  readonly places: { readonly adds: number[]; readonly changes: number[] }
} {
  const adds: Record<string, string>[] = []
  const changes: { id: string; changedAt: string | null; cells: Record<string, string> }[] = []
  const places: { adds: number[]; changes: number[] } = { adds: [], changes: [] }
  for (const [at, { record, cells }] of rows.entries()) {
    if (cells.length === 0) continue
    const typed = Object.fromEntries(cells.map(({ column, after }) => [column.id, after]))
    if (record) {
      changes.push({ id: record.id, changedAt: record.changedAt, cells: typed })
      places.changes.push(at)
    } else {
      adds.push(typed)
      places.adds.push(at)
    }
  }
  return { edits: { adds, changes }, places }
}
