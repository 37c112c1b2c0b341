import type { Answer, Comparison } from '../contract/figures.ts'
import type { Unit } from '../metrics/define.ts'
import { valueOf, type Figure } from '../metrics/figure.ts'
import { metricOf, type MetricId } from '../metrics/index.ts'
import { qualifierOf, qualifierPrefix } from '../metrics/qualifiers.ts'
import { monthOf } from '../time/day.ts'
import { isWholeMonths, monthsOf, type Period } from '../time/period.ts'
import { dayLabel, monthLabel } from '../time/words.ts'
import { changeSize, noneWords, percentText, valueLine } from './figure-words.ts'

/** A figure inside a sentence: a vague one keeps its wording, or its word: `约 1,246 条`. */
export function figurePhrase(figure: Figure, unit: Unit): string {
  if (figure.state === 'none') return noneWords(figure.why)
  const qualifier = qualifierOf(figure)
  if (figure.state === 'stated' && qualifier !== 'exact' && figure.wording !== '') {
    return figure.wording
  }
  return `${qualifierPrefix(qualifier)}${valueLine(figure.value, unit)}`
}

/** `截至10月23日` for a figure that is not complete, else nothing. */
export const untilPhrase = (figure: Figure): string =>
  figure.state === 'counted' && !figure.complete ? `截至${dayLabel(figure.to)}` : ''

/** A change with its direction word apart from its amount: `同比增` `30.3%`. Null without a change. */
export function changePhrase(
  compared: Comparison | null,
  mode: 'yoy' | 'mom',
  unit: Unit,
): { readonly before: string; readonly amount: string } | null {
  if (!compared) return null
  const { change } = compared
  if (change.kind === 'none') return null
  const { text, by } = changeSize(change, unit)
  const level = change.isAbout ? '大致持平' : '持平'
  const turn = by === 0 ? level : change.kind === 'new' ? '新增' : by > 0 ? '增' : '降'
  return { before: `${mode === 'yoy' ? '同比' : '环比'}${turn}`, amount: text }
}

type Months = Answer['months']

/**
 * Where the period stands among the year's months: a month above or below all others, or the
 * highest month of a longer period. Empty where nothing stands out, or where a month before it is
 * unknown, vague or not wholly counted: then nobody can say.
 */
export function peakPhrase({ metric, months, figure }: Answer, period: Period): string {
  if (!isMonthly(metric) || figure.state === 'none') return ''
  return period.kind === 'month'
    ? standing(months, monthOf(period.from))
    : highestMonth(months, period, figure.value, metricOf(metric).unit)
}

/** Whether months add up and stand side by side: figures of the year so far only ever rise. */
const isMonthly = (metric: MetricId): boolean => {
  const { span, formula } = metricOf(metric)
  return span !== 'year' && formula.kind === 'sum'
}

/** A whole month's exact value, else null. */
const wholeValue = (figure: Figure | undefined): number | null =>
  figure && isExact(figure) && figure.complete ? figure.value : null

const isExact = (figure: Figure): figure is Exclude<Figure, { state: 'none' }> =>
  figure.state !== 'none' && qualifierOf(figure) === 'exact'

function standing(months: Months, month: string): string {
  const own = months.find(({ at }) => at === month)?.figure
  const others = months.filter(({ at }) => at !== month)
  if (!own || !isExact(own)) return ''
  if (others.some(({ at, figure }) => at < month && wholeValue(figure) === null)) return ''
  const known = others.flatMap(({ figure }) => valueOf(figure) ?? [])
  if (known.length < 2) return ''
  const isYear = others.length === 11 && others.every(({ figure }) => wholeValue(figure) !== null)
  const within = isYear ? '全年' : '年内'
  if (known.every((value) => own.value > value)) return `为${within}最高`
  return own.complete && known.every((value) => own.value < value) ? `为${within}最低` : ''
}

function highestMonth(months: Months, period: Period, total: number, unit: Unit): string {
  if (!isWholeMonths(period)) return ''
  const inside = monthsOf(period)
    .map((month) => months.find(({ at }) => at === month))
    .filter((point) => !(point?.figure.state === 'none' && point.figure.why === 'notYet'))
  const known = inside.flatMap((point, i) => {
    const isLast = i === inside.length - 1
    const value = isLast && point ? valueOf(point.figure) : wholeValue(point?.figure)
    return point && value !== null ? [{ at: point.at, value }] : []
  })
  const [first, second] = known.sort((a, b) => b.value - a.value)
  if (known.length < inside.length || known.length < 3 || !first || !second) return ''
  if (first.value === second.value || first.value === total) return ''
  return `${monthLabel(first.at)}最多（${valueLine(first.value, unit)}）`
}

const LONG_RUN = 3

/** `连续 3 个月上升`: a month's own rise or fall, of the whole or of one part, from three months on. */
export function runPhrase({ metric, months }: Answer, period: Period, part?: string): string {
  if (!isMonthly(metric) || period.kind !== 'month') return ''
  const amountIn = ({ figure, parts }: Months[number]): number | null =>
    part === undefined
      ? valueOf(figure)
      : (parts.find(({ value }) => value === part)?.amount ?? null)
  const past = months.filter(({ at }) => at <= monthOf(period.to))
  const whole = past.map((month) => (wholeValue(month.figure) === null ? null : amountIn(month)))
  const last = past.at(-1)
  // An unfinished month that is above the one before is above it for good.
  const rises = monthsRunning([...whole.slice(0, -1), last ? amountIn(last) : null], 1)
  if (rises >= LONG_RUN) return `连续 ${rises} 个月上升`
  const falls = monthsRunning(whole, -1)
  return falls >= LONG_RUN ? `连续 ${falls} 个月下降` : ''
}

/** How many times in a row, ending with the last, a series rose (1) or fell (-1); a gap ends it. */
function monthsRunning(series: readonly (number | null)[], sign: 1 | -1): number {
  let count = 0
  for (let i = series.length - 1; i > 0; i -= 1) {
    const [now, before] = [series[i] ?? null, series[i - 1] ?? null]
    if (now === null || before === null || (now - before) * sign <= 0) break
    count += 1
  }
  return count
}

const TENTHS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** A share in tenths as people say it: 近四成, 四成, 四成多, 近一半, 过半; plain percent from 95 % on. */
export function shareWords(share: number): string {
  const tenths = Math.floor(share * 10 + 1e-9)
  const rest = share * 10 - tenths
  if (share >= 0.95 || share < 0.1) return `${percentText(share)}%`
  if (rest >= 0.7) return tenths === 4 ? '近一半' : `近${TENTHS[tenths + 1] ?? ''}成`
  const word = TENTHS[tenths] ?? ''
  if (rest < 0.05) return tenths === 5 ? '一半' : `${word}成`
  return tenths === 5 ? '过半' : `${word}成多`
}

/**
 * The largest of an answer's parts with its share of the whole; null without parts or a whole, and
 * for rates, whose parts do not add up to it.
 */
export function largestPart({
  metric,
  figure,
  parts,
}: Answer): { value: string; share: number } | null {
  const { kind } = metricOf(metric).formula
  if (kind !== 'sum' && kind !== 'last') return null
  const whole = valueOf(figure)
  const [first] = parts
    .flatMap((part) => {
      const value = valueOf(part.figure)
      return value === null ? [] : [{ value: part.value, size: value }]
    })
    .sort((a, b) => b.size - a.size)
  return first && whole !== null && whole > 0
    ? { value: first.value, share: first.size / whole }
    : null
}
