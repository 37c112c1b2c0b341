import { computed, ref } from 'vue'
import type { Place } from './geometry.ts'

/** Cells that lie together: rows and columns by their places, both ends among them. */
export interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Where one stands in a table, and the block drawn from there with Shift. */
export function useCursor(size: () => { readonly rows: number; readonly cols: number }) {
  const at = ref<Place>({ row: 0, col: 0 })
  const anchor = ref<Place | null>(null)

  const block = computed<Block>(() => {
    const from = anchor.value ?? at.value
    return {
      top: Math.min(from.row, at.value.row),
      bottom: Math.max(from.row, at.value.row),
      left: Math.min(from.col, at.value.col),
      right: Math.max(from.col, at.value.col),
    }
  })

  /** The block where it lies over a row, if it is more than a cell. */
  function over(row: number): Block | null {
    const { top, bottom, left, right } = block.value
    const isCell = top === bottom && left === right
    return !isCell && row >= top && row <= bottom ? block.value : null
  }

  function go(to: Place, extends_ = false): void {
    anchor.value = extends_ ? (anchor.value ?? at.value) : null
    const { rows, cols } = size()
    at.value = {
      row: Math.max(0, Math.min(rows - 1, to.row)),
      col: Math.max(0, Math.min(cols - 1, to.col)),
    }
  }

  const move = (rows: number, cols: number, extends_ = false): void =>
    go({ row: at.value.row + rows, col: at.value.col + cols }, extends_)

  /** Draws the block over every cell there is. */
  function all(): void {
    const { rows, cols } = size()
    anchor.value = { row: rows - 1, col: cols - 1 }
    at.value = { row: 0, col: 0 }
  }

  return { at, block, over, go, move, all }
}

/** Where an arrow or a page key leads, or null for other keys. */
export function stepOf(event: KeyboardEvent, page: number, size: { rows: number; cols: number }) {
  const far = event.ctrlKey || event.metaKey
  switch (event.key) {
    case 'ArrowUp':
      return { rows: far ? -size.rows : -1, cols: 0 }
    case 'ArrowDown':
      return { rows: far ? size.rows : 1, cols: 0 }
    case 'ArrowLeft':
      return { rows: 0, cols: far ? -size.cols : -1 }
    case 'ArrowRight':
      return { rows: 0, cols: far ? size.cols : 1 }
    case 'PageUp':
      return { rows: -page, cols: 0 }
    case 'PageDown':
      return { rows: page, cols: 0 }
    case 'Home':
      return { rows: far ? -size.rows : 0, cols: -size.cols }
    case 'End':
      return { rows: far ? size.rows : 0, cols: size.cols }
    default:
      return null
  }
}
