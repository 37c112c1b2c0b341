import { CHECK_IDS, type CheckId } from '#shared/checks/index.ts'
import { intersect, rangePeriod, yearOf, yearPeriod, type Period } from '#shared/time/period.ts'
import { budgetAudit } from '../boards/budget.ts'
import type { AuditFindings } from '../boards/budget/audit.ts'
import { recalled } from '../boards/remembered.ts'
import { unfilteredScopeOf, type BoardScope } from '../boards/scope.ts'
import type { Moment } from '../snapshot.ts'
import { CLOCK, type Footing } from '../standing/footing.ts'
import type { Store } from '../store/store.ts'
import { adoptionChecks } from './adoption.ts'
import { budgetChecks } from './budget.ts'
import { contentChecks } from './content.ts'
import { leapChecks } from './leaps.ts'
import type { Checkers, CheckResult, CheckScope } from './results.ts'
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

/** Makes those of the checks asked for that are switched on, over a period; noted with who asks. */
export type RunChecks = (
  moment: Moment & { readonly footing?: Footing },
  period: Period,
  asked?: readonly CheckId[],
) => Promise<CheckResults>

/** Twenty checks of a dozen years. */
const MOST_KEPT = 240

/**
 * Runs checks over a store. What one found is kept until something it stands on is written, or the
 * hour is over: overdue is of the clock as well.
 */
export function checkRunner(store: Store): RunChecks {
  const recall = recalled<CheckResult>(MOST_KEPT, CLOCK.hour)

  return async ({ footing, ...moment }, period, asked = CHECK_IDS) => {
    const scope = unfilteredScopeOf(store, moment, period, footing)
    const spans = yearsOf(scope).map(({ from, to }) => `${from}..${to}`)
    const made = (check: CheckId): Promise<CheckResult> =>
      recall(scope, [check, period.from, period.to, ...spans].join(' '), (own) =>
        CHECKERS[check](checkScope(own, (of) => unfilteredScopeOf(store, moment, of, own.footing))),
      )
    const on = asked.filter((id) => !moment.snapshot.settings.checks.off.includes(id))
    return new Map(await Promise.all(on.map(async (id) => [id, await made(id)] as const)))
  }
}

/** Found once for all checks that ask. */
const audited = recalled<AuditFindings>(24)

function checkScope(scope: BoardScope, at: (period: Period) => BoardScope): CheckScope {
  const years = yearsOf(scope).map(at)
  const auditOf = async (year: BoardScope) => {
    const { from, to } = year.period
    return { year: yearOf(year.period), all: await audited(year, `${from}..${to}`, budgetAudit) }
  }
  return { scope, years, audits: () => Promise.all(years.map(auditOf)) }
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
