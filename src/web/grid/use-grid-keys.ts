import { stepOf } from './use-cursor.ts'
import type { Place } from './geometry.ts'

interface Grid {
  readonly size: () => { readonly rows: number; readonly cols: number }
  readonly at: () => Place
  /** Rows a page key moves by. */
  readonly page: () => number
  step(rows: number, cols: number, isBlock?: boolean): void
  edit(): void
  clear(): void
  open(row: number): void
  check(row: number): void
  tell(what: 'undo' | 'redo' | 'save'): void
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
  if (event.ctrlKey || event.metaKey) return commandOf(grid, event)
  const { row, col } = grid.at()
  switch (event.key) {
    case 'F2':
      return () => grid.edit()
    case 'Enter':
      return () => grid.step(event.shiftKey ? -1 : 1, 0)
    case 'Delete':
    case 'Backspace':
      return () => grid.clear()
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

function commandOf(grid: Grid, event: KeyboardEvent): (() => void) | null {
  switch (event.key.toLowerCase()) {
    case 'z':
      return () => grid.tell(event.shiftKey ? 'redo' : 'undo')
    case 'y':
      return () => grid.tell('redo')
    case 's':
      return () => grid.tell('save')
    case 'enter':
      return () => grid.open(grid.at().row)
    default:
      return null
  }
}
