import { targetOf } from './target.ts'
import type { Place, useGeometry } from './geometry.ts'
import { useDragging } from './use-dragging.ts'

interface Told {
  /** Stands in a cell, or draws the block on to it. */
  readonly stand: (at: Place, isBlock: boolean) => void
  /** Draws the block on while the mouse is held. */
  readonly extend: (to: Place) => void
  readonly check: (row: number, isRange: boolean) => void
  readonly open: (id: string) => void
  readonly drop: (at: number) => void
}

/** What the mouse does in the grid: a cell pressed and dragged from, a box ticked, a button of a row. */
export function usePointing(grid: ReturnType<typeof useGeometry>, tell: Told) {
  const dragging = useDragging(grid, tell.extend)
  return {
    press(event: MouseEvent): void {
      const found = targetOf(event)
      if (found?.hit.dataset.col === undefined || event.button !== 0) return
      event.preventDefault()
      tell.stand(found.place, event.shiftKey)
      dragging.start(event, found.place)
    },
    click(event: MouseEvent): void {
      const { hit, place } = targetOf(event) ?? {}
      if (hit?.dataset.open) tell.open(hit.dataset.open)
      else if (hit?.dataset.drop) tell.drop(Number(hit.dataset.drop))
      else if (place && hit?.dataset.check !== undefined) tell.check(place.row, event.shiftKey)
    },
  }
}
