import type { BarSeriesOption } from 'echarts/charts'
import type { ChartOption } from './echarts.ts'
import { lastYear } from './last-year.ts'
import { monthAxes, type MonthsLook } from './month-axes.ts'
import { noteFlags } from './month-flags.ts'
import { NO_MARKS } from './month-marks.ts'
import type { Stack } from './stack.ts'
import type { ChartTheme } from './theme.ts'

/** Bars of parts month by month, from zero up, with last year's whole as a dashed line. */
export function stackedBars(stack: Stack, theme: ChartTheme, look: MonthsLook = {}): ChartOption {
  const { unit, months } = stack
  return {
    ...monthAxes({ unit, months, highest: highestOf(stack) }, theme, look),
    series: [
      ...bars(stack, theme),
      ...lastYear(stack.before, theme),
      ...noteFlags(months, look.marks ?? NO_MARKS, theme),
    ],
  }
}

const HATCH = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: Math.PI / 4,
} satisfies NonNullable<BarSeriesOption['itemStyle']>['decal']

function bars({ series, partial }: Stack, theme: ChartTheme): BarSeriesOption[] {
  return series.map(({ label, colour, values }) => ({
    type: 'bar',
    name: label,
    stack: 'parts',
    barMaxWidth: 30,
    barCategoryGap: '46%',
    cursor: 'pointer',
    itemStyle: { color: colour },
    data: values.map((value, i) =>
      partial[i]
        ? { value, itemStyle: { opacity: 0.75, decal: { ...HATCH, color: theme.surface } } }
        : value,
    ),
  }))
}

/** The highest month of this year or the last. */
export function highestOf({ series, before, months }: Stack): number {
  const totals = months.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))
  return Math.max(0, ...totals, ...before.map((value) => value ?? 0))
}
