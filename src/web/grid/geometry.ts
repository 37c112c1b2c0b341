import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { GridColumn } from './columns.ts'
import { spread, TOOLS } from './widths.ts'

/** Pixels. */
export const ROW = 34
export const HEAD = 36
export const FOOT = 46
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

/** A row that is drawn, and the element it is drawn in. */
interface Spot {
  readonly index: number
  readonly slot: number
}

interface View {
  readonly first: number
  readonly last: number
}

/**
 * What of a long table is in view, and how to bring more of it there. `chosen` are its columns before they share the
 * room, `kept` how many of them stay at the left, `foot` what covers its end.
 */
export function useGeometry(
  chosen: () => readonly GridColumn[],
  count: () => number,
  { foot, kept }: { readonly foot: () => number; readonly kept: () => number },
) {
  const scroller = shallowRef<HTMLElement | null>(null)
  const top = ref(0)
  const left = ref(0)
  const height = ref(UNKNOWN_HEIGHT)
  /** Pixels across; 0 where nothing is laid out yet. */
  const room = ref(0)

  /** Reads where the scroller stands. */
  function look(): void {
    const box = scroller.value
    if (!box) return
    top.value = box.scrollTop
    left.value = box.scrollLeft
    height.value = box.clientHeight || UNKNOWN_HEIGHT
    room.value = box.clientWidth
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

  /** As many wherever one stands: a row more at every other turn of a wheel would be built and torn down. */
  const slots = computed(() => Math.ceil((height.value - HEAD) / ROW) + 1 + 2 * SPARE)
  const view = computed<View>((before) => {
    const furthest = Math.max(0, count() - slots.value)
    const first = Math.max(0, Math.min(furthest, Math.floor(top.value / ROW) - SPARE))
    const last = Math.min(count(), first + slots.value) - 1
    return before?.first === first && before.last === last ? before : { first, last }
  })
  /**
   * A row's slot is its element: those out of view lend theirs, as patching costs less than building. While the
   * rows move they stand in the page in the order they had: an element that is moved is laid out and painted anew.
   */
  const drawn = computed<readonly Spot[]>((before) => {
    const { first, last } = view.value
    const spots = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
      index: first + i,
      slot: (first + i) % slots.value,
    }))
    if (!isMoving.value || !before) return spots
    const bySlot = new Map(spots.map((spot) => [spot.slot, spot]))
    const slotsBefore = before.map(({ slot }) => slot)
    return [...new Set([...slotsBefore, ...bySlot.keys()])].flatMap(
      (slot) => bySlot.get(slot) ?? [],
    )
  })
  const columns = computed(() => spread(chosen(), room.value, kept()))
  const wide = (some: readonly GridColumn[]): number =>
    some.reduce((sum, column) => sum + column.width, TOOLS)
  const width = computed(() => wide(columns.value))
  const leftOf = (col: number): number => wide(columns.value.slice(0, col))
  /** What stays at the left, the first cell of each row with it. */
  const keptWidth = computed(() => wide(columns.value.filter(({ isKept }) => isKept)))

  /** Scrolls no further than needed for a cell to stand clear of the head and the frozen columns. */
  function reveal({ row, col }: Place): void {
    const box = scroller.value
    if (!box) return
    const above = row * ROW
    const below = above + ROW + HEAD + foot() - box.clientHeight
    if (box.scrollTop > above) box.scrollTop = above
    else if (box.scrollTop < below && box.clientHeight > 0) box.scrollTop = below
    const column = columns.value[col]
    if (!column || column.isKept) return
    const start = leftOf(col)
    const end = start + column.width - box.clientWidth
    if (box.scrollLeft > start - keptWidth.value) box.scrollLeft = start - keptWidth.value
    else if (box.scrollLeft < end) box.scrollLeft = end
  }

  return {
    scroller,
    count,
    foot,
    left,
    height,
    view,
    drawn,
    columns,
    width,
    keptWidth,
    leftOf,
    isMoving,
    scrolled,
    reveal,
  }
}
