import { boardOf } from '#shared/boards/index.ts'
import { EXHIBITS } from '#reports/exhibits/index.ts'
import type { Shown } from '#reports/exhibits/define.ts'
import { nativeOf } from '#reports/native/of-exhibit.ts'
import { nativeSubtitle } from '#reports/native/rows.ts'
import type { Native, NativeChart, NativeTable } from '#reports/native/native.ts'
import type { PageId, Pages } from '#reports/pages.ts'
import { columnLetters } from '../ingest/cells.ts'
import { chartNumberLook, chartRows } from './chart-book.ts'
import type { SheetChart } from './drawing-parts.ts'
import type { Cell, SheetColumn } from './sheet-xml.ts'
import type { Sheet } from './workbook.ts'

/** Rows of a table under which its chart still has room, and rows between two blocks. */
const LEAST_ROWS = 16
const BETWEEN = 2
const ROW_HEIGHT = 20
/** Charts stand right of the widest table of numbers. */
const NUMBERS = 9
const CHART_WIDTH = 620
/** Rows that a printed page surely takes. */
const PAGE_ROWS = 46

interface Block {
  readonly shown: Shown
  readonly native: Native
}

/** The charts of a page, each beside its numbers; null where the page draws none. */
export function chartSheet(page: PageId, pages: Pages): Sheet | null {
  const blocks = Object.values(EXHIBITS).flatMap((exhibit): Block[] => {
    if (exhibit.page !== page) return []
    const shown = exhibit.show(pages)
    // Tables of words say what the sheets of figures say in numbers.
    if (!shown || shown.exhibit.kind === 'table') return []
    return [{ shown, native: nativeOf(shown.exhibit) }]
  })
  if (blocks.length === 0) return null
  const rows: Cell[][] = []
  const charts: SheetChart[] = []
  const shaded: string[] = []
  const starts: number[] = []
  for (const { shown, native } of blocks) {
    const at = rows.length
    starts.push(at)
    rows.push([titled(shown.title)], [noted(shown, native)])
    if (native.kind === 'chart') {
      rows.push(...numberRows(native))
      charts.push(chartBeside(native, shown, at, rows.length))
      padTo(rows, at + LEAST_ROWS + BETWEEN)
    } else {
      rows.push(...gridRows(native))
      const last = columnLetters(native.columns.length - 1)
      shaded.push(`B${at + 4}:${last}${rows.length}`)
    }
    padTo(rows, rows.length + BETWEEN)
  }
  async function* each() {
    yield rows
  }
  return {
    name: `${boardOf(page).label}图表`,
    columns: Array.from({ length: 32 }, (_, n): SheetColumn => ({
      width: n === 0 ? 30 : n < NUMBERS ? 11 : 7,
      look: 'plain',
      headLook: 'title',
    })),
    isLoose: true,
    shaded,
    charts,
    breaks: pageEnds([...starts, rows.length]),
    blocks: each(),
  }
}

/** No block is cut by the end of a page. */
function pageEnds(starts: readonly number[]): number[] {
  const ends: number[] = []
  for (const [n, start] of starts.entries())
    if ((starts[n + 1] ?? start) - (ends.at(-1) ?? 0) > PAGE_ROWS && start > 0) ends.push(start)
  return ends
}

const titled = (value: string): Cell => ({ value, look: 'title' })

const noted = ({ subtitle }: Shown, native: Native): string =>
  [nativeSubtitle(subtitle), ...unitOf(native), ...native.notes].join('。')

const unitOf = (native: Native): string[] =>
  native.kind === 'chart' && native.unit !== '' ? [`数的单位：${native.unit}`] : []

function numberRows(chart: NativeChart): Cell[][] {
  const look = chartNumberLook(chart)
  const [head = [], ...rest] = chartRows(chart)
  return [
    head.map((value) => ({ value, look: 'head' })),
    ...rest.map(([name = null, ...numbers]) => [
      name,
      ...numbers.map((value) => ({ value, look })),
    ]),
  ]
}

function chartBeside(chart: NativeChart, { title }: Shown, at: number, end: number): SheetChart {
  const rows = Math.max(LEAST_ROWS, Math.min(24, end - at))
  return {
    chart,
    title,
    place: { row: at + 3, column: 0 },
    at: { column: NUMBERS + 1, row: at },
    size: { width: CHART_WIDTH, height: rows * ROW_HEIGHT },
  }
}

function gridRows({ columns, rows }: NativeTable): Cell[][] {
  return [
    columns.map((value) => ({ value, look: 'head' })),
    ...rows.map(([name, ...cells]) => [
      name?.text ?? '',
      ...cells.map(({ text }) => (/^\d+$/.test(text) ? Number(text) : text)),
    ]),
  ]
}

function padTo(rows: Cell[][], length: number): void {
  while (rows.length < length) rows.push([])
}
