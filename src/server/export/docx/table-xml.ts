import type { DocumentCell, DocumentSlot, DocumentTable } from '#shared/contract/documents.ts'
import { MOST_KEPT } from './pages.ts'
import { paragraphXml, runsXml, type NextId } from './xml.ts'

type SlotXml = (slot: string) => string

/** A cell of the grid: one that begins here, or the rest of one that began above. */
interface Place {
  readonly cell: DocumentCell
  readonly isRest: boolean
}

/** Rows as Word wants them: a cell over several rows stands again in each, as its continuation. */
function gridRows({ rows }: Pick<DocumentTable, 'rows'>): Place[][] {
  const open: { cell: DocumentCell; at: number; left: number }[] = []
  return rows.map((row) => {
    const places: Place[] = []
    const pending = [...row]
    let column = 0
    const rests = open.splice(0)
    for (;;) {
      const rest = rests.find(({ at }) => at === column)
      const cell = rest ? rest.cell : pending.shift()
      if (!cell) break
      const left = rest ? rest.left - 1 : cell.rows - 1
      if (left > 0) open.push({ cell, at: column, left })
      places.push({ cell, isRest: rest !== undefined })
      column += cell.columns
    }
    return places
  })
}

/** A table of a given width in twips, its head rows repeated on each page. */
export function tableXml(
  table: DocumentTable,
  width: number,
  slots: readonly DocumentSlot[],
  slotXml: SlotXml,
  next: NextId,
): string {
  const all = table.widths.reduce((sum, share) => sum + share, 0)
  const columns = table.widths.map((share) => Math.round((width * share) / all))
  const isSmall = table.rows.length <= MOST_KEPT
  const rows = gridRows(table).map((places, n) => {
    const isHead = n < table.heads
    const isKept = isHead || (isSmall && n < table.rows.length - 1)
    let column = 0
    const cells = places.map((place) => {
      const span = columns.slice(column, column + place.cell.columns)
      column += place.cell.columns
      const size = span.reduce((sum, each) => sum + each, 0)
      return cellXml(place, size, isKept, slots, slotXml, next)
    })
    const repeated = isHead ? '<w:tblHeader/>' : ''
    return `<w:tr><w:trPr><w:cantSplit/>${repeated}</w:trPr>${cells.join('')}</w:tr>`
  })
  const grid = columns.map((column) => `<w:gridCol w:w="${column}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function cellXml(
  { cell, isRest }: Place,
  width: number,
  isKept: boolean,
  slots: readonly DocumentSlot[],
  slotXml: SlotXml,
  next: NextId,
): string {
  const span = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : ''
  const merge = isRest ? '<w:vMerge/>' : cell.rows > 1 ? '<w:vMerge w:val="restart"/>' : ''
  const shade = cell.isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="F3F1EE"/>' : ''
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${shade}<w:vAlign w:val="center"/></w:tcPr>`
  const look = `${isKept ? '<w:keepNext/>' : ''}<w:jc w:val="${cell.align}"/>`
  const inner = isRest
    ? ''
    : cell.slot !== null && slots.some(({ id }) => id === cell.slot)
      ? slotXml(cell.slot)
      : runsXml(cell.runs, next)
  const style = cell.isHead ? 'TableHead' : 'TableText'
  return `<w:tc>${properties}${paragraphXml(style, inner, look)}</w:tc>`
}
