import type { Ref } from 'vue'
import { MOST_EDITS } from '#shared/contract/edits.ts'
import { countText } from '#shared/headlines/figure-words.ts'
import { isMasked } from '../records/masked-words.ts'
import { typedOf, type GridColumn, type GridLine } from './columns.ts'
import { readTsv } from './tsv.ts'
import type { Block } from './use-cursor.ts'
import type { useLines } from './use-lines.ts'
import type { useTyping } from './use-typing.ts'
import type { useWindows } from './use-windows.ts'

interface Grid {
  readonly typing: Pick<ReturnType<typeof useTyping>, 'put' | 'type' | 'typeNew' | 'dropRow'>
  readonly windows: Pick<ReturnType<typeof useWindows>, 'ensure'>
  readonly lines: Pick<ReturnType<typeof useLines>, 'adds' | 'lineAt'>
  readonly columns: () => readonly GridColumn[]
  /** Lays a pasted block over the list from a place on, or with none as new rows. */
  readonly lay: (from: number | null, field: string, text: string) => Promise<void>
  readonly said: Ref<string>
}

type Cells = Readonly<Record<string, string>>

/** Writes into cells by their places; into all of a block in one batch, one step to undo. */
export function useBlocks({ typing, windows, lines, columns, lay, said }: Grid) {
  function type(at: number, field: string, text: string): void {
    const line = lines.lineAt(at)
    const label = columns().find(({ id }) => id === field)?.field.label ?? field
    if (line.isNew) typing.typeNew([line.key], { [field]: text }, `改“${label}”`)
    else if (line.record) void typing.type(line.record, field, text)
  }

  /** Types one cell; shows what a larger block would change before it is written. Throws ApiError. */
  async function paste(at: number, field: string, text: string): Promise<void> {
    const [first = [], ...more] = readTsv(text)
    if (first.length === 1 && more.length === 0) {
      type(at, field, first[0] ?? '')
      return
    }
    const { key, isNew, cells } = lines.lineAt(at)
    const place = isNew ? null : at - lines.adds.value.length
    // The block's own rows come in the place of an empty one.
    if (isNew && Object.keys(cells ?? {}).length === 0) typing.dropRow(key)
    await lay(place, field, text)
  }

  /** The lines of a block, none of them missing. Throws where they are too many, and ApiError. */
  async function linesOf({ top, bottom }: Pick<Block, 'top' | 'bottom'>): Promise<GridLine[]> {
    const high = bottom - top + 1
    if (high > MOST_EDITS)
      throw new Error(
        `一次最多改 ${countText(MOST_EDITS)} 行，选了 ${countText(high)} 行，没有改。`,
      )
    await read(top, bottom)
    const found = Array.from({ length: high }, (_, i) => lines.lineAt(top + i))
    if (found.some(({ record, isNew }) => !record && !isNew))
      throw new Error('这段记录还没有读全，请再试一次。')
    return found
  }

  /** Fetches lines of the grid by their places; new rows stand on top and are here. Throws ApiError. */
  async function read(top: number, bottom: number): Promise<void> {
    const above = lines.adds.value.length
    if (bottom >= above) await windows.ensure(Math.max(0, top - above), bottom - above)
  }

  async function put(
    into: readonly GridLine[],
    cells: Cells,
    act: { readonly name: string; readonly none: string; readonly left?: string },
  ): Promise<void> {
    const fresh = into.filter(({ isNew }) => isNew).map(({ key }) => key)
    const size = fresh.length * Object.keys(cells).length
    if (size > 0) typing.typeNew(fresh, cells, `${act.name} ${countText(size)} 格`)
    const typed = into.flatMap((line) => (line.record ? [{ record: line.record, cells }] : []))
    const left = act.left ? `。${act.left}` : ''
    const label = (count: number): string => `${act.name} ${countText(count)} 格`
    const { count, isWritten } = await typing.put(typed, { label, why: act.name })
    if (count === 0 && typed.length === into.length) said.value = act.none + left
    else if (isWritten) said.value += left
  }

  const picked = ({ left, right }: Block): readonly GridColumn[] => columns().slice(left, right + 1)
  const editable = (block: Block): GridColumn[] => picked(block).filter(({ canEdit }) => canEdit)
  /** Which columns of a block are not written, in words; empty where all are. */
  const leftOut = (block: Block): string => {
    const fixed = picked(block).filter(({ canEdit }) => !canEdit)
    return fixed.length === 0
      ? ''
      : `“${fixed.map(({ field }) => field.label).join('、')}”由运行台计算，没有改`
  }

  /** Empties the cells of a block; `name` says how: 清空, or 剪切 once they are on the clipboard. */
  async function clear(block: Block, name: '清空' | '剪切'): Promise<void> {
    const emptied = Object.fromEntries(editable(block).map(({ id }) => [id, '']))
    const none = '选的格子本来就是空的，没有改动'
    await put(await linesOf(block), emptied, { name, none, left: leftOut(block) })
  }

  /** Fills a block with its first row; a block of one row, with the row above it. */
  async function fill(block: Block): Promise<void> {
    const { top, bottom } = block
    const from = top === bottom ? top - 1 : top
    if (from < 0) {
      said.value = '第一行上面没有可以填下来的内容。'
      return
    }
    const [source, ...into] = await linesOf({ top: from, bottom })
    if (!source) return
    const texts = editable(block).map((column) => ({ column, text: typedOf(source, column) }))
    const masked = texts.find(({ column, text }) => isMasked(column.field, text))
    if (masked) {
      said.value = `“${masked.column.field.label}”遮住了姓名号码，不能填到别的记录里。`
      return
    }
    const filled = Object.fromEntries(texts.map(({ column: { id }, text }) => [id, text]))
    const none = '下面的格子本来就是这些内容，没有改动'
    await put(into, filled, { name: '向下填充', none, left: leftOut(block) })
  }

  return { type, paste, clear, fill, read }
}
