import { noteCopied } from '../export/noted-copies.ts'
import { mayBe } from '../offered.ts'
import { typedOf, type GridColumn, type GridLine } from './columns.ts'
import { writeTsv } from './tsv.ts'
import type { Block } from './use-cursor.ts'

/** What the clipboard holds instead of cells that only the grid may have back. */
const KEPT_HERE = '（在表格里复制的内容，没有“导出”权限，只能粘贴回表格）'

/** The cells meant, until the page is left; of any grid, so that they go from one to another. */
let kept = ''

interface Copied {
  /** What the grid shows, as the journal calls it. */
  readonly what: string
  readonly block: { readonly value: Block }
  readonly columns: () => readonly GridColumn[]
  readonly lineAt: (at: number) => GridLine
  /** An open cell keeps the clipboard to itself. */
  readonly isTyping: { readonly value: boolean }
}

/**
 * What goes from the grid's block to the clipboard, where the journal notes it, and what comes from
 * there. Whoever may not export copies from grid to grid alone.
 */
export function useClipboard(
  { what, block, columns, lineAt, isTyping }: Copied,
  tell: {
    readonly copied: (words: string) => void
    readonly cut: (block: Block) => void
    readonly pasted: (at: number, field: string, text: string) => void
  },
) {
  /** True once the block was copied. */
  function copy(event: ClipboardEvent): boolean {
    if (isTyping.value) return false
    const { top, bottom, left, right } = block.value
    const rows = Array.from({ length: bottom - top + 1 }, (_, i) => top + i)
    const missing = rows.filter((row) => !lineAt(row).record && !lineAt(row).isNew).length
    event.preventDefault()
    if (missing > 0) {
      tell.copied(`没有复制：有 ${missing} 行还没有读来。行数多时请用“下载”。`)
      return false
    }
    const picked = columns().slice(left, right + 1)
    const cells = rows.map((row) => picked.map((each) => typedOf(lineAt(row), each)))
    const size = `${rows.length} 行 ${picked.length} 列`
    const text = writeTsv(cells)
    if (mayBe('export')) {
      event.clipboardData?.setData('text/plain', text)
      tell.copied(`已复制 ${size}`)
      noteCopied(`${what}的 ${size}`)
    } else {
      kept = text
      event.clipboardData?.setData('text/plain', KEPT_HERE)
      tell.copied(`已复制 ${size}，只能粘贴回表格：没有“导出”权限`)
    }
    return true
  }

  /** What was not copied is not emptied. */
  function cut(event: ClipboardEvent): void {
    if (copy(event)) tell.cut(block.value)
  }

  function paste(event: ClipboardEvent): void {
    const found = event.clipboardData?.getData('text/plain') ?? ''
    const held = found === KEPT_HERE ? kept : found
    const field = columns()[block.value.left]?.id
    if (isTyping.value || found === '' || field === undefined) return
    event.preventDefault()
    if (held === '') return tell.copied('复制的内容已经不在了：请在表格里再复制一次')
    tell.pasted(block.value.top, field, held)
  }

  return { copy, cut, paste }
}
