import type { LineSeriesOption } from 'echarts/charts'
import type { Marks } from '#shared/contract/boards.ts'
import type { ChartOption } from './echarts.ts'
import { markedMonths } from './month-marks.ts'
import type { ChartTheme } from './theme.ts'

/** The ground of months that a 重保期 falls on, as part of their axis; nothing without any. */
export function monthBands(months: readonly string[], marks: Marks, theme: ChartTheme) {
  const marked = markedMonths(months, marks)
  if (!marked.some(({ hasBand }) => hasBand)) return {}
  const color = marked.map(({ hasBand }) => (hasBand ? theme.band : 'transparent'))
  return { splitArea: { show: true, areaStyle: { color } } }
}

/** A flag above each month with notes, with their number where there are several. */
export function noteFlags(
  months: readonly string[],
  marks: Marks,
  theme: ChartTheme,
): LineSeriesOption[] {
  const counts = markedMonths(months, marks).map(({ notes }) => notes)
  if (counts.every((count) => count === 0)) return []
  return [
    {
      type: 'line',
      name: '注记',
      // An axis of its own from 0 to 1: flags stand on the upper edge whatever the values are.
      yAxisIndex: 1,
      clip: false,
      showAllSymbol: true,
      symbol: 'path://M0 0h10l-5 8z',
      symbolSize: [10, 8],
      symbolOffset: [0, -6],
      lineStyle: { width: 0 },
      itemStyle: { color: theme.note, opacity: 1 },
      label: {
        show: true,
        position: 'right',
        distance: 2,
        color: theme.ink2,
        fontSize: 11,
        formatter: ({ dataIndex }) => countText(counts[dataIndex] ?? 0),
      },
      data: counts.map((count) => (count > 0 ? 1 : null)),
    },
  ]
}

/** Keys for the kinds of marks drawn on months. */
export function monthKeys(
  months: readonly string[],
  marks: Marks,
  theme: ChartTheme,
): { readonly label: string; readonly colour: string; readonly shape?: 'flag' }[] {
  const marked = markedMonths(months, marks)
  return [
    ...(marked.some(({ hasBand }) => hasBand)
      ? [{ label: '重保期所在月', colour: theme.band }]
      : []),
    ...(marked.some(({ notes }) => notes > 0)
      ? [{ label: '注记', colour: theme.note, shape: 'flag' as const }]
      : []),
  ]
}

/** The number beside a flag: one note needs none. */
export const countText = (count: number): string => (count > 1 ? String(count) : '')

/** The axis that flags stand on, beside the axis of values. */
export const FLAG_AXIS = {
  type: 'value',
  min: 0,
  max: 1,
  show: false,
} satisfies ChartOption['yAxis']
