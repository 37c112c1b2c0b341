import type { TargetProgress } from '#shared/contract/figures.ts'
import type { Figure } from '#shared/metrics/figure.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import { sourceOf } from '#shared/metrics/leaves.ts'
import {
  accumulates,
  judgeSpan,
  judgeSteps,
  unjudged,
  type TargetJudgement,
  type TargetStepValue,
} from '#shared/metrics/target-progress.ts'
import { readTarget, type ReadTarget, type Target } from '#shared/metrics/targets.ts'
import { judgeFloor } from '#shared/metrics/content/floors.ts'
import { pick } from '#shared/metrics/tally.ts'
import { addDays, type Day } from '#shared/time/day.ts'
import {
  contains,
  coversAll,
  intersect,
  mergeIntervals,
  monthPeriod,
  monthsOf,
  overlaps,
  rangePeriod,
  samePeriodLastYear,
  type Interval,
} from '#shared/time/period.ts'
import type { Snapshot } from '../snapshot.ts'
import { recalled } from './remembered.ts'
import type { BoardScope } from './scope.ts'

type Known = Extract<ReadTarget, { target: Target }>

const READ = new WeakMap<Snapshot, readonly ReadTarget[]>()

/** Every target of the desk as it is written. */
export function targetsIn(snapshot: Snapshot): readonly ReadTarget[] {
  const known = READ.get(snapshot) ?? snapshot.targets.map(readTarget)
  READ.set(snapshot, known)
  return known
}

/** How far a metric and its parts are from every target whose days the period meets. */
export async function targetsOf(metric: MetricId, scope: BoardScope): Promise<TargetProgress[]> {
  const own = targetsIn(scope.snapshot).filter(
    (read): read is Known =>
      read.target !== null &&
      read.target.metric === metric &&
      overlaps(read.target.span, scope.period),
  )
  return Promise.all(
    own.map((read) => {
      const key = `${read.target.id}|${endOf(read.target, scope)}`
      return judged(scope, key, (apart) => progressOf(read, apart))
    }),
  )
}

/** Each target is judged once a day looked at. */
const judged = recalled<TargetProgress>(500)

async function progressOf({ target, problem }: Known, scope: BoardScope): Promise<TargetProgress> {
  const { id, kind, step, label, wording, source, part, low, high, span } = target
  const judged = problem
    ? unjudged(problem)
    : await (step === 'span' ? wholeSpan(target, scope) : steps(target, scope))
  const period = rangePeriod(span.from, span.to)
  return { id, kind, step, label, wording, source, part, low, high, span: period, ...judged }
}

/** The last day of the span that the page looks at. */
const endOf = ({ span }: Target, { end }: BoardScope): Day => (span.to < end ? span.to : end)

async function wholeSpan(target: Target, scope: BoardScope): Promise<TargetJudgement> {
  const { metric, span } = target
  const { today, evaluate, settings } = scope
  const end = endOf(target, scope)
  if (span.from > today) return unjudged('notYet')
  const seen = rangePeriod(span.from, end)
  const figure = await evaluate.figure(metric, seen, target.part ?? undefined)
  const through = figure.state === 'counted' ? figure.to : span.to
  return judgeSpan(target, {
    figure,
    isWhole: isWhole(figure, target, scope),
    isOver: through === span.to && span.to < today,
    rule: settings.timeProgress,
    lastYear: accumulates(metric) ? await lastYearOf(target, through, scope) : null,
  })
}

/** Whether the days from the span's start to the last that counts are all covered. */
function isWhole(figure: Figure, { metric, span }: Target, { snapshot }: BoardScope): boolean {
  if (figure.state !== 'counted' || !accumulates(metric)) return true
  const { formula } = metricOf(metric)
  const covered = 'ledger' in formula ? snapshot.coverage[formula.ledger] : undefined
  return covered
    ? coversAll(covered, { from: span.from, to: figure.to })
    : figure.from === span.from
}

async function lastYearOf(
  { metric, part, span }: Target,
  through: Day,
  { evaluate }: BoardScope,
): Promise<{ soFar: number; whole: number } | null> {
  const soFar = samePeriodLastYear(rangePeriod(span.from, through))
  const whole = samePeriodLastYear(rangePeriod(span.from, span.to))
  const [before, all] = await Promise.all(
    [soFar, whole].map((period) => evaluate.figure(metric, period, part ?? undefined)),
  )
  const isKnown = (figure: Figure | undefined): figure is Extract<Figure, { state: 'counted' }> =>
    figure?.state === 'counted' && figure.complete
  return isKnown(before) && isKnown(all) ? { soFar: before.value, whole: all.value } : null
}

/** Only days and months that are over and covered are held to a target. */
async function steps(target: Target, scope: BoardScope): Promise<TargetJudgement> {
  const { span, step } = target
  const end = endOf(target, scope)
  const last = end < scope.today ? end : addDays(scope.today, -1)
  if (span.from > last) return unjudged('notYet')
  const open = { from: span.from, to: last }
  const held = await (step === 'day'
    ? heldDays(target, open, scope)
    : heldMonths(target, open, scope))
  if (held === null) return unjudged('noDays')
  const isOver = held.isWhole && last === span.to
  return judgeSteps(target, held.steps, { isOver, through: held.through })
}

interface HeldSteps {
  readonly steps: readonly TargetStepValue[]
  readonly through: Day | null
  /** No step of the days asked is left out. */
  readonly isWhole: boolean
}

/** The value of each covered day; null where records dated to the month fall into no day. */
export async function heldDays(
  target: Target,
  open: Interval,
  scope: BoardScope,
): Promise<HeldSteps | null> {
  const { formula } = metricOf(target.metric)
  if (formula.kind !== 'sum') return null
  const covered = mergeIntervals(scope.snapshot.coverage[formula.ledger] ?? []).flatMap(
    (interval) => intersect(interval, open) ?? [],
  )
  const [first, last] = [covered[0], covered.at(-1)]
  if (!first || !last) return { steps: [], through: null, isWhole: false }
  const wheres = [formula.where ?? null, target.part].filter((where) => where !== null)
  const source = sourceOf(
    formula,
    wheres.map(({ field }) => field),
  )
  const span = { from: first.from, to: last.to }
  const [rows, tallies] = await Promise.all([
    scope.tallies.days(source, span),
    scope.tallies.over(source, span),
  ])
  const dated = rows.reduce((sum, { records }) => sum + records, 0)
  if (tallies === null || pick(tallies).records !== dated) return null
  const counts = new Map<Day, number>()
  for (const { at, values, sum } of rows)
    if (wheres.every(({ value }, nth) => values[nth] === value))
      counts.set(at, (counts.get(at) ?? 0) + sum)
  const steps = judgeFloor(counts, 0, covered).map(({ day, value }) => ({ at: day, value }))
  return { steps, through: last.to, isWhole: coversAll(covered, open) }
}

/** The value of each month that is over and known whole. */
async function heldMonths(
  { metric, part }: Target,
  open: Interval,
  scope: BoardScope,
): Promise<HeldSteps> {
  const months = monthsOf(open)
    .map(monthPeriod)
    .filter((month) => contains(open, month))
  const figures = await Promise.all(
    months.map((month) => scope.evaluate.figure(metric, month, part ?? undefined)),
  )
  const known = months.flatMap((month, nth) => {
    const figure = figures[nth]
    return figure && figure.state !== 'none' && figure.complete
      ? [{ at: month.key, value: figure.value, to: month.to }]
      : []
  })
  return {
    steps: known,
    through: known.at(-1)?.to ?? null,
    isWhole: known.length === monthsOf(open).length,
  }
}
