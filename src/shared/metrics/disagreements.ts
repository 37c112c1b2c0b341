import type { Disagreement } from '../contract/reconcile.ts'
import { LEDGERS } from '../ledgers/index.ts'
import { overlaps, type Period } from '../time/period.ts'
import type { Evaluator } from './evaluate.ts'
import { METRIC_IDS, metricOf, type MetricId } from './index.ts'
import { inUnit, metricStated, statedFigure, statedSums, type StatedRecord } from './stated.ts'
import { pick, type TallyReader } from './tally.ts'

interface Sides {
  readonly evaluator: Evaluator
  readonly tallies: TallyReader
  readonly stated: readonly StatedRecord[]
  /** The name a period is shown by comes with the record: a year stays a year. */
  readonly periodOf: (record: StatedRecord) => Period
}

/**
 * Every pair of ways to one figure within a period, agreeing or not, the differing first:
 * counted against stated, stated total against its stated parts, one ledger against another.
 */
export async function disagreements(period: Period, sides: Sides): Promise<Disagreement[]> {
  const near = sides.stated.filter((record) => overlaps(sides.periodOf(record), period))
  const found = [
    ...(await Promise.all(near.map((record) => countedAgainstStated(record, sides)))),
    ...statedSums(near).map((sum) => totalAgainstParts(sum, sides)),
    ...(await Promise.all(METRIC_IDS.map((metric) => betweenLedgers(metric, period, sides)))),
  ]
  return found.flat().toSorted((a, b) => Number(a.agrees) - Number(b.agrees))
}

async function countedAgainstStated(record: StatedRecord, sides: Sides): Promise<Disagreement[]> {
  const metric = metricStated(record)
  const stated = metric && statedFigure(record, metricOf(metric).unit)
  if (!metric || !stated) return []
  const period = sides.periodOf(record)
  const counted = await sides.evaluator.figure(metric, period)
  if (counted.state !== 'counted' || !counted.complete) return []
  const { label, unit } = metricOf(metric)
  return [
    {
      label,
      metric,
      period,
      agrees: isWithin(counted.value, stated.value, stated.qualifier),
      unit,
      left: {
        words: stated.qualifier === 'exact' ? '填报' : `填报“${stated.wording}”`,
        value: stated.value,
        source: stated.source,
      },
      right: { words: '台账合计', value: counted.value, source: ledgerLabel(metric) },
      difference: stated.value - counted.value,
    },
  ]
}

/** Whether a counted value is what the stated words allow: 140余 allows 140 and more. */
function isWithin(counted: number, stated: number, qualifier: string): boolean {
  if (qualifier === 'moreThan' || qualifier === 'atLeast') return counted >= stated
  if (qualifier === 'nearly' || qualifier === 'atMost') return counted <= stated
  if (qualifier === 'about') return Math.abs(counted - stated) <= stated * 0.05
  return counted === stated
}

function totalAgainstParts(
  { total, parts, sum }: ReturnType<typeof statedSums>[number],
  { periodOf }: Sides,
): Disagreement[] {
  const metric = metricStated(total)
  const printed = String(total.row.unit ?? '')
  const unit = metric
    ? metricOf(metric).unit
    : printed === '万元' || printed === '元'
      ? 'money'
      : printed
  const known = unit === 'money' ? 'money' : '条'
  const left = inUnit(String(total.row.value ?? ''), printed, known)
  const right = inUnit(sum, printed, known)
  if (left === null || right === null) return []
  const source = String(total.row.source ?? '')
  const names = parts.map(({ row }) => String(row.label ?? '')).join('、')
  return [
    {
      label: String(total.row.label ?? ''),
      metric,
      period: periodOf(total),
      agrees: left === right,
      unit,
      left: { words: '填报合计', value: left, source },
      right: { words: `分项之和（${names}）`, value: right, source },
      difference: left - right,
    },
  ]
}

async function betweenLedgers(
  metric: MetricId,
  period: Period,
  sides: Sides,
): Promise<Disagreement[]> {
  const { also = [], label, unit } = metricOf(metric)
  if (also.length === 0) return []
  const main = await sides.evaluator.figure(metric, period)
  if (main.state !== 'counted') return []
  const rows = await Promise.all(
    also.map(async ({ ledger, measure }): Promise<Disagreement[]> => {
      const tallies = await sides.tallies.over({ ledger, measure, cut: [] }, period)
      const other = tallies && pick(tallies)
      if (!other || other.records === 0) return []
      return [
        {
          label,
          metric,
          period,
          agrees: other.sum === main.value,
          unit,
          left: { words: '按日登记之和', value: other.sum, source: LEDGERS[ledger].label },
          right: { words: '逐条登记之和', value: main.value, source: ledgerLabel(metric) },
          difference: other.sum - main.value,
        },
      ]
    }),
  )
  return rows.flat()
}

function ledgerLabel(metric: MetricId): string {
  const { formula } = metricOf(metric)
  return 'ledger' in formula ? LEDGERS[formula.ledger].label : ''
}
