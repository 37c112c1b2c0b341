import { EARLIEST } from '../time/day.ts'
import {
  comparePeriod,
  cumulative,
  monthPeriod,
  monthsOf,
  rangePeriod,
  type Interval,
  type Period,
} from '../time/period.ts'
import { changeOf, type Known } from './change.ts'
import type { Where } from './define.ts'
import type { Facts } from './facts.ts'
import { none, type Change, type Figure, type NoneReason, type Part, type Point } from './figure.ts'
import { assessedStoppage, availability, ratio, stopRate } from './formulas.ts'
import { metricNamed, metricOf, type MetricId } from './index.ts'
import { leafReader, sourceOf } from './leaves.ts'
import { derivedQualifier, qualifierOf } from './qualifiers.ts'
import { partMetric, statedFor, statedPartValues, statedTogether } from './stated.ts'
import { tallyReader } from './tally.ts'

export interface Evaluator {
  figure(metric: MetricId, period: Period, part?: Where): Promise<Figure>
  parts(metric: MetricId, period: Period, field: string): Promise<Part[]>
  months(metric: MetricId, months: readonly string[], field?: string): Promise<Point[]>
  compare(metric: MetricId, period: Period, mode: 'yoy' | 'mom'): Promise<Compared>
}

export interface Compared {
  readonly change: Change
  readonly period: Period
  readonly against: Period | null
  readonly isCut: boolean
}

/** The period a metric speaks of: from 1 January for figures of the year. */
export const spanOf = (metric: MetricId, period: Period): Period =>
  metricOf(metric).span === 'year' ? cumulative(period) : period

/** Answers figures from kept sums, stated records and settings; the same for page, slide and file. */
export function evaluator(facts: Facts): Evaluator {
  const tallies = tallyReader(facts.read, facts.span)

  const leaves = leafReader(facts, tallies)

  async function combined(
    names: readonly [string, string],
    period: Period,
    part: Where | undefined,
    formula: (a: number, b: number) => number | null,
    overNothing: NoneReason = 'nothingToDivide',
  ): Promise<Figure> {
    const [left, right] = await Promise.all(
      names.map((name) => figure(metricNamed(name), period, part)),
    )
    if (!left || !right || left.state === 'none') return left ?? none('notCovered')
    if (right.state === 'none') return right
    const value = formula(left.value, right.value)
    if (value === null) return none(overNothing)
    return derived(value, left, right)
  }

  /** Stoppage against the due hours of the very days whose faults are known, not of days ahead. */
  async function againstDue(
    names: { readonly stoppage: string; readonly due: string },
    period: Period,
    part: Where | undefined,
    formula: (stoppage: number, due: number) => number | null,
  ): Promise<Figure> {
    const lost = await figure(metricNamed(names.stoppage), period, part)
    if (lost.state === 'none') return lost
    const days = lost.state === 'counted' ? rangePeriod(lost.from, lost.to) : period
    const due = await figure(metricNamed(names.due), days, part)
    if (due.state === 'none') return due
    const value = formula(lost.value, due.value)
    if (value === null) return none('nothingToDivide')
    return derived(value, lost, due.state === 'stated' ? due : { ...due, complete: true })
  }

  async function fromLedgers(metric: MetricId, period: Period, part?: Where): Promise<Figure> {
    const { formula } = metricOf(metric)
    switch (formula.kind) {
      case 'sum':
        return leaves.sum(formula, period, part)
      case 'distinct':
      case 'quantile':
        return leaves.ofValues(formula, period)
      case 'last':
        return leaves.last(formula, period, part)
      case 'balance':
        return leaves.balance(formula, period)
      case 'standing':
        return leaves.standing(formula, period, part)
      case 'since':
        return leaves.since(formula, period)
      case 'held':
        return leaves.held(formula, period)
      case 'dueSeconds':
        return leaves.due(period, part)
      case 'timeProgress':
        return leaves.progress(period)
      case 'ratio':
        return combined([formula.top, formula.bottom], period, part, ratio, formula.overNothing)
      case 'difference':
        return combined([formula.left, formula.right], period, undefined, (a, b) => (a - b) * 100)
      case 'assessed':
        return combined([formula.stoppage, formula.filler], period, part, assessedStoppage)
      case 'stopRate':
        return againstDue(formula, period, part, stopRate)
      case 'availability':
        return againstDue(formula, period, part, availability)
    }
  }

  /** Counted where the ledger covers the period, else stated, else what little is counted. */
  async function figure(metric: MetricId, chosen: Period, part?: Where): Promise<Figure> {
    if (facts.denies?.(metric)) return none('denied')
    const period = spanOf(metric, chosen)
    const own = await fromLedgers(metric, period, part)
    if (own.state === 'counted' && (own.complete || period.to >= facts.today)) return own
    const named = part ? partMetric(metric, part.field, part.value) : metric
    const stated = statedAs(metric, period, part) ?? (part && named && statedAs(named, period))
    if (stated) return stated
    if (own.state === 'none' && own.why === 'notCovered' && statedAround(metric, period))
      return none('noMonths')
    return own
  }

  const statedAs = (metric: MetricId, period: Period, part?: Where): Figure | null =>
    statedFor(facts.stated, metric, period, part)[0] ??
    statedTogether(facts.stated, metric, period, part)

  const statedAround = (metric: MetricId, period: Period): boolean =>
    facts.stated.some(
      ({ row }) =>
        row.metric === metric &&
        !row.partField &&
        String(row.periodFrom) <= period.from &&
        String(row.periodTo) >= period.to,
    )

  /** The values a metric's parts take over a span, fixed so that months line up. */
  async function partValues(metric: MetricId, span: Interval, field: string): Promise<string[]> {
    const { formula } = metricOf(metric)
    if (formula.kind === 'ratio') return partValues(metricNamed(formula.bottom), span, field)
    if (formula.kind !== 'sum' && formula.kind !== 'last' && formula.kind !== 'standing') return []
    const isStanding = formula.kind === 'standing'
    const source = { ...formula, measure: isStanding ? formula.opened : formula.measure }
    const found = await tallies.over(
      sourceOf(source, [field]),
      isStanding ? { from: EARLIEST, to: span.to } : span,
    )
    if (!found || found.size === 0) return statedPartValues(facts.stated, metric, span, field)
    return [...found].sort(([, a], [, b]) => b.sum - a.sum).map(([value]) => value)
  }

  async function parts(metric: MetricId, chosen: Period, field: string): Promise<Part[]> {
    const period = spanOf(metric, chosen)
    const values = await partValues(metric, period, field)
    return Promise.all(
      values.map(async (value) => ({
        value,
        figure: await figure(metric, chosen, { field, value }),
      })),
    )
  }

  async function months(
    metric: MetricId,
    list: readonly string[],
    field?: string,
  ): Promise<Point[]> {
    const first = list[0]
    const end = list.at(-1)
    if (!first || !end) return []
    const span = { from: monthPeriod(first).from, to: monthPeriod(end).to }
    const values = field ? await partValues(metric, span, field) : []
    return Promise.all(
      list.map(async (at) => {
        const period = monthPeriod(at)
        const whole = await figure(metric, period)
        const split = whole.state === 'counted' && field !== undefined ? values : []
        const of = async (value: string) => {
          const part = await figure(metric, period, { field: field ?? '', value })
          // A stated part is of the whole month and may be about right: no amount beside counted ones.
          return { value, amount: part.state === 'counted' ? part.value : null }
        }
        return { at, figure: whole, parts: await Promise.all(split.map(of)) }
      }),
    )
  }

  async function compare(metric: MetricId, period: Period, mode: 'yoy' | 'mom'): Promise<Compared> {
    const whole = await figure(metric, period)
    const through = whole.state === 'counted' && !whole.complete ? whole.to : null
    const compared = comparePeriod(period, mode, through)
    const { against, isCut } = compared
    if (whole.state === 'none') return { ...compared, change: { kind: 'none', why: whole.why } }
    if (!against) return { ...compared, change: { kind: 'none', why: 'otherBasis' } }
    const now = isCut ? await figure(metric, compared.period) : whole
    const before = await figure(metric, against)
    const isWhole = covers(now, spanOf(metric, compared.period), metric)
    const change: Change = isWhole
      ? changeOf(metric, now, before)
      : { kind: 'none', why: 'notWhole' }
    return { period: compared.period, against, isCut, change }
  }

  return { figure, parts, months, compare }
}

/** Whether a figure counts its whole span; a stock is as good as its last reading. */
const covers = (figure: Figure, span: Interval, metric: MetricId): boolean =>
  figure.state !== 'counted' ||
  metricOf(metric).formula.kind === 'last' ||
  (figure.from === span.from && figure.to === span.to)

/** A value computed from two figures: stated, and only about right, where one of them is. */
function derived(value: number, left: Known, right: Known): Figure {
  const complete = left.complete && right.complete
  const stated = [right, left].flatMap((side) => (side.state === 'stated' ? [side] : []))
  const [first] = stated
  if (!first) return { ...left, value, complete }
  const qualifier = derivedQualifier(stated.map(qualifierOf))
  const source = [...new Set(stated.map((side) => side.source))].join('、')
  return { ...first, value, complete, qualifier, wording: '', source }
}

/** Months of the period's year, and of the year before. */
export function yearMonths(period: Period): { year: string[]; before: string[] } {
  const year = Number(period.to.slice(0, 4))
  const of = (y: number) =>
    monthsOf({ key: '', kind: 'range', from: `${y}-01-01`, to: `${y}-12-31` })
  return { year: of(year), before: of(year - 1) }
}

/** Months and parts a board needs lie within this span. */
export function boardSpan(period: Period): Interval {
  const first = Number(period.from.slice(0, 4)) - 1
  return { from: `${first}-01-01`, to: `${period.to.slice(0, 4)}-12-31` }
}
