import type { Disagreement } from '../../contract/reconcile.ts'
import { LEDGERS } from '../../ledgers/index.ts'
import { overlaps, samePeriodLastYear, type Period } from '../../time/period.ts'
import type { Evaluator } from '../evaluate.ts'
import { isMetricId, METRIC_IDS, metricOf, type MetricId } from '../index.ts'
import { isAllowed, mayAgree, qualifierOf, readQualifier, type Qualifier } from '../qualifiers.ts'
import { inUnit, metricStated, partStated, statedFigure, type StatedRecord } from '../stated.ts'
import { statedSpans, statedSums } from './stated-sums.ts'
import { pick, type TallyReader } from '../tally.ts'

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
    ...(await Promise.all(near.map((record) => quotedGrowth(record, sides)))),
    statedDisagreements(period, sides),
    ...(await Promise.all(METRIC_IDS.map((metric) => betweenLedgers(metric, period, sides)))),
  ]
  return found.flat().toSorted((a, b) => Number(a.agrees) - Number(b.agrees))
}

/** Those pairs whose both sides are stated: totals against their parts, wholes against their spans. */
export function statedDisagreements(
  period: Period,
  { stated, periodOf }: Pick<Sides, 'stated' | 'periodOf'>,
): Disagreement[] {
  const near = stated.filter((record) => overlaps(periodOf(record), period))
  return [
    ...statedSums(near).flatMap((sum) => totalAgainstParts(sum, periodOf)),
    ...statedSpans(near).flatMap((span) => wholeAgainstSpans(span, periodOf)),
  ]
}

/** By what the record says, not by its number in the desk: it stays the same when it is brought in anew. */
const pairId = (kind: Disagreement['kind'], { row }: StatedRecord): string =>
  [kind, row.source, row.code, row.label, row.periodFrom, row.periodTo].join('|')

async function countedAgainstStated(record: StatedRecord, sides: Sides): Promise<Disagreement[]> {
  const metric = metricStated(record)
  const stated = metric && statedFigure(record, metricOf(metric).unit)
  if (!metric || !stated) return []
  const period = sides.periodOf(record)
  const part = partStated(record)
  const counted = await sides.evaluator.figure(metric, period, part)
  if (counted.state !== 'counted' || !counted.complete) return []
  const { unit } = metricOf(metric)
  const label = part ? `${metricOf(metric).label}（${part.value}）` : metricOf(metric).label
  return [
    {
      id: pairId('stated', record),
      kind: 'stated',
      record: record.id,
      label,
      metric,
      period,
      agrees: isAllowed(counted.value, stated.value, qualifierOf(stated)),
      unit,
      left: {
        words: stated.qualifier === 'exact' ? '填报' : `填报“${stated.wording}”`,
        value: stated.value,
        source: stated.source,
        ...inexact(qualifierOf(stated)),
      },
      right: { words: '台账合计', value: counted.value, source: ledgerLabel(metric) },
      difference: stated.value - counted.value,
    },
  ]
}

/** A growth somebody quoted against the one between the counted figures of the two periods. */
async function quotedGrowth(record: StatedRecord, sides: Sides): Promise<Disagreement[]> {
  const metric = String(record.row.growthOf ?? '')
  if (!isMetricId(metric)) return []
  const { label, unit } = metricOf(metric)
  const quoted = statedFigure(record, unit)
  const period = sides.periodOf(record)
  const [now, before] = await Promise.all(
    [period, samePeriodLastYear(period)].map((over) => sides.evaluator.figure(metric, over)),
  )
  if (!quoted || now?.state !== 'counted' || before?.state !== 'counted') return []
  if (!now.complete || !before.complete) return []
  const computed = now.value - before.value
  return [
    {
      id: pairId('growth', record),
      kind: 'growth',
      record: record.id,
      label: `${label}同比增减`,
      metric,
      period,
      agrees: isAllowed(computed, quoted.value, qualifierOf(quoted)),
      unit,
      left: {
        words: '填报的增减',
        value: quoted.value,
        source: quoted.source,
        ...inexact(qualifierOf(quoted)),
      },
      right: {
        words: `台账 ${now.value} 减上年 ${before.value}`,
        value: computed,
        source: ledgerLabel(metric),
      },
      difference: quoted.value - computed,
    },
  ]
}

/** Said of a side only where it is not exact. */
const inexact = (qualifier: Qualifier): { readonly qualifier?: Qualifier } =>
  qualifier === 'exact' ? {} : { qualifier }

function totalAgainstParts(
  { total, parts, by, sum, qualifier }: ReturnType<typeof statedSums>[number],
  periodOf: Sides['periodOf'],
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
  const own = readQualifier(total.row.qualifier)
  const names = parts.map(({ row }) => String(row.label ?? '')).join('、')
  return [
    {
      id: [pairId('sum', total), ...(by === '' ? [] : [by])].join('|'),
      kind: 'sum',
      record: total.id,
      label: String(total.row.label ?? ''),
      metric,
      period: periodOf(total),
      agrees: mayAgree({ value: left, qualifier: own }, { value: right, qualifier }),
      unit,
      left: { words: '填报合计', value: left, source, ...inexact(own) },
      right: { words: `分项之和（${names}）`, value: right, source, ...inexact(qualifier) },
      difference: left - right,
    },
  ]
}

function wholeAgainstSpans(
  { whole, spans, sum, qualifier }: ReturnType<typeof statedSpans>[number],
  periodOf: Sides['periodOf'],
): Disagreement[] {
  const metric = metricStated(whole)
  if (!metric) return []
  const { label, unit } = metricOf(metric)
  const printed = String(whole.row.unit ?? '')
  const [left, right] = [String(whole.row.value ?? ''), sum].map((v) => inUnit(v, printed, unit))
  if (typeof left !== 'number' || typeof right !== 'number') return []
  const source = String(whole.row.source ?? '')
  const own = readQualifier(whole.row.qualifier)
  return [
    {
      id: pairId('span', whole),
      kind: 'span',
      record: whole.id,
      label,
      metric,
      period: periodOf(whole),
      agrees: mayAgree({ value: left, qualifier: own }, { value: right, qualifier }),
      unit,
      left: { words: '填报全期', value: left, source, ...inexact(own) },
      right: {
        words: `填报的 ${spans.length} 段之和`,
        value: right,
        source,
        ...inexact(qualifier),
      },
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
          id: ['ledgers', metric, ledger, period.key].join('|'),
          kind: 'ledgers',
          record: null,
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
