import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { GridColumn } from './columns.ts'

/** Pixels. */
export const ROW = 34
export const HEAD = 36
export const FOOT = 46
/** The first cell of a row: its box to tick and the button that opens it. */
export const TOOLS = 76
/** Rows drawn above and below what is in view, so that a wheel's turn finds them there. */
const SPARE = 8
/** A wheel that has not turned for so long has stopped. */
const STILL_MS = 120
/** Where nothing is laid out yet. */
const UNKNOWN_HEIGHT = 600

export interface Place {
  readonly row: number
  readonly col: number
}

interface View {
  readonly first: number
  readonly last: number
}

/** What of a long table is in view, and how to bring more of it there; `foot` is what covers its end. */
export function useGeometry(
  columns: () => readonly GridColumn[],
  count: () => number,
  foot: () => number,
) {
  const scroller = shallowRef<HTMLElement | null>(null)
  const top = ref(0)
  const left = ref(0)
  const height = ref(UNKNOWN_HEIGHT)

  /** Reads where the scroller stands. */
  function look(): void {
    const box = scroller.value
    if (!box) return
    top.value = box.scrollTop
    left.value = box.scrollLeft
    height.value = box.clientHeight || UNKNOWN_HEIGHT
  }

  /** What stands above or below it takes room from it, or gives it. */
  const resize = new ResizeObserver(look)
  watch(scroller, (box) => {
    resize.disconnect()
    if (box) resize.observe(box)
    look()
  })
  onScopeDispose(() => resize.disconnect())

  /** While the rows move, none is marked under the pointer: they would be painted for nothing. */
  const isMoving = ref(false)
  let still: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(still))

  function scrolled(): void {
    look()
    isMoving.value = true
    clearTimeout(still)
    still = setTimeout(() => {
      isMoving.value = false
    }, STILL_MS)
  }

  const view = computed<View>((before) => {
    const first = Math.max(0, Math.floor(top.value / ROW) - SPARE)
    const end = Math.floor((top.value + height.value - HEAD) / ROW) + SPARE
    const last = Math.min(count() - 1, end)
    return before?.first === first && before.last === last ? before : { first, last }
  })
  const slots = computed(() => Math.ceil(height.value / ROW) + 2 * SPARE + 2)
  /** A row's slot is its element: those out of view lend theirs, as patching costs less than building. */
  const drawn = computed(() => {
    const { first, last } = view.value
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
      index: first + i,
      slot: (first + i) % slots.value,
    }))
  })
  const template = computed(
    () =>
      `${TOOLS}px ${columns()
        .map(({ width }) => `${width}px`)
        .join(' ')}`,
  )
  const width = computed(() => columns().reduce((sum, column) => sum + column.width, TOOLS))
  const leftOf = (col: number): number =>
    columns()
      .slice(0, col)
      .reduce((sum, column) => sum + column.width, TOOLS)

  /** Scrolls no further than needed for a cell to stand clear of the head and the frozen columns. */
  function reveal({ row, col }: Place): void {
    const box = scroller.value
    if (!box) return
    const above = row * ROW
    const below = above + ROW + HEAD + foot() - box.clientHeight
    if (box.scrollTop > above) box.scrollTop = above
    else if (box.scrollTop < below && box.clientHeight > 0) box.scrollTop = below
    if (col === 0) return
    const start = leftOf(col)
    const end = start + (columns()[col]?.width ?? 0) - box.clientWidth
    if (box.scrollLeft > start - leftOf(1)) box.scrollLeft = start - leftOf(1)
    else if (box.scrollLeft < end) box.scrollLeft = end
  }

  return {
    scroller,
    left,
    height,
    view,
    drawn,
    template,
    width,
    leftOf,
    isMoving,
    scrolled,
    reveal,
  }
}
