import type { Answer } from '../contract/figures.ts'
import type { OverviewAnswer } from '../contract/overview.ts'
import { isDenied, valueOf } from '../metrics/figure.ts'
import { metricOf, type MetricId } from '../metrics/index.ts'
import { shortLabel } from '../time/words.ts'
import { valueLine } from './figure-words.ts'
import { changePhrase, figurePhrase, peakPhrase, untilPhrase } from './phrases.ts'

export interface Segment {
  readonly text: string
  readonly strong: boolean
}

type Asked = Pick<OverviewAnswer, 'answers' | 'openAlerts' | 'period'>

const plain = (text: string): Segment[] => (text === '' ? [] : [{ text, strong: false }])
const strong = (text: string): Segment[] => (text === '' ? [] : [{ text, strong: true }])

/**
 * 总览 in a few sentences, from the figures alone: what was done, where it stands, what is open. Nothing is
 * said of what the reader may not see.
 */
export function overviewLede(board: Asked, mode: 'yoy' | 'mom'): Segment[] {
  const find = (metric: MetricId) =>
    board.answers.find((answer) => answer.metric === metric && !isDenied(answer.figure))
  const [published, adopted] = [find('published'), find('adopted')]
  return [
    ...(published ? publishedWords(published, board, mode) : []),
    ...plain(published && adopted ? '；' : ''),
    ...(adopted ? adoptedWords(adopted, find('adoptedNational')) : []),
    ...plain(published || adopted ? '。' : ''),
    ...alertWords(find('alerted'), find('openAlerts'), areOpenOfPeriod(board)),
    ...stoppageWords(find('stoppage')),
    ...budgetWords(find('executionRate'), find('executionLead')),
  ]
}

function publishedWords(answer: Answer, { period }: Asked, mode: 'yoy' | 'mom'): Segment[] {
  const { figure } = answer
  const { unit } = metricOf(answer.metric)
  if (figure.state === 'none')
    return plain(`${shortLabel(period)}发布量${figurePhrase(figure, unit)}`)
  const compared = answer[mode]
  const change = compared && changePhrase(compared, mode, unit)
  const peak = peakPhrase(answer, period)
  const until = untilPhrase(figure)
  return [
    ...plain(`${shortLabel(period)}${until}发布 `),
    ...strong(figurePhrase(figure, unit)),
    ...(change
      ? [...plain(`，${change.before}${change.amount && ' '}`), ...strong(change.amount)]
      : []),
    ...plain(peak && `，${peak}`),
  ]
}

function adoptedWords(answer: Answer, national: Answer | undefined): Segment[] {
  const { figure, parts, metric } = answer
  const { unit } = metricOf(metric)
  if (figure.state === 'none') return plain(`上级采用${figurePhrase(figure, unit)}`)
  const part = parts.find(({ value }) => value === 'national')?.figure ?? national?.figure
  const top = part && valueOf(part)
  return [
    ...plain('上级采用 '),
    ...strong(figurePhrase(figure, unit)),
    ...plain(top ? `，其中国家级 ${valueLine(top, unit)}` : ''),
  ]
}

function alertWords(
  alerted: Answer | undefined,
  open: Answer | undefined,
  isOpenOfPeriod: boolean,
): Segment[] {
  if (!alerted) return []
  if (alerted.figure.state === 'none') return plain(`预警${figurePhrase(alerted.figure, '条')}。`)
  const count = open ? valueOf(open.figure) : null
  const words = [...plain('预警 '), ...strong(figurePhrase(alerted.figure, '条'))]
  if (count === null) return [...words, ...plain('。')]
  if (count === 0) return [...words, ...plain('，没有未办结的。')]
  const amount = strong(valueLine(count, '条'))
  return isOpenOfPeriod
    ? [...words, ...plain('，'), ...amount, ...plain('尚未办结。')]
    : [...words, ...plain('；未办结 '), ...amount, ...plain('。')]
}

/** Whether the alerts still open, listed oldest first, all came in the period and are part of its own. */
function areOpenOfPeriod({ openAlerts, period }: Asked): boolean {
  const [oldest] = openAlerts.filter(({ openSeconds }) => openSeconds !== null)
  return oldest !== undefined && oldest.alertedAt.slice(0, 10) >= period.from
}

/** Said only when there was one: no news of stoppage is good news. */
function stoppageWords(stoppage: Answer | undefined): Segment[] {
  const seconds = stoppage ? valueOf(stoppage.figure) : null
  if (seconds === null || seconds === 0) return []
  return [...plain('停播 '), ...strong(valueLine(seconds, 'duration')), ...plain('。')]
}

function budgetWords(rate: Answer | undefined, lead: Answer | undefined): Segment[] {
  if (!rate || rate.figure.state === 'none') return []
  const points = lead ? valueOf(lead.figure) : null
  return [
    ...plain('预算执行 '),
    ...strong(figurePhrase(rate.figure, 'ratio')),
    ...plain(points === null ? '' : `，${leadPhrase(points)}`),
    ...plain('。'),
  ]
}

/** 执行率 against 序时进度: `快于序时进度 1.3 个百分点`. */
export function leadPhrase(points: number): string {
  if (Math.abs(points) < 0.05) return '与序时进度持平'
  return `${points > 0 ? '快' : '慢'}于序时进度 ${valueLine(Math.abs(points), 'points')}`
}
