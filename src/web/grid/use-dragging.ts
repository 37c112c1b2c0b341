import { onScopeDispose } from 'vue'
import { HEAD, ROW, type Place, type useGeometry } from './geometry.ts'
import { TOOLS } from './widths.ts'

type Grid = ReturnType<typeof useGeometry>

/** Pixels a second at the very edge, and more for each pixel beyond it. */
const SLOWEST = 120
const FASTER = 12
const FASTEST = 3200

/**
 * Drags a block with the mouse held down, from a cell on; held beyond an edge of the rows it scrolls there, the faster
 * the farther. A finger scrolls and draws none.
 */
export function useDragging(grid: Grid, extend: (to: Place) => void) {
  /** Begun in a column that stays at the left, it is drawn there and scrolls nothing back. */
  let isBegunInKept = false
  let pointer: { readonly x: number; readonly y: number } | null = null
  let frame = 0
  let last = 0

  function start(event: MouseEvent, from: Place): void {
    isBegunInKept = grid.columns.value[from.col]?.isKept ?? false
    pointer = { x: event.clientX, y: event.clientY }
    window.addEventListener('mousemove', follow)
    window.addEventListener('mouseup', end)
  }

  function follow(event: MouseEvent): void {
    // Let go where the page is not told of it, as outside the window.
    if (event.buttons !== 1) return end()
    pointer = { x: event.clientX, y: event.clientY }
    turn()
  }

  function end(): void {
    pointer = null
    cancelAnimationFrame(frame)
    frame = 0
    window.removeEventListener('mousemove', follow)
    window.removeEventListener('mouseup', end)
  }
  onScopeDispose(end)

  /** Draws on to the cell under the pointer, and goes on by itself while it is held beyond an edge. */
  function turn(now = performance.now()): void {
    const box = grid.scroller.value
    if (!box || !pointer) return
    const seconds = frame === 0 ? 0 : Math.min(0.1, (now - last) / 1000)
    last = now
    const { left, top } = box.getBoundingClientRect()
    const at = { x: pointer.x - left - box.clientLeft, y: pointer.y - top - box.clientTop }
    const isInKept = isBegunInKept && at.x < grid.keptWidth.value
    const start = box.scrollLeft > 0 && !isInKept ? grid.keptWidth.value : TOOLS
    const across = speed(at.x, start, box.clientWidth)
    const down = speed(at.y, HEAD, box.clientHeight - grid.foot())
    box.scrollBy(across * seconds, down * seconds)
    extend({
      row: rowAt(at.y, box),
      col: columnAt(
        Math.max(start, Math.min(box.clientWidth - 1, at.x)) + (isInKept ? 0 : box.scrollLeft),
      ),
    })
    cancelAnimationFrame(frame)
    frame = across === 0 && down === 0 ? 0 : requestAnimationFrame(turn)
  }

  function rowAt(y: number, box: HTMLElement): number {
    const within = Math.max(HEAD, Math.min(box.clientHeight - grid.foot() - 1, y))
    const row = Math.floor((within - HEAD + box.scrollTop) / ROW)
    return Math.max(0, Math.min(grid.count() - 1, row))
  }

  /** By pixels from the left end of the rows. */
  function columnAt(x: number): number {
    const columns = grid.columns.value
    let end = TOOLS
    const found = columns.findIndex(({ width }) => {
      end += width
      return x < end
    })
    return found < 0 ? columns.length - 1 : found
  }

  return { start }
}

/** Pixels a second for a pointer at `at` where rows stand from `from` to `to`. */
function speed(at: number, from: number, to: number): number {
  const beyond = at < from ? at - from : at > to - 1 ? at - to + 1 : 0
  const pixels = Math.min(FASTEST, SLOWEST + FASTER * Math.abs(beyond))
  return beyond === 0 ? 0 : Math.sign(beyond) * pixels
}
