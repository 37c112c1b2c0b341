import { keptCut } from '../ledgers/contributions.ts'
import { ledgerOf, type LedgerId } from '../ledgers/index.ts'
import { daysBetween, EARLIEST, type Day } from '../time/day.ts'
import { coversAll, intersect, overlaps, type Interval } from '../time/period.ts'
import type { Formula, Where } from './define.ts'
import type { Facts } from './facts.ts'
import { none, type Figure } from './figure.ts'
import { quantile, timeProgress } from './formulas.ts'
import { isUnfilled, pick, type Source, type Tallies, type TallyReader } from './tally.ts'

type Of<K extends Formula['kind']> = Extract<Formula, { kind: K }>

/** Figures that come straight from a ledger, the calendar or the settings; no metric divides here. */
export interface LeafReader {
  sum(formula: Of<'sum'>, period: Interval, part?: Where): Promise<Figure>
  ofValues(formula: Of<'distinct' | 'quantile'>, period: Interval): Promise<Figure>
  last(formula: Of<'last'>, period: Interval, part?: Where): Promise<Figure>
  balance(formula: Of<'balance'>, period: Interval): Promise<Figure>
  standing(formula: Of<'standing'>, period: Interval, part?: Where): Promise<Figure>
  since(formula: Of<'since'>, period: Interval): Promise<Figure>
  held(formula: Of<'held'>, period: Interval): Promise<Figure>
  due(period: Interval, part?: Where): Figure
  progress(period: Interval): Figure
}

export function leafReader(facts: Facts, tallies: TallyReader): LeafReader {
  /** The days that really count, or why there are none. */
  function window(ledger: LedgerId, period: Interval): (Interval & { complete: boolean }) | Figure {
    if (period.from > facts.today) return none('notYet')
    const covered = (facts.coverage[ledger] ?? []).filter((interval) => overlaps(interval, period))
    const first = covered[0]
    const last = covered.at(-1)
    if (!first || !last) return none('notCovered')
    const through = period.to < facts.today ? period.to : facts.today
    const seen = intersect({ from: first.from, to: last.to }, { from: period.from, to: through })
    if (!seen) return none('notCovered')
    return {
      ...seen,
      complete: through === period.to && period.to < facts.today && coversAll(covered, period),
    }
  }

  const upTo = (to: Day, period: Interval, value: number): Figure => ({
    state: 'counted',
    value,
    complete: period.to < facts.today,
    from: period.from,
    to,
    blank: 0,
  })

  async function counted(
    ledger: LedgerId,
    period: Interval,
    value: () => Promise<{ value: number | null; blank: number; records: number } | null>,
  ): Promise<Figure> {
    const days = window(ledger, period)
    if ('state' in days) return days
    const found = await value()
    if (found === null) return none('monthsOnly')
    if (found.value === null || (found.records === 0 && found.blank > 0))
      return none('nothingRecorded')
    const { complete, from, to } = days
    return { state: 'counted', value: found.value, complete, from, to, blank: found.blank }
  }

  async function sum(formula: Of<'sum'>, period: Interval, part?: Where): Promise<Figure> {
    const held = [formula.where, part].filter((where) => where !== undefined)
    const fields = held.map((where) => where.field)
    const cut = keptCut(ledgerOf(formula.ledger), formula.measure, fields)
    if (cut === null) return none('notBrokenDown')
    return counted(formula.ledger, period, async () => {
      const found = await tallies.over(sourceOf(formula, cut), period)
      if (!found) return null
      const words = cut.map((field) => held.find((where) => where.field === field)?.value)
      const {
        sum: value,
        records,
        blank,
      } = pick(found, held.length > 0 ? words.join('+') : undefined)
      // Where no record says which it is, none of them being this one is not known.
      const unsaid = formula.where && !part ? pick(found, '').records : 0
      const isUnsaid = unsaid > 0 && unsaid === pick(found).records
      const isUnknown = isUnsaid || (!part && (await isUnfilled(tallies, formula, period)))
      return { value: isUnknown ? null : value, records, blank }
    })
  }

  const spreads = new Map<string, Promise<Tallies>>()

  /** Tallies by the values of a field: half of a year's records each, so they are added up once. */
  function valuesOf(formula: Of<'distinct' | 'quantile'>, period: Interval): Promise<Tallies> {
    const { ledger, measure, field } = formula
    const key = [ledger, measure, field, period.from, period.to].join('|')
    const known = spreads.get(key)
    if (known) return known
    const found = tallies.over({ ...sourceOf(formula, [field]), isWide: true }, period)
    spreads.set(key, found)
    return found
  }

  async function ofValues(formula: Of<'distinct' | 'quantile'>, period: Interval): Promise<Figure> {
    return counted(formula.ledger, period, async () => {
      const found = await valuesOf(formula, period)
      if (!found) return null
      const blank = found.get('')?.records ?? 0
      const records = pick(found).records - blank
      if (formula.kind === 'distinct' && (await isUnfilled(tallies, formula, period)))
        return { value: null, records, blank: 0 }
      const value =
        formula.kind === 'distinct'
          ? found.size - Number(found.has(''))
          : rounded(
              quantile(
                [...found].flatMap(([text, tally]) =>
                  text === '' ? [] : [{ value: Number(text), records: tally.records }],
                ),
                formula.quantile,
              ),
            )
      return { value, records, blank }
    })
  }

  /** The latest of each value on or before the period's end, added up. */
  async function last(formula: Of<'last'>, period: Interval, part?: Where): Promise<Figure> {
    const rows = await tallies.days(sourceOf(formula, [formula.by]), {
      from: EARLIEST,
      to: period.to,
    })
    const latest = new Map<string, { at: Day; sum: number }>()
    for (const row of rows) {
      const value = row.values[0] ?? ''
      if (row.records > 0 && (!part || part.value === value))
        latest.set(value, { at: row.at, sum: row.sum })
    }
    if (period.from > facts.today) return none('notYet')
    const stocks = [...latest.values()]
    const days = stocks.map((stock) => stock.at).sort()
    const to = days.at(-1)
    if (to === undefined) return none('notCovered')
    const value = stocks.reduce((total, stock) => total + stock.sum, 0)
    const from = days[0] ?? to
    return {
      state: 'counted',
      value,
      complete: to >= period.from && period.to < facts.today,
      from,
      to,
      blank: 0,
    }
  }

  async function balance(formula: Of<'balance'>, period: Interval): Promise<Figure> {
    const since = { from: EARLIEST, to: period.to }
    return counted(formula.ledger, period, async () => {
      const opened = await tallies.over(
        { ledger: formula.ledger, measure: formula.opened, cut: [] },
        since,
      )
      const closed = await tallies.over(
        { ledger: formula.ledger, measure: formula.closed, cut: [] },
        since,
      )
      if (!opened || !closed) return null
      return { value: pick(opened).sum - pick(closed).sum, records: pick(opened).records, blank: 0 }
    })
  }

  /** What holds on the period's last day, today at the latest; a list that is empty says nothing. */
  async function standing(
    { ledger, opened, closed }: Of<'standing'>,
    period: Interval,
    part?: Where,
  ): Promise<Figure> {
    if (period.from > facts.today) return none('notYet')
    const to = period.to < facts.today ? period.to : facts.today
    const since = { from: EARLIEST, to }
    const cut = part ? [part.field] : []
    const [begun, ended] = await Promise.all(
      [opened, closed].map((measure) => tallies.over({ ledger, measure, cut }, since)),
    )
    if (!begun || !ended) return none('monthsOnly')
    if (begun.size === 0) return none('notCovered')
    const value = pick(begun, part?.value).sum - pick(ended, part?.value).sum
    return upTo(to, period, value)
  }

  async function since(formula: Of<'since'>, period: Interval): Promise<Figure> {
    const days = window(formula.ledger, period)
    if ('state' in days) return days
    const rows = await tallies.days(sourceOf(formula, []), { from: EARLIEST, to: days.to })
    const latest = rows.findLast((row) => row.sum > 0)
    if (!latest) return none('neverStopped')
    const { complete, from, to } = days
    return { state: 'counted', value: daysBetween(latest.at, to), complete, from, to, blank: 0 }
  }

  /** Records that cannot be judged are its `blank`. */
  async function held({ ledger, side }: Of<'held'>, period: Interval): Promise<Figure> {
    return counted(ledger, period, async () => {
      const { inTime, late, noLimit, noTime } = await facts.held(ledger, period)
      const judged = inTime + late
      return { value: { inTime, late, judged }[side], records: judged, blank: noLimit + noTime }
    })
  }

  function due(period: Interval, part?: Where): Figure {
    const to = period.to < facts.today ? period.to : facts.today
    if (facts.due.channels.length > 0 && to < period.from) return none('notYet')
    const value = facts.due.seconds({ from: period.from, to }, part?.value)
    if (value === null) return none('noDueHours')
    return upTo(to, period, value)
  }

  function progress(period: Interval): Figure {
    if (period.from > facts.today) return none('notYet')
    const to = period.to < facts.today ? period.to : facts.today
    const value = timeProgress(to, facts.timeProgress)
    return upTo(to, period, value)
  }

  return { sum, ofValues, last, balance, standing, since, held, due, progress }
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value))

export const sourceOf = (
  formula: { ledger: LedgerId; measure: string },
  cut: readonly string[],
): Source => ({ ledger: formula.ledger, measure: formula.measure, cut })
