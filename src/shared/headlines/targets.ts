import type { TargetProgress } from '../contract/figures.ts'
import { metricOf, type MetricId } from '../metrics/index.ts'
import { dayLabel, periodLabel } from '../time/words.ts'
import { parsePeriod } from '../time/period.ts'
import { noneWords, percentText, valueLine, valueWords } from './figure-words.ts'
import { partWord } from './part-words.ts'

/** How a target stands; the word is said wherever its colour is shown. */
export type TargetStanding = 'met' | 'onPace' | 'behind' | 'missed' | 'unjudged'

export const STANDING_WORDS: Readonly<Record<TargetStanding, string>> = {
  met: '已达到',
  onPace: '不慢于序时',
  behind: '慢于序时',
  missed: '未达到',
  unjudged: '未能判断',
}

/** A target's standing: reached, lost, or where it is against 序时进度; of a ceiling, used too fast. */
export function standingOf(target: TargetProgress): TargetStanding {
  const { isMet, progress, pace, kind } = target
  if (isMet !== null) return isMet ? 'met' : 'missed'
  if (target.value === null && target.counted === null) return 'unjudged'
  if (progress === null) return 'unjudged'
  if (pace === null) return 'onPace'
  const isBehind = kind === 'ceiling' ? progress > pace : progress < pace
  return isBehind ? 'behind' : 'onPace'
}

const STEPS = { day: '每天', month: '每月', span: '' } as const
const STEP_UNITS = { day: '天', month: '个月', span: '' } as const

/** What is asked: `每天不少于 3 条`, `不超过 30分`, `目标 1,200 条`. */
export function targetTerms(
  { kind, step, low, high }: Pick<TargetProgress, 'kind' | 'step' | 'low' | 'high'>,
  metric: MetricId,
): string {
  const { unit } = metricOf(metric)
  const each = STEPS[step]
  const say = (bound: number | null) => (bound === null ? '' : valueLine(bound, unit))
  if (kind === 'range' && low !== null && high !== null)
    return `${each}${valueWords(low, unit).text}—${say(high)}`
  if (kind === 'ceiling') return `${each}不超过 ${say(high)}`
  return kind === 'floor' || step !== 'span' ? `${each}不少于 ${say(low)}` : `目标 ${say(low)}`
}

/** A target in one line, as it stands below a figure. */
export function targetLine(target: TargetProgress, metric: MetricId): string {
  const { part, label, doubt, value, counted, step } = target
  const own = part ? `${partWord(metric, part.value)}：` : ''
  if (doubt !== null && value === null && counted === null)
    return `${own}目标“${label}”${STANDING_WORDS.unjudged}：${doubtWords(doubt)}`
  const terms = targetTerms(target, metric)
  const said = step === 'span' ? spanWords(target, metric) : stepWords(target)
  const ahead = projectedWords(target, metric)
  return `${own}${[terms, said, ahead].filter((words) => words !== '').join(' · ')}`
}

/** A target in a dozen characters, for where a full line is too long: `目标完成 84.1%，序时 83.3%`. */
export function targetBrief(target: TargetProgress, metric: MetricId): string {
  const { part, progress, pace, kind, counted, missed, step, isMet } = target
  const own = part ? `${partWord(metric, part.value)} ` : ''
  if (step !== 'span' && counted !== null && missed !== null)
    return `${own}${counted - missed}/${counted} ${STEP_UNITS[step]}达标`
  if (standingOf(target) === 'unjudged') return `${own}目标${STANDING_WORDS.unjudged}`
  if (progress === null) return `${own}目标${metWord(target)}`
  const done = `${own}${kind === 'ceiling' ? '上限已用' : '目标完成'} ${percentText(progress)}%`
  if (isMet !== null) return `${done}，${metWord(target)}`
  return pace === null ? done : `${done}，序时 ${percentText(pace)}%`
}

function stepWords({ counted, missed, step }: TargetProgress): string {
  const unit = STEP_UNITS[step]
  if (counted === null || missed === null) return ''
  if (missed === 0) return `${counted} ${unit}全部做到`
  return `${counted} ${unit}中 ${counted - missed} ${unit}做到，${missed} ${unit}没有`
}

function spanWords(target: TargetProgress, metric: MetricId): string {
  const { unit } = metricOf(metric)
  const { kind, value, progress, isMet, low, high, doubt } = target
  if (value === null) return ''
  if (progress === null) {
    const why = doubt === null ? '' : `，${doubtWords(doubt)}，不算完成率`
    return `现为 ${valueLine(value, unit)}${isMet === null ? '' : `，${metWord(target)}`}${why}`
  }
  const done = `${kind === 'ceiling' ? '已用' : '已完成'} ${percentText(progress)}%`
  if (isMet === true) return `${done}，${metWord(target)}`
  const bound = kind === 'ceiling' || (high !== null && value > high) ? high : low
  if (isMet === false && bound !== null) {
    const gap = valueLine(Math.abs(value - bound), unit)
    return `${done}，${value > bound ? '超出' : '差'} ${gap}`
  }
  return [done, ...paceWords(target, progress)].join('，')
}

const metWord = ({ isMet, kind }: TargetProgress): string =>
  isMet ? (kind === 'ceiling' ? '没有超出' : '已达到') : kind === 'ceiling' ? '已超出' : '未达到'

function paceWords({ pace, kind }: TargetProgress, progress: number): string[] {
  if (pace === null) return []
  const said = `序时 ${percentText(pace)}%`
  const points = (progress - pace) * 100
  if (Math.abs(points) < 0.05) return [said, '与序时持平']
  const [more, less] = kind === 'ceiling' ? ['高', '低'] : ['快', '慢']
  return [said, `${points > 0 ? more : less} ${valueLine(Math.abs(points), 'points')}`]
}

/** `预计全年 869 条`; of a span that is no year 预计到期. Empty where nothing is projected. */
export function projectedWords({ projected, span }: TargetProgress, metric: MetricId): string {
  if (projected === null) return ''
  return `预计${yearOrEnd(span)} ${valueLine(projected, metricOf(metric).unit)}`
}

const yearOrEnd = ({ from, to }: { from: string; to: string }): string =>
  from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31` ? '全年' : '到期'

/** How what is projected was worked out; said wherever it is shown at length. */
export const PROJECTION_METHOD =
  '预计数按已过天数线性外推（现数 × 全期天数 ÷ 已过天数）；“按上年走势”是现数 × 上年全期 ÷ 上年同日累计。已过不足 14 天或全期的十二分之一、现数不足 10、时长和不同作品数，都不外推。'

const DOUBTS: Readonly<Record<string, string>> = {
  unknownMetric: '对应指标不在指标表里',
  noSpan: '起止日期不对',
  noBound: '没有写目标值，或区间缺一头',
  unlikeUnit: '目标的单位与指标的单位不同',
  unknownPart: '这项指标没有这个分项',
  unlikeStep: '这项指标不能按天判断',
  unlikeSpan: '这项指标从 1 月 1 日累计，只能按全年判断',
  notWhole: '台账没有从起始日登记起',
  noDays: '有的记录只登记到月，不能按天判断',
}

/** Why a target is not judged, or only in part. */
export function doubtWords(doubt: NonNullable<TargetProgress['doubt']>): string {
  const own = DOUBTS[doubt]
  return own ?? noneWords(isNone(doubt) ? doubt : 'notCovered')
}

type Doubt = NonNullable<TargetProgress['doubt']>
type None = Parameters<typeof noneWords>[0]
const isNone = (doubt: Doubt): doubt is Doubt & None => !(doubt in DOUBTS)

/** `2024年`, or the days of a target's span, and how far it is judged. */
export function targetSpanWords({ span, through }: TargetProgress): string {
  const year = parsePeriod(span.from.slice(0, 4))
  const whole = year?.from === span.from && year.to === span.to ? year : span
  const until = through === null || through >= span.to ? '' : `，到${dayLabel(through)}`
  return `${periodLabel(whole)}${until}`
}

/** All targets of a page in one sentence: `3 项目标：1 项已达到，2 项慢于序时`. */
export function targetsTitle(targets: readonly TargetProgress[]): string {
  const order = ['missed', 'behind', 'onPace', 'met', 'unjudged'] as const
  const said = order.flatMap((standing) => {
    const count = targets.filter((target) => standingOf(target) === standing).length
    return count === 0 ? [] : [`${count} 项${STANDING_WORDS[standing]}`]
  })
  return `${targets.length} 项目标：${said.join('，')}`
}
