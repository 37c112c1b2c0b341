import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import { valueLine, valueWords } from '#shared/headlines/figure-words.ts'
import { monthLabel } from '#shared/time/words.ts'
import type { ChartOption } from './echarts.ts'
import type { Stack } from './stack.ts'
import type { ChartTheme } from './theme.ts'

export interface BarsLook {
  /** Months without 月, for narrow charts. */
  readonly hasShortLabels?: boolean
  /** Months set in bold on the axis: those of the period shown. */
  readonly chosen?: readonly string[]
}

/** Bars of parts month by month, from zero up, with last year's whole as a dashed line. */
export function stackedBars(stack: Stack, theme: ChartTheme, look: BarsLook = {}): ChartOption {
  const { unit, months } = stack
  return {
    animation: false,
    // Only for the hatching of months that are not over; the page names the chart itself.
    aria: { enabled: true, label: { enabled: false }, decal: { show: false } },
    textStyle: { fontFamily: theme.font },
    // Margins are known beforehand: having ECharts measure every label doubles the drawing time.
    grid: { left: axisWidth(stack), right: 2, top: 10, bottom: 24, outerBoundsMode: 'none' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      order: 'seriesDesc',
      textStyle: { color: theme.ink, fontSize: 12 },
      valueFormatter: (value) => (typeof value === 'number' ? valueLine(value, unit) : '—'),
    },
    xAxis: {
      type: 'category',
      data: [...months],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.ink3 } },
      axisLabel: {
        interval: 0,
        hideOverlap: true,
        color: theme.ink2,
        fontSize: 12,
        formatter: (month: string) => monthName(month, look),
        rich: { chosen: { color: theme.ink, fontWeight: 600, fontSize: 12 } },
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 5,
      splitLine: { lineStyle: { color: theme.rule } },
      axisLabel: {
        color: theme.ink2,
        fontSize: 11,
        formatter: (value: number) => axisText(value, unit),
      },
    },
    series: [...bars(stack, theme), ...lastYear(stack, theme)],
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

function lastYear({ before }: Stack, theme: ChartTheme): LineSeriesOption[] {
  if (before.every((value) => value === null)) return []
  return [
    {
      type: 'line',
      name: '上年同月',
      data: [...before],
      showSymbol: false,
      connectNulls: false,
      itemStyle: { color: theme.ink },
      lineStyle: { color: theme.ink, width: 1.4, type: 'dashed' },
    },
  ]
}

function monthName(month: string, { hasShortLabels = false, chosen = [] }: BarsLook): string {
  const name = hasShortLabels ? String(Number(month.slice(5))) : monthLabel(month)
  return chosen.includes(month) ? `{chosen|${name}}` : name
}

/** Room for the widest label of the value axis, which is no wider than the highest bar's. */
function axisWidth({ unit, series, before, months }: Stack): number {
  const totals = months.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))
  const highest = Math.max(...totals, ...before.map((value) => value ?? 0))
  return 16 + 7 * axisText(highest * 1.2, unit).length
}

function axisText(value: number, unit: Stack['unit']): string {
  const words = valueWords(value, unit)
  return `${words.text.replace(/\.0+$/, '')}${unit === 'ratio' ? '%' : ''}`
}
