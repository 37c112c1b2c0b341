import type { Marks } from '#shared/contract/boards.ts'
import { valueWords } from '#shared/headlines/figure-words.ts'
import type { Unit } from '#shared/metrics/define.ts'
import { monthLabel } from '#shared/time/words.ts'
import type { ChartOption } from './echarts.ts'
import { FLAG_AXIS, monthBands } from './month-flags.ts'
import { markedMonths, NO_MARKS } from './month-marks.ts'
import { textWidth } from './text.ts'
import type { ChartTheme } from './theme.ts'

export interface MonthsLook {
  /** Months without 月, for narrow charts. */
  readonly hasShortLabels?: boolean
  /** Months set in bold on the axis: those of the period shown. */
  readonly chosen?: readonly string[]
  /** About how many steps the value axis has; five unless said. */
  readonly steps?: number
  /** Notes and 重保期, drawn at the months they fall in. */
  readonly marks?: Marks
  /** Pixels across, where they are known: then months are named as far as they have room, chosen ones first. */
  readonly width?: number
  /** Each month's whole in numbers above its bar: there is room on a slide. */
  readonly hasTotals?: boolean
}

interface Plane {
  readonly unit: Unit
  readonly months: readonly string[]
  /** The highest value drawn; the value axis makes room for its label. */
  readonly highest: number
}

/** Where the plane lies in its box, in pixels from each side: known before anything is measured. */
export function monthGrid(
  { unit, months, highest }: Plane,
  { marks = NO_MARKS, hasTotals = false }: MonthsLook,
) {
  return {
    left: axisWidth(unit, highest),
    right: 2,
    top: (hasFlags(months, marks) ? 18 : 10) + (hasTotals ? 16 : 0),
    bottom: 24,
  }
}

/** Twelve months across and values from zero up, with the 重保期 of the months behind. */
export function monthAxes(plane: Plane, theme: ChartTheme, look: MonthsLook): ChartOption {
  const { unit, months } = plane
  const { marks = NO_MARKS } = look
  const grid = monthGrid(plane, look)
  const named = namedMonths(months, look, (look.width ?? Infinity) - grid.left - grid.right)
  return {
    animation: false,
    // Only for the hatching of months that are not over; the page names the chart itself.
    aria: { enabled: true, label: { enabled: false }, decal: { show: false } },
    textStyle: { fontFamily: theme.font },
    // Margins are known beforehand: having ECharts measure every label doubles the drawing time.
    grid: { ...grid, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: [...months],
      ...monthBands(months, marks, theme),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.ink3 } },
      axisLabel: {
        interval: 0,
        hideOverlap: true,
        color: theme.ink2,
        fontSize: LABEL,
        formatter: (month: string) => (named.has(month) ? monthName(month, look) : ''),
        rich: { chosen: { color: theme.ink, fontWeight: 600, fontSize: LABEL } },
      },
    },
    yAxis: hasFlags(months, marks)
      ? [valueAxis(unit, theme, look), FLAG_AXIS]
      : valueAxis(unit, theme, look),
  }
}

const hasFlags = (months: readonly string[], marks: Marks): boolean =>
  markedMonths(months, marks).some(({ notes }) => notes > 0)

function valueAxis(unit: Unit, theme: ChartTheme, { steps = 5 }: MonthsLook) {
  return {
    type: 'value',
    min: 0,
    splitNumber: steps,
    ...leastStep(unit),
    splitLine: { lineStyle: { color: theme.rule } },
    axisLabel: {
      color: theme.ink2,
      fontSize: 11,
      formatter: (value: number) => axisText(value, unit),
    },
  } satisfies ChartOption['yAxis']
}

/** Whole things are counted in ones: between 0 and 1 there is no step. */
function leastStep(unit: Unit): { minInterval?: number } {
  const isFraction = unit === 'ratio' || unit === 'points' || unit === 'stopRate'
  return isFraction ? {} : { minInterval: 1 }
}

/** The months that are named within pixels across: those chosen before the others, the latest of them first. */
export function namedMonths(
  months: readonly string[],
  look: Pick<MonthsLook, 'hasShortLabels' | 'chosen'>,
  across: number,
): ReadonlySet<string> {
  const { chosen = [] } = look
  const each = across / Math.max(1, months.length)
  const half = (month: string): number => textWidth(plainName(month, look), LABEL) / 2
  const order = [
    ...months.filter((month) => chosen.includes(month)).reverse(),
    ...months.filter((month) => !chosen.includes(month)),
  ]
  const named = new Set<string>()
  for (const month of order) {
    const isFree = [...named].every((other) => {
      const apart = Math.abs(months.indexOf(month) - months.indexOf(other)) * each
      return apart >= half(month) + half(other) + LABEL_GAP
    })
    if (isFree) named.add(month)
  }
  return named
}

const [LABEL, LABEL_GAP] = [12, 2]

const plainName = (month: string, { hasShortLabels = false }: MonthsLook): string =>
  hasShortLabels ? String(Number(month.slice(5))) : monthLabel(month)

function monthName(month: string, look: MonthsLook): string {
  const { chosen = [] } = look
  const name = plainName(month, look)
  return chosen.includes(month) ? `{chosen|${name}}` : name
}

/** Room for the widest label of the value axis, which is no wider than the highest value's. */
function axisWidth(unit: Unit, highest: number): number {
  return 16 + 7 * axisText(highest * 1.2, unit).length
}

function axisText(value: number, unit: Unit): string {
  // The scale's own ends and steps may fall between two 分, which no amount does.
  const words = valueWords(unit === 'money' ? Math.round(value) : value, unit)
  // Of lengths only those below a minute need their unit; the subtitle names all other units.
  const isBare = unit !== 'ratio' && (unit !== 'duration' || value === 0)
  return `${words.text.replace(/\.0+$/, '')}${isBare ? '' : words.unit}`
}
