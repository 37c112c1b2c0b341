import type { Disagreement } from '#shared/contract/reconcile.ts'
import { disagreementLine } from '#shared/headlines/disagreement.ts'
import { budgetMetrics } from '#shared/metrics/budget.ts'
import { statedDisagreements } from '#shared/metrics/reconcile/disagreements.ts'
import type { BoardScope } from '../boards/scope.ts'
import { periodOfStated } from '../opening-period.ts'
import { audited } from './budget.ts'
import {
  found,
  recordPlace,
  together,
  unable,
  type Checkers,
  type CheckResult,
  type Found,
} from './results.ts'

/** Stated totals against their parts, and wholes against the spans they are made of. */
function sumsOf({ snapshot: { stated }, period }: BoardScope, isBudget: boolean): CheckResult {
  const areas = new Map(stated.map(({ id, row }) => [id, row.area]))
  const ofBudget = ({ metric, record }: Disagreement): boolean =>
    (metric !== null && Object.hasOwn(budgetMetrics, metric)) ||
    (record !== null && areas.get(record) === 'budget')
  const pairs = statedDisagreements(period, { stated, periodOf: periodOfStated }).filter(
    (pair) => ofBudget(pair) === isBudget,
  )
  if (pairs.length === 0) return unable('没有写明属于哪个合计的填报数')
  return found(pairs.filter(({ agrees }) => !agrees).map(ofPair))
}

const ofPair = (pair: Disagreement): Found => ({
  key: pair.id,
  what: disagreementLine(pair),
  at: pair.period.key,
  place:
    pair.record === null
      ? { kind: 'board', board: 'reconcile', period: pair.period.key }
      : recordPlace('statedFigures', pair.record),
})

export const statedChecks = {
  statedSums: async ({ years }) => together(years.map((year) => sumsOf(year, false))),
  budgetSums: async (asked) =>
    together([
      ...asked.years.map((year) => sumsOf(year, true)),
      await audited('statedDiffers', ({ label }) => `${label}：填报数与台账合计不同`)(asked),
    ]),
} satisfies Checkers<'statedSums' | 'budgetSums'>
