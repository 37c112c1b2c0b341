import { spanOf } from '#shared/metrics/evaluate.ts'
import { sourceOf } from '#shared/metrics/leaves.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { monthPeriod, yearOf, yearPeriod, type Period } from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'

/** Whole 分 by project; null where payments are not counted. */
export type Paid = ReadonlyMap<string, number> | null

/** What was paid by project from 1 January to the period's end, as the metric counts it. */
export async function paidByProject(
  { evaluate, tallies }: BoardScope,
  metric: 'paid' | 'paidOfYear' | 'paidCarried',
  period: Period,
): Promise<Paid> {
  const { formula } = metricOf(metric)
  const figure = await evaluate.figure(metric, period)
  if (figure.state !== 'counted' || formula.kind !== 'sum') return null
  const found = await tallies.over(sourceOf(formula, ['project']), spanOf(metric, period))
  return found && new Map([...found].map(([project, tally]) => [project, tally.sum]))
}

/** What a year end is foreseen from: paid over the whole months so far, and last year's rhythm. */
export async function paidThrough(
  scope: BoardScope,
  months: number,
): Promise<{
  now: Paid
  /** Of one project, or of all of them together for null. */
  before: ((project: string | null) => { paid: number; whole: number }) | null
}> {
  if (months < 1) return { now: null, before: null }
  const year = yearOf(scope.period)
  const month = String(months).padStart(2, '0')
  const [now, part, whole] = await Promise.all([
    wholePaid(scope, monthPeriod(`${year}-${month}`)),
    wholePaid(scope, monthPeriod(`${year - 1}-${month}`)),
    wholePaid(scope, yearPeriod(year - 1)),
  ])
  const before = (project: string | null) => ({
    paid: amount(part, project),
    whole: amount(whole, project),
  })
  return { now, before: part && whole ? before : null }
}

async function wholePaid(scope: BoardScope, period: Period): Promise<Paid> {
  const figure = await scope.evaluate.figure('paid', period)
  return figure.state === 'counted' && figure.complete ? paidByProject(scope, 'paid', period) : null
}

function amount(paid: Paid, project: string | null): number {
  if (project !== null) return paid?.get(project) ?? 0
  return [...(paid?.values() ?? [])].reduce((sum, each) => sum + each, 0)
}
