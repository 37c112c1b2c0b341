import { valueLine, valueWords } from '#shared/headlines/figure-words.ts'
import type { Unit } from '#shared/metrics/define.ts'
import { monthLabel } from '#shared/time/words.ts'
import type { ChartOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'

export interface MonthsLook {
  /** Months without 月, for narrow charts. */
  readonly hasShortLabels?: boolean
  /** Months set in bold on the axis: those of the period shown. */
  readonly chosen?: readonly string[]
}

interface Plane {
  readonly unit: Unit
  readonly months: readonly string[]
  /** The highest value drawn; the value axis makes room for its label. */
  readonly highest: number
  readonly pointer: 'shadow' | 'line'
}

/** Twelve months across, values from zero up, and the words shown over a month. */
export function monthAxes(plane: Plane, theme: ChartTheme, look: MonthsLook): ChartOption {
  const { unit, months, pointer } = plane
  return {
    animation: false,
    // Only for the hatching of months that are not over; the page names the chart itself.
    aria: { enabled: true, label: { enabled: false }, decal: { show: false } },
    textStyle: { fontFamily: theme.font },
    // Margins are known beforehand: having ECharts measure every label doubles the drawing time.
    grid: { left: axisWidth(plane), right: 2, top: 10, bottom: 24, outerBoundsMode: 'none' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: pointer },
      confine: true,
      order: 'seriesDesc',
      backgroundColor: theme.surface,
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
      ...leastStep(unit),
      splitLine: { lineStyle: { color: theme.rule } },
      axisLabel: {
        color: theme.ink2,
        fontSize: 11,
        formatter: (value: number) => axisText(value, unit),
      },
    },
  }
}

/** Whole things are counted in ones: between 0 and 1 there is no step. */
function leastStep(unit: Unit): { minInterval?: number } {
  const isFraction = unit === 'ratio' || unit === 'points' || unit === 'stopRate'
  return isFraction ? {} : { minInterval: 1 }
}

function monthName(month: string, { hasShortLabels = false, chosen = [] }: MonthsLook): string {
  const name = hasShortLabels ? String(Number(month.slice(5))) : monthLabel(month)
  return chosen.includes(month) ? `{chosen|${name}}` : name
}

/** Room for the widest label of the value axis, which is no wider than the highest value's. */
function axisWidth({ unit, highest }: Plane): number {
  return 16 + 7 * axisText(highest * 1.2, unit).length
}

function axisText(value: number, unit: Unit): string {
  // The scale's own ends and steps may fall between two 分, which no amount does.
  const words = valueWords(unit === 'money' ? Math.round(value) : value, unit)
  return `${words.text.replace(/\.0+$/, '')}${unit === 'ratio' ? '%' : ''}`
}
