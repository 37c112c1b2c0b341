import type { NativeChart } from '#reports/native/native.ts'
import type { Look, SheetColumn, Value } from './sheet-xml.ts'
import { workbook } from './workbook.ts'

/** The sheet of a chart's own numbers. */
export const CHART_SHEET = '数据'

/** A chart's numbers as rows: the names of its series, then a row a category; a gap is an empty cell. */
export const chartRows = ({ categoryName, categories, series }: NativeChart): Value[][] => [
  [categoryName, ...series.map(({ label }) => label)],
  ...categories.map((category, at) => [
    category,
    ...series.map(({ values }) => values[at] ?? null),
  ]),
]

/** How a spreadsheet writes a chart's numbers. */
export function chartNumberLook({ format: { label } }: NativeChart): Look {
  if (label.endsWith('%')) return 'percent'
  if (label === '#,##0.00') return 'money'
  return label.startsWith('#,##0') ? 'whole' : 'decimal'
}

/** The workbook that a chart on a slide is edited in. */
export async function chartBook(chart: NativeChart): Promise<Uint8Array> {
  const look = chartNumberLook(chart)
  const column = (width: number, own: Look): SheetColumn => ({ width, look: own, headLook: 'head' })
  const columns = [column(22, 'plain'), ...chart.series.map(() => column(12, look))]
  async function* blocks() {
    yield chartRows(chart)
  }
  const stream = workbook([{ name: CHART_SHEET, columns, blocks: blocks() }])
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
