import path from 'node:path'
import { chartSvg, type ChartOption } from '#charts/echarts.ts'

/** Where a drawing is kept. `vitest -u` accepts a new one: look at it first. */
export const goldenFile = (name: string): string =>
  path.join(import.meta.dirname, '../golden/charts', `${name}.svg`)

/** The drawing, its styles counted from its own first, an element a line. */
export function drawingOf(option: ChartOption, width: number, height: number): string {
  // ECharts counts drawings and their styles through the whole process.
  const svg = chartSvg(option, width, height).replaceAll(/zr\d+-/g, 'zr-')
  const first = Math.min(...[...svg.matchAll(STYLE)].map(([, number]) => Number(number)))
  const own = svg.replaceAll(STYLE, (_, number) => `zr-cls-${Number(number) - first}`)
  return `${own.replaceAll('><', '>\n<').trim()}\n`
}

const STYLE = /zr-cls-(\d+)/g
