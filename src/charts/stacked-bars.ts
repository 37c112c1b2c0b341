import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import { valueWords } from '#shared/headlines/figure-words.ts'
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
      ...(look.hasTotals ? [totals(stack, theme)] : []),
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

/** What each month's parts come to; null where none is known. */
const wholesOf = ({ series, months }: Stack): (number | null)[] =>
  months.map((_, i) => {
    const parts = series.flatMap(({ values }) => values[i] ?? [])
    return parts.length === 0 ? null : parts.reduce((sum, value) => sum + value, 0)
  })

/** Numbers above the bars: a line of which nothing is drawn but its labels. */
function totals(stack: Stack, theme: ChartTheme): LineSeriesOption {
  const wholes = wholesOf(stack)
  return {
    type: 'line',
    name: '合计',
    silent: true,
    symbolSize: 1,
    showAllSymbol: true,
    lineStyle: { width: 0 },
    // Not by its opacity, which the labels would take over.
    itemStyle: { color: 'transparent' },
    label: {
      show: true,
      position: 'top',
      distance: 3,
      color: theme.ink,
      fontSize: 12,
      fontWeight: 600,
      textBorderColor: theme.surface,
      textBorderWidth: 3,
      formatter: ({ dataIndex }) => {
        const whole = wholes[dataIndex] ?? null
        return whole === null ? '' : valueWords(whole, stack.unit).text
      },
    },
    data: wholes,
    z: 5,
  }
}

/** The highest month of this year or the last. */
export function highestOf(stack: Stack): number {
  return Math.max(0, ...[...wholesOf(stack), ...stack.before].map((value) => value ?? 0))
}
