import { boardOf, type BoardId } from '#shared/boards/index.ts'
import type { Answer, Comparison } from '#shared/contract/figures.ts'
import type { Freeze } from '#shared/contract/freezes.ts'
import { figureLine, figureText, changeText } from '#shared/headlines/figure-text.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Unit } from '#shared/metrics/define.ts'
import type { Figure } from '#shared/metrics/figure.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import type { Period } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'
import { ABOUT_SHEET } from './sheet-names.ts'
import type { SheetColumn, Value } from './sheet-xml.ts'
import { workbook, type Sheet } from './workbook.ts'

/** Figures of a period, page by page, as the pages show them. Answers are only read. */
export interface PeriodFigures {
  readonly centre: string
  readonly period: Period
  /** An instant of the centre's own clock, `YYYY-MM-DD HH:mm`. */
  readonly asOf: string
  /** Set where the figures are those of a 定稿. */
  readonly freeze: Pick<Freeze, 'number' | 'by' | 'note'> | null
  readonly boards: readonly { readonly board: BoardId; readonly answers: readonly Answer[] }[]
  /** Ledgers that registered no day of the period. */
  readonly absent: readonly LedgerId[]
}

const HEAD = '指标,分项,数,单位,读作,来源,同比,环比,期间,说明,口径'.split(',')
const MONTHS_SHEET = '分月'

/**
 * A sheet for each page with its figures and their parts, one of all months, and one that says what
 * was asked, when, and how each figure is counted. Numbers stay numbers: 元, shares of one, seconds.
 */
export function periodBook(figures: PeriodFigures): ReadableStream<Uint8Array> {
  const pages = figures.boards.map(({ board, answers }) =>
    sheet(
      boardOf(board).label,
      [22, 14, 16, 8, 20, 24, 20, 20, 22, 28, 60],
      [HEAD, ...figureRows(answers)],
    ),
  )
  const answers = figures.boards.flatMap((page) => page.answers)
  return workbook([
    ...pages,
    sheet(MONTHS_SHEET, [22, 14, 10, 16, 8, 20, 28], monthRows(answers)),
    sheet(ABOUT_SHEET, [18, 70, 30], aboutRows(figures, answers)),
  ])
}

/** The figures of one page as rows of a table, its head first. */
export const pageRows = ({ boards }: PeriodFigures): Value[][] => [
  HEAD,
  ...boards.flatMap(({ answers }) => figureRows(answers)),
]

function sheet(
  name: string,
  widths: readonly number[],
  rows: readonly (readonly Value[])[],
): Sheet {
  const columns = widths.map((width): SheetColumn => ({ width, look: 'plain', headLook: 'head' }))
  async function* blocks() {
    yield rows
  }
  return { name, columns, blocks: blocks() }
}

/** One row a figure, and one for each of its parts; a figure that stands on a page twice comes once. */
function figureRows(answers: readonly Answer[]): Value[][] {
  return unique(answers, ({ metric, by }) => `${metric} ${by}`).flatMap((answer, at, all) => {
    const isFirst = all.findIndex(({ metric }) => metric === answer.metric) === at
    const parts = answer.parts.map(({ value, figure }) =>
      figureRow(answer, figure, partWord(answer.metric, value)),
    )
    return isFirst ? [figureRow(answer, answer.figure, ''), ...parts] : parts
  })
}

function figureRow({ metric, period, yoy, mom }: Answer, figure: Figure, part: string): Value[] {
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
function numberCells(figure: Figure, unit: Unit): [Value, string] {
  const value = figure.state === 'none' ? null : figure.value
  switch (unit) {
    case 'money':
      return [value === null ? null : value / 100, '元']
    case 'ratio':
      return [value, '比例']
    case 'points':
      return [value, '百分点']
    case 'duration':
    case 'hours':
      return [value, '秒']
    case 'stopRate':
      return [value, '秒/百小时']
    default:
      return [value, unit]
  }
}

function sourceOf(metric: MetricId, figure: Figure): string | null {
  if (figure.state === 'none') return null
  if (figure.state === 'stated') return `填报：${figure.source}`
  const { formula } = metricOf(metric)
  return 'ledger' in formula ? ledgerOf(formula.ledger).label : '由其他指标算出'
}

function monthRows(answers: readonly Answer[]): Value[][] {
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
        unit === 'money' && amount !== null ? amount / 100 : amount,
        numberCells(figure, unit)[1],
        null,
        null,
      ]),
    ])
  })
  return [['指标', '分项', '月份', '数', '单位', '读作', '说明'], ...rows]
}

function aboutRows(
  { centre, period, asOf, freeze, boards, absent }: PeriodFigures,
  answers: readonly Answer[],
): Value[][] {
  const metrics = unique(answers, ({ metric }) => metric).map(({ metric }) => metricOf(metric))
  return [
    ['项', '内容', '备注'],
    ...(centre === '' ? [] : [['单位', centre, null]]),
    ['期间', periodLabel(period), `${period.from} 至 ${period.to}`],
    ['截至', asOf, '此后的改动不在内'],
    ...(freeze ? [['定稿', `第${freeze.number}稿`, `${freeze.by} ${freeze.note}`.trim()]] : []),
    ['板块', boards.map(({ board }) => boardOf(board).label).join('、'), null],
    ...absent.map((id) => ['未登记', ledgerOf(id).label, '期内没有登记，不当作零']),
    ['读法', '数列按单位列的单位，可直接计算；读作列与页面一致。', '空格是没有数，不是零'],
    ...metrics.map(({ label, definition, source }) => [
      '指标口径',
      `${label}：${definition}`,
      source ?? null,
    ]),
  ]
}

/** The first item of each key, in their order. */
function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const firsts = new Map<string, T>()
  for (const item of items) if (!firsts.has(keyOf(item))) firsts.set(keyOf(item), item)
  return [...firsts.values()]
}
