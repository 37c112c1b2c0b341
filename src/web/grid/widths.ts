import { headText } from '#shared/headlines/cell-text.ts'
import type { GridColumn } from './columns.ts'

/** Pixels. */
export const NARROWEST = 56
/** The first cell of a row: its box to tick and the button that opens it. */
export const TOOLS = 76
const WIDEST = 640
/** What of a cell is no text: its padding and its line. */
const AROUND = 22
/** The same of a head: the filter's button and the mark of the order. */
const AROUND_HEAD = 62
/** Columns that stay at the left leave at least so much of the room to the others. */
const LEAST_MOVING = 0.4
const FONT = '13px'

/**
 * The columns as wide as `room` pixels let them be: those nobody chose a width for share what is left, columns of
 * text before all others; and the first `kept` stay at the left, as many as leave room for the rest.
 */
export function spread(
  columns: readonly GridColumn[],
  room: number,
  kept: number,
): readonly GridColumn[] {
  const left = room - TOOLS - columns.reduce((sum, { width }) => sum + width, 0)
  const open = columns.filter(({ isChosen }) => !isChosen)
  const texts = open.filter(({ field: { kind } }) => kind === 'text' || kind === 'longText')
  const sharing = new Set(texts.length > 0 ? texts : open)
  const shared = [...sharing].reduce((sum, { width }) => sum + width, 0)
  let start = TOOLS
  let given = 0
  let before = 0
  return columns.map((column, at) => {
    let { width } = column
    if (left > 0 && sharing.has(column)) {
      before += width
      // To whole pixels, with none lost on the way.
      const until = Math.floor((left * before) / shared)
      width += until - given
      given = until
    }
    const isKept = at < kept && (at === 0 || start + width <= room * (1 - LEAST_MOVING))
    const style = `width:${width}px${isKept ? `;--left:${start}px` : ''}`
    start += width
    return { ...column, width, isKept, style }
  })
}

/** Pixels a column takes to show its head and these texts whole, within reason. */
export function fittingWidth({ field }: GridColumn, texts: readonly string[]): number {
  const measure = document.createElement('canvas').getContext('2d')
  if (!measure) return NARROWEST
  measure.font = `${FONT} ${getComputedStyle(document.body).fontFamily}`
  const wide = (text: string): number => Math.ceil(measure.measureText(text).width)
  const cells = texts.map((text) => wide(text.split('\n')[0] ?? '') + AROUND)
  return Math.min(WIDEST, Math.max(NARROWEST, wide(headText(field)) + AROUND_HEAD, ...cells))
}
