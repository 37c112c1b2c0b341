import { textWidth } from '#charts/text.ts'
import { LIGHT } from '#charts/theme.ts'
import type { NativeChart, NativeSeries } from '#reports/native/native.ts'
import { textLook, type ChartLook } from './chart-look.ts'

/** Room for a key before its word, and for the gap behind it, in ems. */
const KEY_EMS = 6

const shownOf = ({ series }: NativeChart): NativeSeries[] => {
  const shown = series.filter(({ draw }) => draw !== 'labels')
  return shown.length < 2 ? [] : shown
}

/** What the keys take of the width, and of the height from the top, each a share of one. */
function legendSize(chart: NativeChart, { fontSize, width, height }: ChartLook) {
  const needed = shownOf(chart).reduce(
    (sum, { label }) => sum + textWidth(label, fontSize) + KEY_EMS * fontSize,
    0,
  )
  const lines = Math.ceil(needed / width)
  return {
    width: Math.min(1, needed / width),
    height: Math.min(0.5, (lines * fontSize * 1.8) / height),
  }
}

const placed = (x: number, y: number, width: number, height: number): string =>
  `<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>${[
    ['x', x],
    ['y', y],
    ['w', width],
    ['h', height],
  ]
    .map(([name, share]) => `<c:${name} val="${Number(share).toFixed(4)}"/>`)
    .join('')}</c:manualLayout></c:layout>`

/** The plot and its axes lie below the keys, however many lines those take. */
export function plotPlace(chart: NativeChart, look: ChartLook): string {
  const { height } = legendSize(chart, look)
  // The number over the highest mark stands above the plot where that ends there.
  const top = height + (1.2 * look.fontSize) / look.height
  return placed(0, top, 1, 1 - top)
}

/** Keys over the chart from its left edge on; none for one series, and none for what only writes numbers. */
export function legend(chart: NativeChart, look: ChartLook): string {
  const { series } = chart
  if (shownOf(chart).length === 0) return ''
  const { width, height } = legendSize(chart, look)
  const hidden = series.flatMap(({ draw }, n) =>
    draw === 'labels'
      ? [`<c:legendEntry><c:idx val="${n}"/><c:delete val="1"/></c:legendEntry>`]
      : [],
  )
  return `<c:legend><c:legendPos val="t"/>${hidden.join('')}${placed(0, 0, width, height)}<c:overlay val="0"/><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${textLook('defRPr', look, { colour: LIGHT.ink2 })}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:legend>`
}
