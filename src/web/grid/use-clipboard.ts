import type { GridColumn, GridLine } from './columns.ts'
import { writeTsv } from './tsv.ts'
import type { useCursor } from './use-cursor.ts'

interface Copied {
  readonly block: ReturnType<typeof useCursor>['block']
  readonly columns: () => readonly GridColumn[]
  readonly lineAt: (at: number) => GridLine
  readonly textAt: (row: number, column: GridColumn) => string
  /** An open cell keeps the clipboard to itself. */
  readonly isTyping: { readonly value: boolean }
}

/** What goes from the grid's block to the clipboard, and what comes from there. */
export function useClipboard(
  { block, columns, lineAt, textAt, isTyping }: Copied,
  tell: {
    readonly copied: (words: string) => void
    readonly pasted: (at: number, field: string, text: string) => void
  },
) {
  function copy(event: ClipboardEvent): void {
    if (isTyping.value) return
    const { top, bottom, left, right } = block.value
    const rows = Array.from({ length: bottom - top + 1 }, (_, i) => top + i)
    const missing = rows.filter((row) => !lineAt(row).record && !lineAt(row).isNew).length
    event.preventDefault()
    if (missing > 0) {
      tell.copied(`没有复制：有 ${missing} 行还没有读来。行数多时请用“下载”。`)
      return
    }
    const picked = columns().slice(left, right + 1)
    const cells = rows.map((row) => picked.map((each) => textAt(row, each)))
    event.clipboardData?.setData('text/plain', writeTsv(cells))
    tell.copied(`已复制 ${rows.length} 行 ${picked.length} 列`)
  }

  function paste(event: ClipboardEvent): void {
    const held = event.clipboardData?.getData('text/plain') ?? ''
    const field = columns()[block.value.left]?.id
    if (isTyping.value || held === '' || field === undefined) return
    event.preventDefault()
    tell.pasted(block.value.top, field, held)
  }

  return { copy, paste }
}
