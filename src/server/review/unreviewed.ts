import type { LedgerId } from '#shared/ledgers/index.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { mainMeasure } from '#shared/records/main-measure.ts'
import { partNames } from '#shared/metrics/define.ts'
import { metricNamed, metricOf, type MetricId } from '#shared/metrics/index.ts'
import { sourceOf } from '#shared/metrics/leaves.ts'
import { pick, tallyReader, type Source } from '#shared/metrics/tally.ts'
import { EARLIEST } from '#shared/time/day.ts'
import type { Interval, Period } from '#shared/time/period.ts'
import type { RecordsQuery, Store } from '../store/store.ts'
import type { ReviewFacts } from './review-facts.ts'

/** Unreviewed records behind a figure; `isCounted` false where they are left out of it. */
export interface Unreviewed {
  readonly records: number
  readonly isCounted: boolean
}

interface Asked {
  readonly source: Source
  readonly value?: string
  readonly interval: Interval
}

/**
 * How many unreviewed records a metric of a period stands on: of a plain sum the very records it adds, of
 * any other all records of its ledgers. Null where there are none, or nobody reviews.
 */
export async function unreviewedBehind(
  review: ReviewFacts,
  metric: MetricId,
  period: Period,
): Promise<Unreviewed | null> {
  if (review.under.size === 0) return null
  let records = 0
  let isCounted = true
  for (const { source, value, interval } of new Map(
    askedOf(metric, period).map((asked) => [keyOf(asked), asked]),
  ).values()) {
    if (!review.under.has(source.ledger)) continue
    const read = await review.pending(source.ledger)
    const found = await tallyReader(read, interval).over(source, interval)
    const tally = pick(found ?? new Map(), value)
    records += tally.records + tally.blank
    if (review.leftOut.has(source.ledger)) isCounted = false
  }
  return records > 0 ? { records, isCounted } : null
}

/** How many of the records a question takes are unreviewed; null where the ledger is not reviewed. */
export async function countUnreviewed(
  store: Pick<Store, 'records'>,
  { under, leftOut, approvals }: ReviewFacts,
  query: Omit<RecordsQuery, 'sort' | 'offset' | 'limit'>,
): Promise<Unreviewed | null> {
  const { ledger } = query
  if (!under.has(ledger)) return null
  const approved = { by: approvals(ledger), is: false }
  const filters = [...query.filters, { field: 'id', approved }]
  const sort = { field: 'id', descending: false }
  const { total } = await store.records({ ...query, filters, sort, offset: 0, limit: 1 })
  return { records: total, isCounted: !leftOut.has(ledger) }
}

const keyOf = ({ source, value = '', interval }: Asked): string =>
  [source.ledger, source.measure, source.cut.join('+'), value, interval.from].join('|')

function askedOf(metric: MetricId, period: Period): Asked[] {
  const { formula } = metricOf(metric)
  switch (formula.kind) {
    case 'sum': {
      const { where } = formula
      const source = sourceOf(formula, where ? [where.field] : [])
      return [{ source, interval: period, ...(where && { value: where.value }) }]
    }
    case 'distinct':
    case 'quantile':
    case 'last':
    case 'held':
      return whole(formula.ledger, period)
    case 'balance':
    case 'standing':
    case 'since':
      return whole(formula.ledger, { from: EARLIEST, to: period.to })
    default:
      return partNames(formula).flatMap((name) =>
        askedOf(metricNamed(name), period).flatMap(({ source, interval }) =>
          whole(source.ledger, interval),
        ),
      )
  }
}

/** All records of a ledger over a span. */
function whole(ledger: LedgerId, interval: Interval): Asked[] {
  const measure = mainMeasure(ledgerOf(ledger))?.id
  return measure === undefined ? [] : [{ source: { ledger, measure, cut: [] }, interval }]
}
