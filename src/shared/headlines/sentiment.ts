import type {
  Daily,
  FunnelStep,
  OpenAlerts,
  Petitions,
  Repeats,
  Timing,
} from '../contract/sentiment.ts'
import { valueOf } from '../metrics/figure.ts'
import { metricOf } from '../metrics/index.ts'
import { dayLabel, durationLabel } from '../time/words.ts'
import { percentText, valueLine } from './figure-words.ts'
import { figurePhrase } from './phrases.ts'

type DayValue = Daily['days'][number]

/** `8 天的监测信息多于往常，最多是10月2日 371 条`; without a band the largest day alone. */
export function volumeTitle({ days, band }: Pick<Daily, 'days' | 'band'>): string {
  const most = days.reduce<DayValue | null>(
    (best, day) => (day.value !== null && day.value > (best?.value ?? -1) ? day : best),
    null,
  )
  if (most === null || most.value === null) return '没有登记每天的监测信息'
  const peak = `${dayLabel(most.day)} ${valueLine(most.value, '条')}`
  if (band === null) return `监测信息最多的一天是${peak}`
  const above = days.filter(({ value }) => value !== null && value > band.high).length
  const below = days.filter(({ value }) => value !== null && value < band.low).length
  if (above > 0) return `${above} 天的监测信息多于往常，最多是${peak}`
  if (below > 0) return `${below} 天的监测信息少于往常（${band.low} 条）`
  return `每天的监测信息都在往常范围内，最多是${peak}`
}

/** `监测 7,486 条，预警 163 条（监测的 2.18%），转发 7 条（预警的 4.29%）`. */
export function funnelTitle(steps: readonly FunnelStep[]): string {
  if (steps.length === 0) return '没有设流转步骤'
  return steps
    .map(({ name, metric, figure, share }) => {
      const part = share ? `（${share.of}的 ${percentText(share.ratio)}%）` : ''
      return `${name} ${figurePhrase(figure, metricOf(metric).unit)}${part}`
    })
    .join('，')
}

/** Steps that are larger than the one before, as `推送多于转发`: neither is a part of the other. */
export function funnelExceptions(steps: readonly FunnelStep[]): string[] {
  return steps.flatMap((step, n) => {
    const before = steps[n - 1]
    const [own, other] = [valueOf(step.figure), before ? valueOf(before.figure) : null]
    const isMore = before && own !== null && other !== null && own > other
    return isMore ? [`${step.name}多于${before.name}`] : []
  })
}

/** `未办结 4 条，1 条已超时，最久 4天1小时`; of a cut list nothing is said of lateness. */
export function openTitle({ total, alerts }: OpenAlerts): string {
  const oldest = alerts[0]
  if (!oldest) return '没有未办结的预警'
  const late = alerts.filter(({ isLate }) => isLate).length
  const lateWords = total > alerts.length ? '' : late === 0 ? '，都没有超时' : `，${late} 条已超时`
  return `未办结 ${valueLine(total, '条')}${lateWords}，最久 ${durationLabel(oldest.seconds)}`
}

/** `按时办结 161 条，超时 2 条，按时率 98.8%`; never 100 while one is late. */
export function levelsTitle({ levels }: Pick<Timing, 'levels'>): string {
  const sum = (side: 'inTime' | 'late'): number =>
    levels.reduce((so, { close }) => so + close[side], 0)
  const [inTime, late] = [sum('inTime'), sum('late')]
  if (inTime + late === 0) return '没有可以判定时效的预警'
  const rate = percentText(inTime / (inTime + late))
  return `按时办结 ${valueLine(inTime, '条')}，超时 ${valueLine(late, '条')}，按时率 ${rate}%`
}

/** `一半在 46分内办结，九成在 3小时36分内`. */
export function spreadTitle({ closing }: Pick<Timing, 'closing'>): string {
  const { median, ninetieth } = closing
  if (median === null || ninetieth === null) return '没有已办结、能算用时的预警'
  return `一半在 ${durationLabel(median)}内办结，九成在 ${durationLabel(ninetieth)}内`
}

/** `12 件事项反映 3 次以上，最多的一件 5 次`. */
export function repeatsTitle({ from, titles }: Pick<Repeats, 'from' | 'titles'>): string {
  const [most] = titles.list
  if (!most) return `没有反映 ${from} 次以上的事项`
  return `${titles.total} 件事项反映 ${from} 次以上，最多的一件 ${most.records} 次`
}

/** `收到 8 件，答复 8 件，按时 8 件，平均 4.1 个工作日`. */
export function petitionsTitle({ all }: Pick<Petitions, 'all'>): string {
  const { received, answered, held, workingDays } = all
  if (received === 0) return '期内没有收到信访件'
  const mean = workingDays === null ? '' : `，平均 ${workingDays.toFixed(1)} 个工作日`
  return `收到 ${received} 件，答复 ${answered} 件，按时 ${held.inTime} 件，逾期 ${held.late} 件${mean}`
}

/** `回访 7 件，满意 5 件（71.4%）`. */
export function satisfactionTitle({ satisfaction }: Pick<Petitions, 'satisfaction'>): string {
  const { satisfied, fair, dissatisfied } = satisfaction
  const asked = satisfied + fair + dissatisfied
  if (asked === 0) return '没有回访结果'
  return `回访 ${asked} 件，满意 ${satisfied} 件（${percentText(satisfied / asked)}%）`
}
