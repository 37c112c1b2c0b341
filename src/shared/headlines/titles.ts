import type { Answer } from '../contract/figures.ts'
import type { OverviewAnswer } from '../contract/overview.ts'
import { valueOf } from '../metrics/figure.ts'
import { metricOf, type MetricId } from '../metrics/index.ts'
import { monthOf } from '../time/day.ts'
import { durationLabel, shortLabel } from '../time/words.ts'
import { valueLine } from './figure-words.ts'
import { leadPhrase } from './lede.ts'
import { partWord } from './part-words.ts'
import {
  figurePhrase,
  largestPart,
  peakPhrase,
  runPhrase,
  shareWords,
  untilPhrase,
} from './phrases.ts'

type Asked = Pick<OverviewAnswer, 'answers'>

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('，')

const figureIn = ({ answers }: Asked, metric: MetricId) =>
  answers.find((answer) => answer.metric === metric)?.figure

const valueIn = (board: Asked, metric: MetricId): number | null => {
  const figure = figureIn(board, metric)
  return figure ? valueOf(figure) : null
}

/** The finding a chart of one answer is headed by; the plain figure where nothing stands out. */
export function answerTitle(answer: Answer): string {
  const { metric, period, figure } = answer
  const { label, unit } = metricOf(metric)
  const name = metric === 'published' ? '发布' : metric === 'adopted' ? '采用' : label
  if (figure.state === 'none') return `${shortLabel(period)}${label}${figurePhrase(figure, unit)}`
  const head = `${shortLabel(period)}${untilPhrase(figure)}${name} ${figurePhrase(figure, unit)}`
  if (metric === 'adopted') return adoptedTitle(answer, head)
  const found = peakPhrase(answer, period) || runPhrase(answer, period)
  return joined([head, found, partPhrase(answer)])
}

/** `爱峨边占近四成`: the largest part, from three tenths of the whole on. */
function partPhrase(answer: Answer): string {
  const largest = largestPart(answer)
  if (!largest || answer.parts.length < 2 || largest.share < 0.3) return ''
  const share = shareWords(largest.share)
  return `${partWord(answer.metric, largest.value)}${share === '过半' ? '' : '占'}${share}`
}

/** `国家级采用 24 条，连续 3 个月上升`, else the whole with its peak or its national part. */
function adoptedTitle(answer: Answer, head: string): string {
  const { metric, period, parts } = answer
  const { unit } = metricOf(metric)
  const national = parts.find(({ value }) => value === 'national')
  const count = national ? valueOf(national.figure) : null
  const run = runPhrase(answer, period, 'national')
  if (count !== null && run !== '') {
    return `${untilPhrase(answer.figure)}国家级采用 ${valueLine(count, unit)}，${run}`
  }
  const peak = period.kind === 'month' ? peakPhrase(answer, period) : ''
  return joined([head, peak || (count === null ? '' : `国家级 ${valueLine(count, unit)}`)])
}

/** `预警 163 条；未办结 2 条，最久已 1天2小时`. What is open need not have come in the period. */
export function alertTitle(board: Pick<OverviewAnswer, 'answers' | 'openAlerts'>): string {
  const alerted = figureIn(board, 'alerted')
  if (!alerted || alerted.state === 'none') {
    return `预警${alerted ? figurePhrase(alerted, '条') : '未登记'}`
  }
  const head = `预警 ${figurePhrase(alerted, '条')}`
  const open = valueIn(board, 'openAlerts')
  if (open === null) return head
  if (open === 0) return `${head}，没有未办结的`
  const longest = Math.max(...board.openAlerts.map(({ openSeconds }) => openSeconds ?? 0), 0)
  const age = longest > 0 ? `，最久已 ${durationLabel(longest)}` : ''
  return `${head}；未办结 ${valueLine(open, '条')}${age}`
}

/** 执行率 against 序时进度, and the project furthest behind it. */
export function budgetTitle(board: Asked): string {
  const rate = figureIn(board, 'executionRate')
  if (!rate || rate.state === 'none')
    return `预算执行${rate ? figurePhrase(rate, 'ratio') : '未登记'}`
  const budget = valueIn(board, 'budget')
  if (rate.value === 1 && budget !== null) return `预算 ${valueLine(budget, 'money')}全部支付`
  const points = valueIn(board, 'executionLead')
  const pace =
    points === null ? `预算执行 ${figurePhrase(rate, 'ratio')}` : `预算执行${leadPhrase(points)}`
  return joined([pace, slowestProject(board)])
}

const FAR_BEHIND = 3

/** The project furthest behind 序时进度, from three points on. */
function slowestProject({ answers }: Asked): string {
  const progress = valueIn({ answers }, 'timeProgress')
  const parts = (metric: MetricId) =>
    answers.find((answer) => answer.metric === metric)?.parts ?? []
  const paid = new Map(parts('paid').map((part) => [part.value, valueOf(part.figure)]))
  if (progress === null || parts('budget').length < 2) return ''
  const [slowest] = parts('budget')
    .flatMap(({ value: project, figure }) => {
      const [budget, spent] = [valueOf(figure), paid.get(project) ?? null]
      return budget === null || budget === 0 || spent === null
        ? []
        : [{ project, behind: (progress - spent / budget) * 100 }]
    })
    .sort((a, b) => b.behind - a.behind)
  if (!slowest || slowest.behind < FAR_BEHIND) return ''
  return `“${partWord('budget', slowest.project)}”慢 ${valueLine(slowest.behind, 'points')}`
}

/** Checks, dangers and faults over the months that the calendar shows and the ledgers cover. */
export function safetyTitle(
  board: Pick<OverviewAnswer, 'answers' | 'safetyDays' | 'safetyMonths'>,
): string {
  const months = board.safetyMonths.length
  if (months === 0) return '近几个月没有登记检查和故障'
  const days = board.safetyDays.filter(({ day }) => board.safetyMonths.includes(monthOf(day)))
  const sum = (count: (day: (typeof days)[number]) => number) =>
    days.reduce((total, day) => total + count(day), 0)
  const dangers = sum((day) => day.dangers)
  const faults = sum((day) => day.faults)
  const isFaultless = faults === 0 && figureIn(board, 'faulted')?.state === 'counted'
  return joined([
    `近 ${months} 个月检查 ${valueLine(
      sum((day) => day.checks),
      '次',
    )}`,
    dangers > 0 ? `发现隐患 ${valueLine(dangers, '个')}` : '',
    isFaultless ? '没有故障' : faults > 0 ? `故障 ${valueLine(faults, '次')}` : '',
  ])
}
