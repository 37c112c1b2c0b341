import type { DailyFloor } from '#shared/contract/content.ts'
import { judgeFloor, longestMissed } from '#shared/metrics/floors.ts'
import { metricOf } from '#shared/metrics/index.ts'
import type { Target } from '#shared/metrics/targets.ts'
import { addDays } from '#shared/time/day.ts'
import { intersect, rangePeriod, yearOf, yearPeriod } from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'
import { heldDays, targetsIn } from '../targets.ts'

/** Daily floors of publication, each with the days of the period's year that are over and covered. */
export async function floorRows(scope: BoardScope): Promise<DailyFloor[]> {
  const held = targetsIn(scope.snapshot).flatMap(({ target, problem }) =>
    target && problem === null && isDailyFloor(target) ? [target] : [],
  )
  const rows = await Promise.all(held.map((target) => floorRow(target, scope)))
  return rows.flatMap((row) => row ?? [])
}

function isDailyFloor({ metric, kind, step }: Target): boolean {
  const { formula } = metricOf(metric)
  const isOfPieces = formula.kind === 'sum' && formula.ledger === 'pieces'
  return kind === 'floor' && step === 'day' && isOfPieces
}

/** Null where no day of the period's year is held to it. */
async function floorRow(target: Target, scope: BoardScope): Promise<DailyFloor | null> {
  const { period, end, today } = scope
  const year = yearPeriod(yearOf(period))
  const last = end < today ? end : addDays(today, -1)
  const open = last < year.from ? null : intersect(target.span, { from: year.from, to: last })
  const held = open && (await heldDays(target, open, scope))
  const low = target.low ?? 0
  const days = (held?.steps ?? []).flatMap(({ at, value }) =>
    judgeFloor(new Map([[at, value]]), low, [rangePeriod(at, at)]),
  )
  if (days.length === 0) return null
  const own = days.filter(({ day }) => day >= period.from && day <= period.to)
  const { id, label, wording, source, part, metric } = target
  return {
    id,
    metric,
    label,
    wording,
    source,
    unit: metricOf(metric).unit,
    low,
    part,
    days,
    met: days.filter(({ isMet }) => isMet).length,
    longestMissed: longestMissed(days),
    periodMet: own.filter(({ isMet }) => isMet).length,
    periodDays: own.length,
  }
}
