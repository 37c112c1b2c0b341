import type { LineSeriesOption } from 'echarts/charts'
import type { ChartTheme } from './theme.ts'

/** The same months a year earlier as a dashed ink line; nothing where none of them is known. */
export function lastYear(
  before: readonly (number | null)[],
  theme: ChartTheme,
): LineSeriesOption[] {
  if (before.every((value) => value === null)) return []
  return [
    {
      type: 'line',
      name: '上年同月',
      data: before.map((value, i) => (isAlone(before, i) ? { value, symbol: 'circle' } : value)),
      symbol: 'none',
      symbolSize: 4,
      connectNulls: false,
      itemStyle: { color: theme.ink },
      lineStyle: { color: theme.ink, width: 1.4, type: 'dashed' },
    },
  ]
}

/** A known value between two gaps: a line through it alone would not be seen. */
export const isAlone = (values: readonly (number | null)[], i: number): boolean =>
  typeof values[i] === 'number' &&
  typeof values[i - 1] !== 'number' &&
  typeof values[i + 1] !== 'number'
