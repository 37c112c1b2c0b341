import type {
  Disagreement,
  Pair,
  ReconcileAnswer,
  Unpaired,
  Whole,
} from '#shared/contract/reconcile.ts'
import { likelyCauses, type Named } from '#shared/metrics/reconcile/causes.ts'
import { disagreements } from '#shared/metrics/reconcile/disagreements.ts'
import { yearMonths } from '#shared/metrics/evaluate.ts'
import { METRIC_IDS, metricOf, type MetricId } from '#shared/metrics/index.ts'
import {
  metricStated,
  partStated,
  statedFigure,
  statedFor,
  type StatedRecord,
} from '#shared/metrics/stated.ts'
import { statedSums } from '#shared/metrics/reconcile/stated-sums.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import { overlaps, samePeriodLastYear } from '#shared/time/period.ts'
import { monthLabel } from '#shared/time/words.ts'
import { periodOfStated } from '../opening-period.ts'
import type { BoardScope } from './scope.ts'

type Sections = Pick<ReconcileAnswer, 'pairs' | 'wholes' | 'unpaired'>

/** What 口径核对 shows: pairs that can be held against each other, and what cannot. */
export async function reconcileSections(scope: BoardScope): Promise<Sections> {
  const found = await boardDisagreements(scope)
  const [explanations, pairs, wholes, unpaired] = await Promise.all([
    explanationsOf(scope, found),
    Promise.all(found.map(async (pair) => ({ ...pair, causes: await causesOf(pair, scope) }))),
    countedWholes(scope),
    unpairedFigures(scope, found),
  ])
  return {
    pairs: pairs.map((pair) => ({ ...pair, explanation: explanations.get(pair.id) ?? null })),
    wholes,
    unpaired,
  }
}

/** Every pair of ways to one figure within the period, the differing first. */
export function boardDisagreements({
  period,
  evaluate,
  tallies,
  snapshot,
}: BoardScope): Promise<Disagreement[]> {
  return disagreements(period, {
    evaluator: evaluate,
    tallies,
    stated: snapshot.stated,
    periodOf: periodOfStated,
  })
}

/** What people wrote about the pairs, by the pair's id. */
async function explanationsOf(
  { store }: BoardScope,
  pairs: readonly Disagreement[],
): Promise<ReadonlyMap<string, NonNullable<Pair['explanation']>>> {
  const { records } = await store.records({
    ledger: 'explanations',
    filters: [{ field: 'pair', in: pairs.map(({ id }) => id) }],
    sort: { field: 'id', descending: false },
    offset: 0,
    limit: Math.max(1, pairs.length),
  })
  return new Map(
    records.map(({ id, row, createdAt, createdBy, changedAt, changedBy }) => [
      String(row.pair),
      {
        record: id,
        state: String(row.state),
        note: String(row.note ?? ''),
        at: changedAt ?? createdAt,
        by: changedBy ?? createdBy,
      },
    ]),
  )
}

async function causesOf(pair: Disagreement, scope: BoardScope): Promise<Pair['causes']> {
  if (pair.agrees) return []
  const { metric, left, right } = pair
  const sums = statedSums(scope.snapshot.stated)
  const own = sums.find(({ total }) => total.id === pair.record)
  return likelyCauses({
    left: left.value,
    right: right.value,
    statedSum: pair.kind === 'stated' && own && metric ? statedPartsOf(own.parts, metric) : null,
    ...(metric ? await figuresAround(metric, pair, scope) : NOTHING_AROUND),
    rounding: pair.unit === 'money' && pair.kind === 'stated' ? ONE_HUNDRED_YUAN : 0,
  })
}

/** 0.01 万元 in 分: reports state money in 万元 to two places. */
const ONE_HUNDRED_YUAN = 10_000

function statedPartsOf(parts: readonly StatedRecord[], metric: MetricId): number | null {
  const values = parts.map((part) => statedFigure(part, metricOf(metric).unit)?.value ?? null)
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}

const NOTHING_AROUND = {
  counted: null,
  statedGrowth: null,
  lastYear: null,
  others: [],
  months: [],
  parts: [],
}

/** The counted figures near a pair's, that one of its sides may have been taken from. */
async function figuresAround(
  metric: MetricId,
  { kind, period }: Disagreement,
  { evaluate, snapshot }: BoardScope,
) {
  const value = async (of: MetricId, over = period): Promise<number | null> => {
    const figure = await evaluate.figure(of, over)
    return figure.state === 'counted' && figure.complete ? figure.value : null
  }
  const named = async (of: MetricId): Promise<Named[]> => {
    const known = await value(of)
    return known === null ? [] : [{ name: metricOf(of).label, value: known }]
  }
  const { by = [] } = metricOf(metric)
  const statedNow = kind === 'growth' ? statedFor(snapshot.stated, metric, period)[0] : null
  const [counted, lastYear, others, points, parts] = await Promise.all([
    kind === 'sum' ? value(metric) : null,
    value(metric, samePeriodLastYear(period)),
    Promise.all(kinOf(metric).map(named)),
    evaluate.months(metric, yearMonths(period).year),
    Promise.all(by.slice(0, 2).map((field) => evaluate.parts(metric, period, field))),
  ])
  return {
    counted,
    statedGrowth: statedNow && lastYear !== null ? statedNow.value - lastYear : null,
    lastYear: kind === 'growth' ? null : lastYear,
    others: others.flat(),
    months: points.flatMap(({ at, figure }) =>
      figure.state === 'counted' ? [{ name: monthLabel(at), value: figure.value }] : [],
    ),
    parts: parts.flatMap((list) =>
      list.flatMap(({ value: part, figure }) =>
        figure.state === 'counted' ? [{ name: partWord(metric, part), value: figure.value }] : [],
      ),
    ),
  }
}

/** Other figures of the same ledger in the same unit: works beside uses, closed beside found. */
function kinOf(metric: MetricId): MetricId[] {
  const { formula, unit } = metricOf(metric)
  const ledger = 'ledger' in formula ? formula.ledger : null
  return METRIC_IDS.filter((id) => {
    const other = metricOf(id)
    const isSameBook = 'ledger' in other.formula && other.formula.ledger === ledger
    const isCount = other.unit === unit || other.formula.kind === 'distinct'
    return id !== metric && isSameBook && isCount && other.formula.kind !== 'quantile'
  })
}

/** Counted totals against their parts by each field, over the period as far as it is covered. */
async function countedWholes({ evaluate, tallies, period }: BoardScope): Promise<Whole[]> {
  const rows = METRIC_IDS.flatMap((metric) => {
    const { formula, by = [] } = metricOf(metric)
    return formula.kind === 'sum' && !formula.where
      ? by.map((field) => ({ metric, formula, field }))
      : []
  })
  const found = await Promise.all(
    rows.map(async ({ metric, formula: { ledger, measure }, field }): Promise<Whole[]> => {
      const figure = await evaluate.figure(metric, period)
      if (figure.state !== 'counted') return []
      const parts = await tallies.over({ ledger, measure, cut: [field] }, figure)
      if (!parts || parts.size === 0) return []
      const sums = [...parts.values()].map(({ sum }) => sum)
      const named = [...parts.keys()].filter((value) => value !== '').length
      const total = sums.reduce((so, sum) => so + sum, 0)
      const unnamed = parts.get('')?.sum ?? 0
      return [{ metric, field, period, whole: figure.value, parts: total, named, unnamed }]
    }),
  )
  return found.flat()
}

/** Stated figures of the period that stand in no pair, each with the reason. */
async function unpairedFigures(
  { snapshot: { stated, coverage }, period, evaluate }: BoardScope,
  pairs: readonly Disagreement[],
): Promise<Unpaired[]> {
  const paired = new Set(pairs.map(({ record }) => record))
  const sums = statedSums(stated)
  for (const { parts } of sums) for (const { id } of parts) paired.add(id)
  const alone = stated.filter(
    (record) => !paired.has(record.id) && overlaps(periodOfStated(record), period),
  )
  return Promise.all(
    alone.map(async (record) => {
      const { row } = record
      const metric = metricStated(record)
      const own = periodOfStated(record)
      const about = {
        record: record.id,
        label: String(row.label),
        wording: String(row.wording ?? '') || `${String(row.value)} ${String(row.unit)}`,
        source: String(row.source),
        period: own,
        metric,
        covered: null,
      }
      if (!metric) return { ...about, why: 'noMetric' }
      if (!statedFigure(record, metricOf(metric).unit)) return { ...about, why: 'otherUnit' }
      const figure = await evaluate.figure(metric, own, partStated(record))
      const { formula } = metricOf(metric)
      const spans = 'ledger' in formula ? (coverage[formula.ledger] ?? []) : []
      const covered = spans.find((span) => overlaps(span, own)) ?? null
      const isPart = figure.state === 'counted' || covered !== null
      return isPart ? { ...about, why: 'notWhole', covered } : { ...about, why: 'notCovered' }
    }),
  )
}
