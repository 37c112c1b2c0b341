import type { Block, DocumentTable, ReportDocument, Run } from '#shared/contract/documents.ts'
import { LINES, layoutOf, textWidth, type Style } from './layout.ts'

/** Width of a text set in letters of `size`: signs of Latin script and digits take half a square. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2000 ? size * 0.5 : size), 0)

const wordsOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      if (run.kind === 'note') return ''
      return run.kind === 'figure' && run.mark !== '' ? `${run.text}（${run.mark}）` : run.text
    })
    .join('')

/** Lines of a text within a width; each typed line begins anew. */
const linesOf = (text: string, width: number, size: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line, size) / width)), 0)

/**
 * The page each heading stands on, from 1: laid out with the line heights that the styles fix, so
 * that the contents page is filled before anybody opens the file. The reader may have it counted
 * anew (F9 in Word); another font changes a page at most where a line is nearly full.
 */
export function headingPages(document: ReportDocument): number[] {
  const layout = layoutOf(document)
  const width = textWidth(layout)
  const height = layout.pageHeight - layout.margin.top - layout.margin.bottom
  const pages: number[] = []
  let page = document.hasContents ? 2 : 1
  let used = 0
  const put = (size: number, with_ = 0): void => {
    if (used > 0 && used + size + with_ > height) {
      page += 1
      used = 0
    }
    used += size
  }
  const note = (runs: readonly Run[]): number =>
    runs.reduce((sum, run) => {
      if (run.kind !== 'note') return sum
      const text = document.notes[run.number - 1] ?? ''
      return (
        sum + linesOf(`${run.number} ${text}`, width, LINES.Footnote.size) * LINES.Footnote.line
      )
    }, 0)
  const textSize = (text: string, style: Style, indent = 0): number => {
    const { line, size, around } = LINES[style]
    return linesOf(text, width - indent, size) * line + around
  }
  const block = (each: Block): void => {
    switch (each.kind) {
      case 'heading': {
        const style = HEADINGS[each.level - 1] ?? 'Heading4'
        put(textSize(each.text, style), LINES.Body.line * 2)
        pages.push(page)
        return
      }
      case 'paragraph': {
        const style = each.isQuiet ? 'Quiet' : 'Body'
        put(textSize(`　　${wordsOf(each.runs)}`, style) + note(each.runs))
        return
      }
      case 'slot': {
        const text = document.slots.find(({ id }) => id === each.id)?.text ?? ''
        put(textSize(`　　${each.lead}${text || PLACEHOLDER}`, 'Body'))
        return
      }
      case 'break':
        page += 1
        used = 0
        return
      case 'table':
        for (const size of tableSizes(each, width, note)) put(size)
        used += GAP
    }
  }
  for (const each of document.blocks) block(each)
  return pages
}

const PLACEHOLDER = '（待填写）'
/** What stands between a table and what follows. */
const GAP = 160
const HEADINGS = ['Heading1', 'Heading2', 'Heading3', 'Heading4'] as const
/** Tables of so few rows stay whole on a page. */
export const MOST_KEPT = 14

/** Heights of a table's rows, its caption with the first. */
function tableSizes(
  { caption, widths, rows, heads }: DocumentTable,
  width: number,
  note: (runs: readonly Run[]) => number,
): number[] {
  const { line, size, around } = LINES.TableText
  const all = widths.reduce((sum, share) => sum + share, 0)
  const sizes = rows.map((row) => {
    let column = 0
    const lines = row.map(({ runs, columns }) => {
      const shares = widths.slice(column, column + columns).reduce((sum, share) => sum + share, 0)
      column += columns
      return linesOf(wordsOf(runs), (width * shares) / all - 160, size)
    })
    return (
      Math.max(1, ...lines) * line + around + row.reduce((sum, { runs }) => sum + note(runs), 0)
    )
  })
  const top = sizes.slice(0, heads).reduce((sum, each) => sum + each, 0)
  const titled = caption === '' ? 0 : LINES.Caption.line + LINES.Caption.around
  const first = titled + top + (sizes[heads] ?? 0)
  const rest = sizes.slice(heads + 1)
  return rows.length <= MOST_KEPT
    ? [rest.reduce((sum, each) => sum + each, first)]
    : [first, ...rest]
}
