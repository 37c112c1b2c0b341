import { LIGHT } from '#charts/theme.ts'
import type { NativeCell, NativeTable } from '#reports/native/native.ts'
import { escaped } from '../xml.ts'
import { fittingSize, linesOf, widthOf } from './fit.ts'
import { emu, LINE_HEIGHT, paragraphXml, type Box } from './shapes.ts'
import { fill } from './theme.ts'

/** A table as it is laid out: all of its rows, with the width of its columns. */
export interface LaidTable {
  readonly table: NativeTable
  /** In pixels. */
  readonly size: number
  readonly widths: readonly number[]
  readonly headHeight: number
  readonly heights: readonly number[]
}

const SIZES = [17, 15.5, 14, 12.5, 11]
const PAD = { side: 7, top: 7 }
const HEAD = 14
/** No column of words takes more than this share of the width while others need it. */
const MOST = 0.42

/** Widths and heights of a table in a width in pixels, in the largest size at which its numbers stand whole. */
export function layTable(table: NativeTable, width: number): LaidTable {
  if (table.isGrid) return layGrid(table, width)
  const size = fittingSize(SIZES, (each) => {
    const needed = neededWidths(table, each)
    const least = needed.map((one, n) => (table.numbers[n] ? one : Math.min(one, each * 6)))
    return sum(least) <= width
  })
  const widths = columnWidths(table, size, width)
  const height = (texts: readonly string[], own: number) =>
    2 * PAD.top +
    own *
      LINE_HEIGHT *
      Math.max(1, ...texts.map((text, n) => linesOf(text, own, inner(widths[n] ?? 0))))
  return {
    table,
    size,
    widths,
    headHeight: height(table.columns, Math.min(size, HEAD)),
    heights: table.rows.map((row) =>
      height(
        row.map(({ text }) => text),
        size,
      ),
    ),
  }
}

const GRID = { first: 64, height: 30, most: 12.5 }

/** Cells of one width; the first column names its row. */
function layGrid(table: NativeTable, width: number): LaidTable {
  const each = (width - GRID.first) / Math.max(1, table.columns.length - 1)
  const widest = Math.max(
    ...[table.columns, ...table.rows.map((row) => row.map(({ text }) => text))].flatMap((row) =>
      row.slice(1).map((text) => widthOf(text, 1)),
    ),
  )
  return {
    table,
    size: Math.min(GRID.most, (each - 3) / Math.max(1, widest)),
    widths: table.columns.map((_, n) => (n === 0 ? GRID.first : each)),
    headHeight: GRID.height,
    heights: table.rows.map(() => GRID.height),
  }
}

const inner = (width: number): number => Math.max(1, width - 2 * PAD.side)
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0)

const neededWidths = ({ columns, rows }: NativeTable, size: number): number[] =>
  columns.map(
    (column, n) =>
      2 * PAD.side +
      2 +
      Math.max(
        widthOf(column, Math.min(size, HEAD)),
        ...rows.map((row) => widthOf(row[n]?.text ?? '', size)),
      ),
  )

/** What is over goes to all columns by their size; what is lacking is taken from columns of words. */
function columnWidths(table: NativeTable, size: number, width: number): number[] {
  const needed = neededWidths(table, size)
  const total = sum(needed)
  if (total <= width) return needed.map((one) => one + ((width - total) * one) / total)
  const fixed = needed.map((one, n) => (table.numbers[n] || one <= size * 8 ? one : null))
  const left = width - sum(fixed.map((one) => one ?? 0))
  const words = needed.map((one, n) => (fixed[n] === null ? Math.min(one, width * MOST) : 0))
  const wanted = sum(words)
  if (wanted === 0 || left <= 0) return needed.map((one) => (one / total) * width)
  return needed.map((_, n) => fixed[n] ?? ((words[n] ?? 0) / wanted) * left)
}

/** The rows that fit each height, at least one a page: a table too long goes on on further slides. */
export function pagesOf(
  { headHeight, heights }: LaidTable,
  height: number,
): [from: number, to: number][] {
  const pages: [number, number][] = []
  let left = 0
  for (const [n, each] of heights.entries()) {
    const page = pages.at(-1)
    if (page && each <= left) page[1] = n + 1
    else {
      pages.push([n, n + 1])
      left = height - headHeight
    }
    left -= each
  }
  return pages.length === 0 ? [[0, 0]] : pages
}

/** Rows of a table as a native one, its head repeated. */
export function tableXml(
  id: number,
  name: string,
  laid: LaidTable,
  [from, to]: readonly [number, number],
  { x, y }: Pick<Box, 'x' | 'y'>,
): string {
  const { table, size, widths, headHeight, heights } = laid
  const shown = heights.slice(from, to)
  const box = { x, y, width: sum(widths), height: headHeight + sum(shown) }
  const head = rowXml(
    table.columns.map((text) => ({ text })),
    { table, size: Math.min(size, HEAD), height: headHeight, isHead: true },
  )
  const rows = table.rows
    .slice(from, to)
    .map((row, n) => rowXml(row, { table, size, height: shown[n] ?? 0, isHead: false }))
  const place = `<p:xfrm><a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></p:xfrm>`
  const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escaped(name)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${place}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${head}${rows.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
}

interface RowLook {
  readonly table: NativeTable
  readonly size: number
  readonly height: number
  readonly isHead: boolean
}

function rowXml(cells: readonly NativeCell[], { table, size, height, isHead }: RowLook): string {
  const none = (side: string) => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`
  const line = `<a:lnB w="9525">${fill(isHead ? LIGHT.ink3 : LIGHT.rule)}</a:lnB>`
  const side = table.isGrid ? 1 : PAD.side
  const each = cells.map(({ text, fill: ground, ink = LIGHT.ink }, n) => {
    const runs = [{ text, size, colour: isHead ? LIGHT.ink2 : ink }]
    const isNumber = table.numbers[n] ?? false
    const align = isNumber ? (table.isGrid ? ('ctr' as const) : ('r' as const)) : ('l' as const)
    const words = paragraphXml({ runs, align })
    const behind = ground === undefined ? '<a:noFill/>' : fill(ground)
    return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${words}</a:txBody><a:tcPr marL="${emu(n === 0 ? 0 : side)}" marR="${emu(side)}" marT="${emu(PAD.top)}" marB="${emu(PAD.top)}">${none('L')}${none('R')}${none('T')}${line}${behind}</a:tcPr></a:tc>`
  })
  return `<a:tr h="${emu(height)}">${each.join('')}</a:tr>`
}
