import type { Answer } from '#shared/contract/figures.ts'
import { percentText, valueLine } from '#shared/headlines/figure-words.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import type { Unit } from '#shared/metrics/define.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { metricOf } from '#shared/metrics/index.ts'
import type { ChartOption } from './echarts.ts'
import { figureCell } from './stack.ts'
import type { ChartTable } from './table.ts'
import type { ChartTheme } from './theme.ts'

export interface Ranking {
  readonly unit: Unit
  /** Largest first; the rest of them together come last. */
  readonly rows: readonly RankedPart[]
}

export interface RankedPart {
  readonly label: string
  readonly value: number
  /** All that did not get a row of their own. */
  readonly isRest: boolean
}

const MOST_ROWS = 10

/**
 * The parts of an answer by size, those without a figure left out. Past `most` the small ones
 * become one row; of rates, which do not add up, they stay in the table only.
 */
export function rankingOf({ metric, parts }: Answer, most = MOST_ROWS): Ranking {
  const { unit } = metricOf(metric)
  const ranked = parts
    .flatMap((part) => {
      const value = valueOf(part.figure)
      return value === null ? [] : [{ label: partWord(metric, part.value), value, isRest: false }]
    })
    .sort((a, b) => b.value - a.value)
  if (ranked.length <= most || unit === 'ratio') return { unit, rows: ranked.slice(0, most) }
  const rest = ranked.slice(most - 1)
  const value = rest.reduce((sum, row) => sum + row.value, 0)
  const label = `其他 ${rest.length} 项`
  return { unit, rows: [...ranked.slice(0, most - 1), { label, value, isRest: true }] }
}

const ROW_HEIGHT = 30

/** How high a box the rows need, in pixels. */
export const rankingHeight = ({ rows }: Ranking): number => Math.max(1, rows.length) * ROW_HEIGHT

/** Horizontal bars from zero, largest on top, each with its value at its end. */
export function ranking({ unit, rows }: Ranking, theme: ChartTheme): ChartOption {
  const [colour = theme.ink, last = theme.ink3] = [theme.parts[0], theme.parts.at(-1)]
  const words = rows.map(({ value }) => valueLine(value, unit))
  return {
    animation: false,
    textStyle: { fontFamily: theme.font },
    grid: {
      left: LABEL_WIDTH + 8,
      right: 12 + 8 * Math.max(1, ...words.map(({ length }) => length)),
      top: 0,
      bottom: 0,
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', min: 0, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: {
        interval: 0,
        color: theme.ink,
        fontSize: 13,
        width: LABEL_WIDTH,
        overflow: 'truncate',
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: 14,
        cursor: 'pointer',
        label: {
          show: true,
          position: 'right',
          color: theme.ink,
          fontSize: 12,
          formatter: ({ dataIndex }) => words[dataIndex] ?? '',
        },
        data: rows.map(({ value, isRest }) => ({
          value,
          itemStyle: { color: isRest ? last : colour },
        })),
      },
    ],
  }
}

const LABEL_WIDTH = 120

/** Every part, none folded, with its share of the whole; what has no figure says why. */
export function rankingTable({ metric, figure, parts }: Answer): ChartTable {
  const { label, unit, formula } = metricOf(metric)
  const whole = formula.kind === 'sum' || formula.kind === 'last' ? valueOf(figure) : null
  const sorted = [...parts].sort((a, b) => (valueOf(b.figure) ?? -1) - (valueOf(a.figure) ?? -1))
  return {
    columns: ['分项', label, ...(whole ? ['占比'] : [])],
    rows: sorted.map((part) => {
      const value = valueOf(part.figure)
      const share = whole && value !== null ? `${percentText(value / whole)}%` : '—'
      const cells = [partWord(metric, part.value), figureCell(part.figure, unit)]
      return whole ? [...cells, share] : cells
    }),
  }
}
