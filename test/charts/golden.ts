import path from 'node:path'
import { chartSvg, type ChartOption } from '#charts/echarts.ts'

/** Where a drawing is kept. `vitest -u` accepts a new one: look at it first. */
export const goldenFile = (name: string): string =>
  path.join(import.meta.dirname, '../golden/charts', `${name}.svg`)

/** The drawing without the counters that ECharts gives each one, an element a line. */
export function drawingOf(option: ChartOption, width: number, height: number): string {
  const svg = chartSvg(option, width, height).replaceAll(/zr\d+-/g, 'zr-')
  return `${svg.replaceAll('><', '>\n<').trim()}\n`
}
