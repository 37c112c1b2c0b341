import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  type AriaComponentOption,
  type GridComponentOption,
} from 'echarts/components'
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, AriaComponent, SVGRenderer])

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | AriaComponentOption
>

export type Chart = EChartsType

/** A chart in a box of the page, drawn as SVG so that it prints and exports sharp. */
export const drawChart = (box: Parameters<typeof init>[0]): Chart =>
  init(box, null, { renderer: 'svg' })

/** The drawing as SVG text, without a page: for tests and files. */
export function chartSvg(option: ChartOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(option)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}
