import type { Bars, CalendarHeat } from './kinds.ts'
import type { SafetyAnswer, SafetyChecks } from '#shared/contract/safety.ts'
import { calendarTitle, causesTitle, classLabel, planName } from '#shared/headlines/safety.ts'
import { eachDay, lastDay, monthOf, type Day } from '#shared/time/day.ts'
import { dayLabel, durationLabel, periodLabel } from '#shared/time/words.ts'

/** Missed plans by the last day of their month, when it was too late to do them. */
function missedByDay(plans: SafetyChecks['plans']): Map<Day, string[]> {
  const days = new Map<Day, string[]>()
  for (const plan of plans)
    for (const { month, state, done } of plan.months) {
      if (state !== 'missed') continue
      const day = lastDay(month)
      const said = `${planName(plan)}漏 ${plan.timesPerMonth - done} 次`
      days.set(day, [...(days.get(day) ?? []), said])
    }
  return days
}

/**
 * Every registered day of the year so far: checked, checked with a danger, nothing to check, or the
 * last day of a month whose planned check was missed.
 */
export function checkCalendar({ checks }: Pick<SafetyAnswer, 'checks'>): CalendarHeat {
  const { days, plans, checked, covered } = checks
  const known = new Map(checked.map((day) => [day.day, day]))
  const missed = missedByDay(plans)
  const shown = new Set([
    ...covered.flatMap(({ from, to }) => eachDay(from, to)),
    ...known.keys(),
    ...missed.keys(),
  ])
  return {
    title: calendarTitle(checks),
    subtitle: `${days.from.slice(0, 4)}年每天的检查；没有计划的日子不算漏，漏检记在当月最后一天`,
    from: monthOf(days.from),
    to: monthOf(days.to),
    unit: '次',
    scale: 'tone',
    tones: { plain: '没有检查', good: '检查合格', waiting: '查出隐患', bad: '计划漏检' },
    days: [...shown].sort().map((day) => {
      const { checks: value = 0, dangers = 0 } = known.get(day) ?? {}
      const lost = missed.get(day) ?? []
      const said = [
        value === 0 ? '没有检查' : `检查 ${value} 次${dangers > 0 ? `，隐患 ${dangers} 个` : ''}`,
        ...lost,
      ].join('；')
      const done = dangers > 0 ? 'waiting' : value > 0 ? 'good' : 'plain'
      const tone = lost.length > 0 ? 'bad' : done
      return { day, value, tone, label: `${dayLabel(day)}：${said}` } as const
    }),
  }
}

/** Faults by the five national classes, all of them named, with the seconds each took. */
export function causeBars({ faults, period }: Pick<SafetyAnswer, 'faults' | 'period'>): Bars {
  return {
    title: causesTitle(faults),
    subtitle: `${periodLabel(period)}按国家五类，次；后为停播时长`,
    unit: '次',
    rows: faults.classes.map(({ causeClass, faults: count, stoppage }) => ({
      key: causeClass,
      label: classLabel(causeClass),
      value: count,
      text: String(count),
      before: null,
      note: stoppage > 0 ? durationLabel(stoppage) : '',
    })),
  }
}
