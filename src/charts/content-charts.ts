import type { ContentAnswer, DailyFloor } from '#shared/contract/content.ts'
import { floorTitle, hoursTitle, turnaroundTitle } from '#shared/headlines/content.ts'
import { countText } from '#shared/headlines/figure-words.ts'
import { REVIEW_SPANS, reviewSpan } from '#shared/ledgers/review-spans.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import { monthOf } from '#shared/time/day.ts'
import { dayLabel, durationLabel, periodLabel } from '#shared/time/words.ts'
import type { CalendarHeat, Histogram, WeekHours } from './kinds.ts'

/** When pieces went out, by weekday and hour; null where the ledger does not cover the period. */
export function publishingHours({
  hours,
  period,
}: Pick<ContentAnswer, 'hours' | 'period'>): WeekHours | null {
  if (!hours) return null
  return {
    title: hoursTitle(hours),
    subtitle: `${periodLabel(period)}各星期各钟点发布的条数`,
    unit: '条',
    cells: hours.cells,
  }
}

/** Each day of a floor, met or missed. */
export function floorCalendar(
  floor: DailyFloor,
  { period }: Pick<ContentAnswer, 'period'>,
): CalendarHeat {
  const { days, low, unit } = floor
  return {
    title: floorTitle(floor),
    subtitle: `按日，不少于 ${low} ${unit}；没有过完和没有登记的日子不判断`,
    from: monthOf(days[0]?.day ?? period.from),
    to: monthOf(days.at(-1)?.day ?? period.to),
    unit,
    scale: 'tone',
    tones: { good: '达到', bad: '没有达到' },
    days: days.map(({ day, value, isMet }) => ({
      day,
      value,
      tone: isMet ? ('good' as const) : ('bad' as const),
      label: `${dayLabel(day)}：${value} ${unit}，${isMet ? '达到' : '没有达到'}`,
    })),
  }
}

const SPANS: Readonly<Record<string, { label: string }>> = REVIEW_SPANS

/** How long pieces took from 送审 to 签发, with the median and the 90th percentile. */
export function turnaroundHistogram({
  turnaround,
  answers,
  period,
}: Pick<ContentAnswer, 'turnaround' | 'answers' | 'period'>): Histogram {
  const secondsOf = (metric: MetricId): number | null => {
    const found = answers.find((answer) => answer.metric === metric)
    return found ? valueOf(found.figure) : null
  }
  const counted = turnaround ?? []
  const [median, ninetieth] = [secondsOf('reviewMedian'), secondsOf('reviewNinetieth')]
  const lineAt = (seconds: number | null, word: string) =>
    seconds === null
      ? []
      : [{ bin: reviewSpan(seconds), label: `${word} ${durationLabel(Math.round(seconds))}` }]
  const known = counted.reduce((sum, { count }) => sum + count, 0)
  return {
    title: turnaroundTitle(median, ninetieth),
    subtitle: `${periodLabel(period)}有送审和签发时间的 ${countText(known)} 条，从送审到签发`,
    unit: '条',
    bins:
      known === 0
        ? []
        : counted.map(({ span, count }) => ({
            key: span,
            label: SPANS[span]?.label ?? span,
            value: count,
          })),
    lines: [...lineAt(median, '中位'), ...lineAt(ninetieth, '九成')],
  }
}
