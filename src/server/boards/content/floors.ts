import type { DailyFloor } from '#shared/contract/content.ts'
import { longestMissed, type JudgedDay } from '#shared/metrics/content/floors.ts'
import { metricOf } from '#shared/metrics/index.ts'
import type { Target } from '#shared/metrics/targets.ts'
import { addDays } from '#shared/time/day.ts'
import { intersect, yearOf, yearPeriod, type Period } from '#shared/time/period.ts'
import { rememberedRead } from '../remembered.ts'
import type { BoardScope } from '../scope.ts'
import { heldDays, targetsIn } from '../targets.ts'

/** Daily floors of publication, each with the days of the period's year that are over and covered. */
export async function floorRows(scope: BoardScope): Promise<DailyFloor[]> {
  const { period, end, today } = scope
  const { from } = yearPeriod(yearOf(period))
  const to = end < today ? end : addDays(today, -1)
  if (to < from) return []
  const floors = await judgedFloors(scope, { from, to })
  return floors.map(({ target, days }) => floorRow(target, days, period))
}

interface Judged {
  readonly target: Target
  readonly days: readonly JudgedDay[]
}

/** Every daily floor with a day to judge in a span, which is over. */
const judgedFloors = rememberedRead(async (scope, span): Promise<readonly Judged[]> => {
  const held = targetsIn(scope.snapshot).flatMap(({ target, problem }) =>
    target && problem === null && isDailyFloor(target) ? [target] : [],
  )
  const all = await Promise.all(
    held.map(async (target) => {
      const open = intersect(target.span, span)
      const known = open && (await heldDays(target, open, scope))
      const low = target.low ?? 0
      const days = (known?.steps ?? []).map(({ at: day, value }) => ({
        day,
        value,
        isMet: value >= low,
      }))
      return { target, days }
    }),
  )
  return all.filter(({ days }) => days.length > 0)
})

function isDailyFloor({ metric, kind, step }: Target): boolean {
  const { formula } = metricOf(metric)
  const isOfPieces = formula.kind === 'sum' && formula.ledger === 'pieces'
  return kind === 'floor' && step === 'day' && isOfPieces
}

function floorRow(target: Target, days: readonly JudgedDay[], period: Period): DailyFloor {
  const own = days.filter(({ day }) => day >= period.from && day <= period.to)
  const { id, label, wording, source, part, metric } = target
  return {
    id,
    metric,
    label,
    wording,
    source,
    unit: metricOf(metric).unit,
    low: target.low ?? 0,
    part,
    days: [...days],
    met: days.filter(({ isMet }) => isMet).length,
    longestMissed: longestMissed(days),
    periodMet: own.filter(({ isMet }) => isMet).length,
    periodDays: own.length,
  }
}
