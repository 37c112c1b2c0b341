import type { Answer, Comparison } from '../contract/boards.ts'
import type { Unit } from '../metrics/define.ts'
import { valueOf, type Figure } from '../metrics/figure.ts'
import { metricOf } from '../metrics/index.ts'
import { monthOf } from '../time/day.ts'
import { monthsOf, type Period } from '../time/period.ts'
import { dayLabel, monthLabel } from '../time/words.ts'
import { noneWords, percentText, valueLine } from './figure-words.ts'

/** A figure inside a sentence: a vague stated one keeps its wording. */
export function figurePhrase(figure: Figure, unit: Unit): string {
  if (figure.state === 'none') return noneWords(figure.why)
  if (figure.state === 'stated' && figure.qualifier !== 'exact' && figure.wording !== '') {
    return figure.wording
  }
  return valueLine(figure.value, unit)
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
  const against = mode === 'yoy' ? '同比' : '环比'
  const turned = (by: number): string => `${against}${by > 0 ? '增' : '降'}`
  switch (change.kind) {
    case 'percent': {
      const percent = `${percentText(Math.abs(change.ratio))}%`
      return { before: turned(change.ratio), amount: percent }
    }
    case 'points':
      return change.points === 0
        ? { before: `${against}持平`, amount: '' }
        : { before: turned(change.points), amount: valueLine(Math.abs(change.points), 'points') }
    case 'amount':
      return { before: turned(change.amount), amount: valueLine(Math.abs(change.amount), unit) }
    case 'new':
      return { before: `${against}新增`, amount: valueLine(change.amount, unit) }
    case 'same':
      return { before: `${against}持平`, amount: '' }
    case 'none':
      return null
  }
}

/**
 * Where the period stands among the year's months: a month above or below all others, or a longer
 * period's highest month. Empty where nothing stands out or the figure runs from 1 January anyway.
 */
export function peakPhrase({ metric, months, figure }: Answer, period: Period): string {
  const { span, unit } = metricOf(metric)
  if (span === 'year' || figure.state === 'none') return ''
  const known = months.flatMap(({ at, figure: one }) =>
    one.state === 'none' ? [] : [{ at, ...one }],
  )
  if (known.length < 3) return ''
  if (period.kind !== 'month') return highestMonth(known, period, unit)
  const own = known.find(({ at }) => at === monthOf(period.from))
  const others = known.filter(({ at }) => at !== monthOf(period.from)).map(({ value }) => value)
  if (!own) return ''
  const within = known.length === 12 ? '全年' : '年内'
  if (others.every((value) => own.value > value)) return `为${within}最高`
  return own.complete && others.every((value) => own.value < value) ? `为${within}最低` : ''
}

function highestMonth(
  known: readonly { readonly at: string; readonly value: number }[],
  period: Period,
  unit: Unit,
): string {
  const within = monthsOf(period)
  const inside = known.filter(({ at }) => within.includes(at)).toSorted((a, b) => b.value - a.value)
  const [first, second] = inside
  if (inside.length < 3 || !first || !second || first.value === second.value) return ''
  return `${monthLabel(first.at)}最多（${valueLine(first.value, unit)}）`
}

/** How many months in a row, ending with the period's own, a series rose; 0 where it did not. */
export function risingMonths(series: readonly (number | null)[]): number {
  let rises = 0
  for (let i = series.length - 1; i > 0; i -= 1) {
    const [now, before] = [series[i] ?? null, series[i - 1] ?? null]
    if (now === null || before === null || now <= before) break
    rises += 1
  }
  return rises
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

/** The largest of an answer's parts with its share of the whole; null without parts or a whole. */
export function largestPart({ figure, parts }: Answer): { value: string; share: number } | null {
  const whole = valueOf(figure)
  const [first] = parts
    .flatMap((part) => {
      const value = valueOf(part.figure)
      return value === null ? [] : [{ value: part.value, size: value }]
    })
    .toSorted((a, b) => b.size - a.size)
  return first && whole !== null && whole > 0
    ? { value: first.value, share: first.size / whole }
    : null
}
