import { CHECK_IDS, checkOf, type CheckId } from '#shared/checks/index.ts'
import { intersect, rangePeriod, yearOf, yearPeriod, type Period } from '#shared/time/period.ts'
import { budgetAudit } from '../boards/budget.ts'
import { scopeOf, unfiltered, type BoardScope } from '../boards/scope.ts'
import type { Moment, Snapshot } from '../facts.ts'
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

/** Makes those of the checks asked for that are switched on, over a period. */
export type RunChecks = (
  moment: Moment,
  period: Period,
  asked?: readonly CheckId[],
) => Promise<CheckResults>

/** Twenty checks of a dozen years. */
const MOST_KEPT = 240

/**
 * Runs checks over a store. What one found is kept until a ledger it stands on is written, the
 * settings are, or the hour is over: overdue is of the clock as well.
 */
export function checkRunner(store: Store): RunChecks {
  const kept = new Map<string, Promise<CheckResult>>()

  function made(check: CheckId, { scope, years, audits }: CheckScope): Promise<CheckResult> {
    const spans = years.map(({ period: { from, to } }) => `${from}..${to}`)
    const { from, to } = scope.period
    const state = stateOf(check, scope.snapshot)
    const key = [check, from, to, ...spans, scope.now.slice(0, 13), state].join(' ')
    const known = kept.get(key)
    if (known) {
      // What is asked again stays longest.
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    const result = CHECKERS[check]({ scope, years, audits })
    kept.set(key, result)
    result.catch(() => kept.delete(key))
    return result
  }

  return async (moment, period, asked = CHECK_IDS) => {
    const at = (of: Period): BoardScope => unfiltered(store, scopeOf(store, moment, of))
    const scope = checkScope(at, period)
    const on = asked.filter((id) => !moment.snapshot.settings.checks.off.includes(id))
    return new Map(await Promise.all(on.map(async (id) => [id, await made(id, scope)] as const)))
  }
}

/** The state of all that a check reads: of its ledgers, the settings and, where they count, reviews. */
function stateOf(check: CheckId, { revisions, review }: Snapshot): string {
  const { ledgers } = checkOf(check)
  const isOfReviews = ledgers.some((ledger) => review.leftOut.has(ledger))
  const all = [...ledgers.map((ledger) => revisions[ledger]), revisions.settings]
  return [...all, isOfReviews ? revisions.reviews : ''].join('.')
}

function checkScope(at: (period: Period) => BoardScope, period: Period): CheckScope {
  const scope = at(period)
  const years = yearsOf(scope).map(at)
  let audits: ReturnType<CheckScope['audits']> | null = null
  return {
    scope,
    years,
    audits: () =>
      (audits ??= Promise.all(
        years.map(async (year) => ({ year: yearOf(year.period), all: await budgetAudit(year) })),
      )),
  }
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
