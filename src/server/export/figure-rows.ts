import { changeText, figureLine, figureText } from '#shared/headlines/figure-text.ts'
import type { Answer, Comparison } from '#shared/contract/figures.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import type { Unit } from '#shared/metrics/define.ts'
import { valueOf, type Figure } from '#shared/metrics/figure.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import { periodLabel } from '#shared/time/words.ts'
import type { Cell, Look } from './sheet-xml.ts'

export const FIGURE_HEAD = '指标,分项,数,单位,读作,来源,同比,环比,期间,说明,口径'.split(',')

/** One row a figure, and one for each of its parts; a figure that stands on a page twice comes once. */
export function figureRows(answers: readonly Answer[]): Cell[][] {
  return unique(answers, ({ metric, by }) => `${metric} ${by}`).flatMap((answer, at, all) => {
    const isFirst = all.findIndex(({ metric }) => metric === answer.metric) === at
    const parts = answer.parts.map(({ value, figure }) =>
      figureRow(answer, figure, partWord(answer.metric, value)),
    )
    return isFirst ? [figureRow(answer, answer.figure, ''), ...parts] : parts
  })
}

function figureRow({ metric, period, yoy, mom }: Answer, figure: Figure, part: string): Cell[] {
  const { label, unit, definition } = metricOf(metric)
  const whole = part === ''
  const change = (compared: Comparison | null, mode: 'yoy' | 'mom') =>
    whole && compared ? changeText(compared, mode, metricOf(metric)).text : null
  return [
    label,
    part || null,
    ...numberCells(figure, unit),
    figureLine(figure, unit),
    sourceOf(metric, figure),
    change(yoy, 'yoy'),
    change(mom, 'mom'),
    periodLabel(period),
    figureText(figure, unit).note || null,
    whole ? definition : null,
  ]
}

/** A value and its unit, exact: money in 元, shares as a part of one, lengths in seconds. */
const numberCells = (figure: Figure, unit: Unit): [Cell, string] => [
  amountCell(valueOf(figure), unit),
  unitCell(unit),
]

/** The unit that a spreadsheet's number is in. */
export function unitCell(unit: Unit): string {
  const words = { money: '元', ratio: '比例', points: '百分点', duration: '秒', hours: '秒' }
  const own = Object.entries({ ...words, stopRate: '秒/百小时' }).find(([id]) => id === unit)
  return own?.[1] ?? unit
}

const LOOKS: Partial<Readonly<Record<Unit, Look>>> = { money: 'money', ratio: 'percent' }

/** A value as a spreadsheet's number: 分 become 元, the rest is as it is kept. */
export const amountCell = (value: number | null, unit: Unit): Cell => ({
  value: value === null || unit !== 'money' ? value : value / 100,
  look: LOOKS[unit] ?? 'plain',
})

function sourceOf(metric: MetricId, figure: Figure): string | null {
  if (figure.state === 'none') return null
  if (figure.state === 'stated') return `填报：${figure.source}`
  const { formula } = metricOf(metric)
  return 'ledger' in formula ? ledgerOf(formula.ledger).label : '由其他指标算出'
}

export function monthRows(answers: readonly Answer[]): Cell[][] {
  const drawn = unique(
    answers.filter(({ months }) => months.length > 0),
    ({ metric }) => metric,
  )
  const rows = drawn.flatMap(({ metric, months, monthsBefore }) => {
    const { label, unit } = metricOf(metric)
    return [...monthsBefore, ...months].flatMap(({ at, figure, parts }) => [
      [
        label,
        null,
        at,
        ...numberCells(figure, unit),
        figureLine(figure, unit),
        figureText(figure, unit).note || null,
      ],
      ...parts.map(({ value, amount }) => [
        label,
        partWord(metric, value),
        at,
        amountCell(amount, unit),
        unitCell(unit),
        null,
        null,
      ]),
    ])
  })
  return [['指标', '分项', '月份', '数', '单位', '读作', '说明'], ...rows]
}

/** The first item of each key, in their order. */
export function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const firsts = new Map<string, T>()
  for (const item of items) if (!firsts.has(keyOf(item))) firsts.set(keyOf(item), item)
  return [...firsts.values()]
}
