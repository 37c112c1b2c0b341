import { daysBetween, daysInMonth, monthOf, type Day } from '../time/day.ts'
import { isWholeMonths, monthsOf, type Interval } from '../time/period.ts'
import type { Figure, NoneReason } from './figure.ts'
import type { TimeProgressRule } from './formulas.ts'
import { metricOf, type MetricId } from './index.ts'
import type { Target, TargetProblem } from './targets.ts'

/** Why a target is not judged, or only in part. */
export type TargetDoubt =
  | TargetProblem
  | NoneReason
  | 'notWhole' // the ledger does not cover the span from its start
  | 'noDays' // records dated to the month have no days to hold

/** How far a figure is from a target. */
export interface TargetJudgement {
  /** Counted over the target's span as far as it is known; null where nothing is. */
  readonly value: number | null
  /** The last day that counts. */
  readonly through: Day | null
  /** value ÷ target; by day or month the share of steps that held; of a ceiling the share used. */
  readonly progress: number | null
  /** 序时进度 over the target's span. */
  readonly pace: number | null
  /** The value at the span's end, by days passed in a straight line. */
  readonly projected: number | null
  /** The same by last year's course: value × last year's whole ÷ last year's by the same day. */
  readonly projectedByLastYear: number | null
  readonly isMet: boolean | null
  readonly missed: number | null
  readonly counted: number | null
  readonly doubt: TargetDoubt | null
}

/** What is known of a target's span. */
export interface TargetReading {
  /** From the span's start to the last day looked at. */
  readonly figure: Figure
  /** Every day from the span's start to the last that counts is covered. */
  readonly isWhole: boolean
  /** No day of the span is left to come. */
  readonly isOver: boolean
  readonly rule: TimeProgressRule
  /** Last year's value by the same day and over the same whole span; null where one is unknown. */
  readonly lastYear: { readonly soFar: number; readonly whole: number } | null
}

/** Judges a target that holds over its span as a whole. */
export function judgeSpan(target: Target, reading: TargetReading): TargetJudgement {
  const { figure, isOver } = reading
  if (figure.state === 'none') return { ...NOTHING, doubt: figure.why }
  const { value } = figure
  const through = figure.state === 'counted' ? figure.to : target.span.to
  const isWhole = figure.state === 'stated' || reading.isWhole
  const base = { ...NOTHING, value, through, isMet: isMet(target, value, isOver && isWhole) }
  if (!isWhole) return { ...base, doubt: 'notWhole' }
  const grows = accumulates(target.metric)
  return {
    ...base,
    progress: progressOf(target, value),
    pace: grows ? shareOfSpan(target.span, through, reading.rule) : null,
    ...(grows && !isOver && projections(target, value, through, reading)),
  }
}

/** One day or month of a span held to a target. */
export interface TargetStepValue {
  readonly at: string
  readonly value: number
}

/**
 * Judges a target that holds for each day or month: `steps` are those over and covered. a rate's
 * steps add up to nothing.
 */
export function judgeSteps(
  target: Target,
  steps: readonly TargetStepValue[],
  { isOver, through }: { readonly isOver: boolean; readonly through: Day | null },
): TargetJudgement {
  const counted = steps.length
  if (counted === 0) return { ...NOTHING, doubt: 'notCovered' }
  const missed = steps.filter(({ value }) => !isWithin(target, value)).length
  return {
    ...NOTHING,
    value: accumulates(target.metric) ? steps.reduce((sum, { value }) => sum + value, 0) : null,
    through,
    progress: (counted - missed) / counted,
    isMet: missed > 0 ? false : isOver ? true : null,
    missed,
    counted,
  }
}

const NOTHING: TargetJudgement = {
  value: null,
  through: null,
  progress: null,
  pace: null,
  projected: null,
  projectedByLastYear: null,
  isMet: null,
  missed: null,
  counted: null,
  doubt: null,
}

/** A judgement of what cannot be judged. */
export const unjudged = (doubt: TargetDoubt): TargetJudgement => ({ ...NOTHING, doubt })

/** Whether a value is where the target wants it. */
export const isWithin = ({ low, high }: Pick<Target, 'low' | 'high'>, value: number): boolean =>
  (low === null || value >= low) && (high === null || value <= high)

/** Whether a figure grows with the days of its span, as sums do; rates and stocks do not. */
export function accumulates(metric: MetricId): boolean {
  const { kind } = metricOf(metric).formula
  return kind === 'sum' || kind === 'held' || kind === 'assessed' || kind === 'distinct'
}

/**
 * A sum that reached its low end has it for good, one past its high end has lost it for good; what
 * else holds is known when the span is over. A rate or a stock is judged as it stands.
 */
function isMet(target: Target, value: number, isOver: boolean): boolean | null {
  if (isOver || !accumulates(target.metric)) return isWithin(target, value)
  if (target.high !== null) return value > target.high ? false : null
  return target.low !== null && value >= target.low ? true : null
}

/** Of a range against its low end; a rate is not a part of its target, so it has none. */
function progressOf({ metric, low, high }: Target, value: number): number | null {
  const goal = low ?? high
  const { unit } = metricOf(metric)
  if (goal === null || goal === 0 || unit === 'ratio' || unit === 'points') return null
  return value / goal
}

/**
 * How much of a span has passed at the end of a day, as a share of one: whole months by the rule of
 * 序时进度, any other span by its days.
 */
export function shareOfSpan(span: Interval, day: Day, rule: TimeProgressRule): number {
  if (day >= span.to) return 1
  if (day < span.from) return 0
  if (rule === 'days' || !isWholeMonths(span)) return passedDays(span, day) / spanDays(span)
  const months = monthsOf(span)
  const begun = months.indexOf(monthOf(day))
  const exact = (begun + Number(day.slice(8)) / daysInMonth(monthOf(day))) / months.length
  return rule === 'wholePercent' ? Math.round(exact * 100) / 100 : exact
}

const passedDays = ({ from }: Interval, day: Day): number => daysBetween(from, day) + 1
const spanDays = ({ from, to }: Interval): number => daysBetween(from, to) + 1

/** Below these an extrapolation says more about chance than about the year. */
const LEAST = { days: 14, share: 1 / 12, value: 10 } as const

/**
 * The value at the span's end, two ways. Refused for what does not add up from day to day (distinct
 * works), for lengths of time, which a few events make, and where little has passed.
 */
function projections(
  { metric, span }: Target,
  value: number,
  through: Day,
  { lastYear }: TargetReading,
): Pick<TargetJudgement, 'projected' | 'projectedByLastYear'> {
  const refused = { projected: null, projectedByLastYear: null }
  const { unit, formula } = metricOf(metric)
  const passed = passedDays(span, through)
  const isLittle = passed < LEAST.days || passed / spanDays(span) < LEAST.share
  if (isLittle || value < LEAST.value || unit === 'duration' || formula.kind === 'distinct')
    return refused
  const hasCourse = lastYear !== null && lastYear.soFar >= LEAST.value
  return {
    projected: Math.round((value * spanDays(span)) / passed),
    projectedByLastYear: hasCourse ? Math.round((value * lastYear.whole) / lastYear.soFar) : null,
  }
}
