import { lineOf } from '#charts/lines.ts'
import { stackOf } from '#charts/stack.ts'
import { LIGHT } from '#charts/theme.ts'
import type { Answer } from '#shared/contract/figures.ts'
import { figureLine } from '#shared/headlines/figure-text.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { monthLabel } from '#shared/time/words.ts'
import type { Mark, NativeChart, NativeSeries } from './native.ts'
import { numberScale, scaled, type NumberScale } from './number-scale.ts'

const LAST_YEAR = '上年同月'

/** Months of parts standing on one another, last year's whole dashed, their whole written above. */
export function nativeStack(answer: Answer): NativeChart {
  const stack = stackOf(answer, LIGHT)
  const wholes = answer.months.map(({ figure }) => valueOf(figure))
  const scale = scaleOf(answer, [...wholes, ...stack.before])
  const marks = marksOf(stack.partial)
  const hasParts = stack.series.length > 1
  const parts = stack.series.map(({ label, colour, values }) => ({
    ...series(label, colour, values, scale),
    draw: 'bar' as const,
    marks,
    isLabelled: !hasParts,
  }))
  const whole: NativeSeries = {
    ...series('合计', LIGHT.ink, wholes, scale),
    draw: 'labels',
    isLabelled: true,
  }
  return {
    ...monthsChart(answer, scale),
    isStacked: hasParts,
    series: [...parts, ...lastYear(stack.before, scale), ...(hasParts ? [whole] : [])],
  }
}

/** One line of months with last year's dashed beside it. */
export function nativeLines(answer: Answer): NativeChart {
  const { label, values, before, partial } = lineOf(answer)
  const scale = scaleOf(answer, [...values, ...before])
  return {
    ...monthsChart(answer, scale),
    series: [
      {
        ...series(label, LIGHT.parts[0] ?? LIGHT.ink, values, scale),
        draw: 'line',
        marks: marksOf(partial),
        isLabelled: true,
      },
      ...lastYear(before, scale),
    ],
  }
}

const scaleOf = ({ metric }: Answer, values: readonly (number | null)[]): NumberScale =>
  numberScale(metricOf(metric).unit, Math.max(0, ...values.map((value) => value ?? 0)))

const monthsChart = (
  answer: Answer,
  { word, format, isWhole }: NumberScale,
): Omit<NativeChart, 'series'> => ({
  kind: 'chart',
  direction: 'columns',
  isStacked: false,
  categoryName: '月份',
  categories: answer.months.map(({ at }) => monthLabel(at)),
  unit: word,
  format,
  isWhole,
  notes: statedMonths(answer),
})

function series(
  label: string,
  colour: string,
  values: readonly (number | null)[],
  scale: NumberScale,
): NativeSeries {
  return {
    label,
    colour,
    values: values.map((value) => scaled(value, scale)),
    draw: 'line',
    marks: values.map(() => 'plain'),
    isLabelled: false,
  }
}

/** Nothing where no month of last year is known. */
const lastYear = (before: readonly (number | null)[], scale: NumberScale): NativeSeries[] =>
  before.every((value) => value === null)
    ? []
    : [{ ...series(LAST_YEAR, LIGHT.ink, before, scale), draw: 'dashes' }]

const marksOf = (partial: readonly boolean[]): Mark[] =>
  partial.map((isPartial) => (isPartial ? 'partial' : 'plain'))

/** Months that stand as somebody put them: their wording is no number. */
function statedMonths({ metric, months }: Answer): string[] {
  const { unit } = metricOf(metric)
  const said = months.flatMap(({ at, figure }) =>
    figure.state === 'stated' ? [`${monthLabel(at)} ${figureLine(figure, unit)}`] : [],
  )
  return said.length === 0 ? [] : [`填报数：${said.join('，')}`]
}
