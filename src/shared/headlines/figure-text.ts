import type { Answer, Comparison } from '../contract/figures.ts'
import { changeWords, countText, noneWords, toneOf, valueWords } from './figure-words.ts'
import { quotedGrowth } from './quoted-growth.ts'
import { QUALIFIERS } from '../ledgers/dictionaries.ts'
import type { Metric, Unit } from '../metrics/define.ts'
import type { Figure } from '../metrics/figure.ts'
import { metricOf } from '../metrics/index.ts'
import { qualifierOf, qualifierPrefix } from '../metrics/qualifiers.ts'
import { yearOf, type Interval, type Period } from '../time/period.ts'
import { dayLabel, periodLabel, spanLabel } from '../time/words.ts'

export interface FigureText {
  readonly text: string
  readonly unit: string
  /** Said below the number: what it lacks or where it stands from. */
  readonly note: string
  readonly isNumber: boolean
}

/** A figure as the page prints it; stated ones keep their wording. */
export function figureText(figure: Figure, unit: Unit): FigureText {
  if (figure.state === 'none') {
    return { text: noneWords(figure.why), unit: '', note: '', isNumber: false }
  }
  const words = valueWords(figure.value, unit)
  if (figure.state === 'stated') {
    const qualifier = qualifierOf(figure)
    const note = `${figure.wording === '' ? '由填报数算出' : '填报数'}，来自${figure.source}`
    return qualifier === 'exact' || figure.wording === ''
      ? { ...words, text: `${qualifierPrefix(qualifier)}${words.text}`, note, isNumber: true }
      : { text: figure.wording, unit: '', note, isNumber: true }
  }
  const missing = figure.blank > 0 ? `另有 ${countText(figure.blank)} 条未填` : ''
  const until = figure.complete ? '' : `截至 ${dayLabel(figure.to)}`
  return { ...words, note: [until, missing].filter(Boolean).join(' · '), isNumber: true }
}

/**
 * A change with its arrow; colour follows the metric's own good direction and never speaks alone.
 * `span` names the equal days that an unfinished period is compared over.
 */
export function changeText(
  compared: Comparison,
  mode: 'yoy' | 'mom',
  metric: Metric,
): { text: string; tone: 'good' | 'bad' | 'flat'; span: string } {
  const { text, direction } = changeWords(compared.change, mode, metric.unit)
  const arrow = direction === 'up' ? '▲ ' : direction === 'down' ? '▼ ' : ''
  return {
    text: `${arrow}${text}`,
    tone: toneOf(direction, metric.better),
    span: cutSpan(compared, mode),
  }
}

/** The same below a head that says against what; — where nothing was compared. */
export function changeCell({ metric, ...compared }: Answer, mode: 'yoy' | 'mom'): string {
  const against = compared[mode]
  if (!against) return '—'
  const { text } = changeText(against, mode, metricOf(metric))
  return text.replace(/(?:同比|环比)：? ?/, '').trim()
}

/** What stands beside a number that is not simply counted and whole: 填报, or how far it goes. */
export function markText(figure: Figure): string {
  if (figure.state === 'stated') return '填报'
  return figure.state === 'counted' && !figure.complete ? `截至 ${dayLabel(figure.to)}` : ''
}

/** How much of a figure nobody has reviewed: `其中 12 条未审核`; empty where all is or nobody reviews. */
export function unreviewedText({
  figure,
  unreviewed,
}: Pick<Answer, 'figure' | 'unreviewed'>): string {
  if (!unreviewed || figure.state === 'stated') return ''
  const records = countText(unreviewed.records)
  return unreviewed.isCounted ? `其中 ${records} 条未审核` : `另有 ${records} 条未审核，未计入`
}

/** `1—23日 对 上年1—23日`, with the months where they differ; empty for whole periods. */
function cutSpan({ isCut, period, against }: Comparison, mode: 'yoy' | 'mom'): string {
  if (!isCut || !against) return ''
  const isMonth = period.from.slice(0, 7) === period.to.slice(0, 7)
  const days = (span: Interval | Period) =>
    mode === 'yoy' && isMonth ? spanLabel(span).replace(/^\d+月/, '') : spanLabel(span)
  return `${days(period)} 对 ${mode === 'yoy' ? '上年' : ''}${days(against)}`
}

/** The days that an unfinished period is compared over; nothing for whole periods. */
function cutText(compared: Comparison | null, mode: 'yoy' | 'mom'): string[] {
  if (!compared?.isCut || !compared.against) return []
  const [word, year] = mode === 'yoy' ? ['同比', '上年'] : ['环比', '']
  return [`${word}：${spanLabel(compared.period)} 对 ${year}${spanLabel(compared.against)}`]
}

/** Where a figure comes from, a line each: the second half of its 口径. */
export function basisText(answer: Answer): string[] {
  const { figure, metric, period, stated, yoy, mom } = answer
  const { unit, formula } = metricOf(metric)
  const lines = [`期间：${periodLabel(period)}`]
  if (figure.state === 'none') lines.push(`没有数：${noneWords(figure.why)}`)
  if (figure.state === 'stated') {
    const origin = figure.wording === '' ? '由填报数算出' : `填报数，原文“${figure.wording}”`
    lines.push(`${origin}，来自${figure.source}`)
  }
  if (figure.state === 'counted') {
    lines.push('ledger' in formula ? '由台账记录合计' : '由其他指标算出')
    lines.push(
      `计入 ${spanLabel({ from: figure.from, to: figure.to })}${figure.complete ? '' : '，期间未完整'}`,
    )
    if (figure.blank > 0) lines.push(`有 ${figure.blank} 条没有填这一项，未计入`)
    for (const other of stated) {
      if (other.state !== 'stated') continue
      const { text, unit: word } = valueWords(other.value, unit)
      lines.push(`另有填报数 ${text}${word}（${qualifierWord(other.qualifier)}，${other.source}）`)
    }
  }
  const unreviewed = unreviewedText(answer)
  if (unreviewed) lines.push(unreviewed)
  return [...lines, ...quotedGrowth(answer), ...cutText(yoy, 'yoy'), ...cutText(mom, 'mom')]
}

const WORDS: Readonly<Record<string, { readonly label: string }>> = QUALIFIERS

const qualifierWord = (code: string): string => WORDS[code]?.label ?? code

/** A figure in one run of text, for tables, lists and labels. */
export function figureLine(figure: Figure, unit: Unit): string {
  const { text, unit: word } = figureText(figure, unit)
  return word === '' || word === '%' ? `${text}${word}` : `${text} ${word}`
}

const UNIT_WORDS: Partial<Readonly<Record<Unit, string>>> = {
  ratio: '%',
  points: '百分点',
  money: '万元',
  duration: '时长',
  hours: '小时',
  stopRate: '秒/百小时',
}

/** The unit as a chart names it. */
export const unitWord = (unit: Unit): string => UNIT_WORDS[unit] ?? unit

/** What a chart by months draws, in which unit, and how its unfinished part looks. */
export function monthsSubtitle({ metric, period }: Answer, partial: string): string {
  const { label, unit, span } = metricOf(metric)
  const each = span === 'year' ? '各月末累计' : '各月'
  const said = [`${yearOf(period)}年${each}${label}`, unitWord(unit), partial]
  return said.filter((part) => part !== '').join('，')
}
