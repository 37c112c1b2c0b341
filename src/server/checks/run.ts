import { CHECK_IDS, type CheckId } from '#shared/checks/index.ts'
import { intersect, rangePeriod, yearOf, yearPeriod, type Period } from '#shared/time/period.ts'
import { budgetAudit } from '../boards/budget.ts'
import type { BoardScope } from '../boards/scope.ts'
import type { Snapshot } from '../facts.ts'
import { adoptionChecks } from './adoption.ts'
import { budgetChecks } from './budget.ts'
import { contentChecks } from './content.ts'
import { leapChecks } from './leaps.ts'
import type { Checkers, CheckResult } from './results.ts'
import { safetyChecks } from './safety.ts'
import { sentimentChecks } from './sentiment.ts'
import { statedChecks } from './stated.ts'

const CHECKERS: Checkers<CheckId> = {
  ...statedChecks,
  ...budgetChecks,
  ...contentChecks,
  ...sentimentChecks,
  ...safetyChecks,
  ...adoptionChecks,
  ...leapChecks,
}

export type CheckResults = ReadonlyMap<CheckId, CheckResult>

/** The same desk over another period. */
export type ScopeAt = (period: Period) => BoardScope

/** Made once for a period, an hour and a state of the desk: overdue is of the clock as well. */
const KEPT = new WeakMap<Snapshot, Map<string, Promise<CheckResults>>>()
const MOST_KEPT = 24

/** Every check that is switched on, over the period of a scope. */
export function checkResults(scope: BoardScope, at: ScopeAt): Promise<CheckResults> {
  const kept = KEPT.get(scope.snapshot) ?? new Map<string, Promise<CheckResults>>()
  KEPT.set(scope.snapshot, kept)
  const key = `${scope.period.from}..${scope.period.to} ${scope.now.slice(0, 13)}`
  const known = kept.get(key)
  if (known) return known
  const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  const results = makeAll(scope, at)
  kept.set(key, results)
  results.catch(() => kept.delete(key))
  return results
}

async function makeAll(scope: BoardScope, at: ScopeAt): Promise<CheckResults> {
  const years = yearsOf(scope).map(at)
  let audits: Promise<
    readonly { year: number; all: Awaited<ReturnType<typeof budgetAudit>> }[]
  > | null = null
  const asked = {
    scope,
    years,
    audits: () =>
      (audits ??= Promise.all(
        years.map(async (year) => ({ year: yearOf(year.period), all: await budgetAudit(year) })),
      )),
  }
  const on = CHECK_IDS.filter((id) => !scope.settings.checks.off.includes(id))
  const made = await Promise.all(on.map(async (id) => [id, await CHECKERS[id](asked)] as const))
  return new Map(made)
}

/** The period's part of each year that the desk has data of; at least its last year. */
function yearsOf({ period, snapshot, today }: BoardScope): Period[] {
  const last = Math.min(yearOf(period), Number(today.slice(0, 4)))
  const known = Number((snapshot.desk.firstMonth ?? today).slice(0, 4))
  const first = Math.max(Number(period.from.slice(0, 4)), Math.min(known, last))
  const years = Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i)
  return years.map((year) => {
    const whole = yearPeriod(year)
    const part = intersect(whole, period)
    if (part === null || (part.from === period.from && part.to === period.to)) return period
    return part.from === whole.from && part.to === whole.to
      ? whole
      : rangePeriod(part.from, part.to)
  })
}
