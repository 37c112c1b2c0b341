import type { LineSeriesOption } from 'echarts/charts'
import type { Answer } from '#shared/contract/figures.ts'
import type { Unit } from '#shared/metrics/define.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { monthLabel } from '#shared/time/words.ts'
import type { ChartOption } from './echarts.ts'
import { isAlone, lastYear } from './last-year.ts'
import { monthAxes, type MonthsLook } from './month-axes.ts'
import { noteFlags } from './month-flags.ts'
import { markColumn, NO_MARKS } from './month-marks.ts'
import { beforeCell, figureCell } from './stack.ts'
import type { ChartTable } from './table.ts'
import type { ChartTheme } from './theme.ts'

/** A year's months as one line, for rates and what runs up from 1 January; null is a gap. */
export interface Line {
  readonly label: string
  readonly unit: Unit
  readonly months: readonly string[]
  /** Months that are not over, or not wholly covered. */
  readonly partial: readonly boolean[]
  readonly values: readonly (number | null)[]
  /** The same month last year. */
  readonly before: readonly (number | null)[]
}

/** The months of an answer as one line, whatever its parts. */
export function lineOf({ metric, months, monthsBefore }: Answer): Line {
  const { label, unit } = metricOf(metric)
  return {
    label,
    unit,
    months: months.map(({ at }) => at),
    partial: months.map(({ figure }) => figure.state === 'counted' && !figure.complete),
    values: months.map(({ figure }) => valueOf(figure)),
    before: monthsBefore.map(({ figure }) => valueOf(figure)),
  }
}

/** One line from zero up with last year's beside it; a month that is not over ends in a hollow dot. */
export function lines(line: Line, theme: ChartTheme, look: MonthsLook = {}): ChartOption {
  const { unit, months, before } = line
  const highest = highestOfLine(line)
  return {
    ...monthAxes({ unit, months, highest }, theme, look),
    series: [
      thisYear(line, theme),
      ...lastYear(before, theme),
      ...noteFlags(months, look.marks ?? NO_MARKS, theme),
    ],
  }
}

/** The highest month of this year or the last. */
export const highestOfLine = ({ values, before }: Line): number =>
  Math.max(0, ...[...values, ...before].map((value) => value ?? 0))

function thisYear({ label, values, partial }: Line, { parts, ink }: ChartTheme): LineSeriesOption {
  const colour = parts[0] ?? ink
  const last = values.findLastIndex((value) => value !== null)
  return {
    type: 'line',
    name: label,
    symbol: 'none',
    symbolSize: 7,
    connectNulls: false,
    cursor: 'pointer',
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 2 },
    data: values.map((value, i) => {
      if (value === null) return null
      if (partial[i]) return { value, symbol: 'emptyCircle' }
      return i === last || isAlone(values, i) ? { value, symbol: 'circle' } : value
    }),
  }
}

/** The same figures as text; a missing one says why. */
export function lineTable(
  { months, monthsBefore }: Answer,
  { label, unit, partial }: Line,
  marks = NO_MARKS,
): ChartTable {
  const said = markColumn(
    months.map(({ at }) => at),
    marks,
  )
  return {
    columns: ['月份', label, '上年同月', ...(said ? ['说明'] : [])],
    rows: months.map(({ at, figure }, i) => [
      `${monthLabel(at)}${partial[i] ? '（未满）' : ''}`,
      figureCell(figure, unit),
      beforeCell(monthsBefore[i]?.figure, unit),
      ...(said ? [said[i] ?? ''] : []),
    ]),
  }
}
