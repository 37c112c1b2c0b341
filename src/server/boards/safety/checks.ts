import type { SafetyChecks } from '#shared/contract/safety.ts'
import { planState } from '#shared/metrics/safety/check-plans.ts'
import { pick } from '#shared/metrics/tally.ts'
import { lastDay, monthOf } from '#shared/time/day.ts'
import { intersect, monthPeriod, monthsOf, yearOf, type Interval } from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'

const byPlace = (measure: string) =>
  ({ ledger: 'checks', measure, cut: ['category', 'place'] }) as const

/** Checks planned against done by month, by day over the year, and by kind and place of the period. */
export async function checksSection(scope: BoardScope): Promise<SafetyChecks> {
  const { period, end, snapshot, today } = scope
  const year = `${yearOf(period)}-01-01`
  // Of a period that has not begun nothing is shown; its year's first day alone keeps the span whole.
  const monthEnd = lastDay(monthOf(end))
  const last = monthEnd < today ? monthEnd : today
  const days = { from: year, to: end < year ? year : last }
  const covered = snapshot.coverage.checks ?? []
  const [plans, checked, cells] = await Promise.all([
    planRows(scope, days),
    checkedDays(scope, days),
    cellRows(scope),
  ])
  return {
    days,
    plans,
    checked,
    covered: end < year ? [] : covered.flatMap((span) => intersect(span, days) ?? []),
    cells,
  }
}

async function planRows(
  { settings, tallies, snapshot, today }: BoardScope,
  days: Interval,
): Promise<SafetyChecks['plans']> {
  const months = await Promise.all(
    monthsOf(days).map(async (month) => ({
      month,
      kinds: await tallies.over(
        { ledger: 'checks', measure: 'records', cut: ['category'] },
        monthPeriod(month),
      ),
      places: await tallies.over(byPlace('records'), monthPeriod(month)),
    })),
  )
  const covered = snapshot.coverage.checks ?? []
  const rows = settings.safety.checkPlans.map((plan) => ({
    category: plan.category,
    place: plan.place,
    timesPerMonth: plan.timesPerMonth,
    months: months.map(({ month, kinds, places }) => {
      const { records: done } =
        plan.place === ''
          ? pick(kinds ?? new Map(), plan.category)
          : pick(places ?? new Map(), `${plan.category}+${plan.place}`)
      return { month, done, state: planState(plan, month, { done, covered, today }) }
    }),
  }))
  return rows.filter((row) => row.months.some(({ state }) => state !== 'unplanned'))
}

async function checkedDays(
  { store }: BoardScope,
  days: Interval,
): Promise<SafetyChecks['checked']> {
  const ask = (measure: string) =>
    store.sums({ ledger: 'checks', measure, cut: [], ...days, grain: 'day' })
  const [checks, dangers] = await Promise.all([ask('records'), ask('dangers')])
  const found = new Map(dangers.map(({ at, records }) => [at, records]))
  return checks
    .filter(({ records }) => records > 0)
    .map(({ at, records }) => ({ day: at, checks: records, dangers: found.get(at) ?? 0 }))
}

async function cellRows({ tallies, period }: BoardScope): Promise<SafetyChecks['cells']> {
  const [checks, dangers] = await Promise.all([
    tallies.over(byPlace('records'), period),
    tallies.over(byPlace('dangers'), period),
  ])
  return [...(checks ?? [])]
    .map(([key, { records }]) => {
      const [category = '', ...place] = key.split('+')
      const found = pick(dangers ?? new Map(), key).records
      return { category, place: place.join('+'), checks: records, dangers: found }
    })
    .toSorted((a, b) => b.checks - a.checks)
}
