import type { Place } from './geometry.ts'
import { commandOf, type Command } from './keys.ts'
import { stepOf } from './use-cursor.ts'

interface Grid {
  readonly size: () => { readonly rows: number; readonly cols: number }
  readonly at: () => Place
  /** Rows a page key moves by. */
  readonly page: () => number
  step(rows: number, cols: number, isBlock?: boolean): void
  check(row: number): void
  act(command: Command): void
}

/** Does what a key says outside a cell that is typed into; keys of no meaning go their own way. */
export function gridKey(grid: Grid, event: KeyboardEvent): void {
  const way = stepOf(event, grid.page(), grid.size())
  const act = way ? () => grid.step(way.rows, way.cols, event.shiftKey) : actOf(grid, event)
  if (!act) return
  event.preventDefault()
  act()
}

function actOf(grid: Grid, event: KeyboardEvent): (() => void) | null {
  const command = commandOf(event)
  if (command) return () => grid.act(command)
  if (event.ctrlKey || event.metaKey) return null
  const { row, col } = grid.at()
  switch (event.key) {
    case 'Enter':
      return () => grid.step(event.shiftKey ? -1 : 1, 0)
    case ' ':
      return event.shiftKey ? () => grid.check(row) : null
    case 'Tab': {
      const way = event.shiftKey ? -1 : 1
      // Past the ends of a row Tab leaves the grid, as everywhere.
      const isOut = col + way < 0 || col + way >= grid.size().cols
      return isOut ? null : () => grid.step(0, way)
    }
    default:
      return null
  }
}
