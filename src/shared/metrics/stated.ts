import type { Row } from '../ledgers/define.ts'
import { addDecimal, scaleDecimal } from '../decimal.ts'
import { toFen } from '../money.ts'
import { addDays } from '../time/day.ts'
import type { Period } from '../time/period.ts'
import type { Unit } from './define.ts'
import type { Figure } from './figure.ts'
import { METRIC_IDS, isMetricId, metricOf, type MetricId } from './index.ts'

/** A live record of the stated-figures ledger. */
export interface StatedRecord {
  readonly id: string
  readonly row: Row
}

const text = (row: Row, field: string): string => {
  const cell = row[field] ?? null
  return cell === null ? '' : String(cell)
}

/** What was stated for a metric over exactly this period. */
export function statedFor(
  records: readonly StatedRecord[],
  metric: MetricId,
  period: Period,
): Extract<Figure, { state: 'stated' }>[] {
  return records
    .filter(
      ({ row }) =>
        row.metric === metric && row.periodFrom === period.from && row.periodTo === period.to,
    )
    .flatMap((record) => statedFigure(record, metricOf(metric).unit) ?? [])
}

/** The growth over the year before that was quoted of a metric for exactly this period. */
export function growthQuoted(
  records: readonly StatedRecord[],
  metric: MetricId,
  period: Period,
): Extract<Figure, { state: 'stated' }>[] {
  const { unit } = metricOf(metric)
  return records
    .filter(
      ({ row }) =>
        row.growthOf === metric && row.periodFrom === period.from && row.periodTo === period.to,
    )
    .flatMap((record) => statedFigure(record, unit) ?? [])
}

/** A stated record as a figure in a metric's unit; null where its unit does not fit. */
export function statedFigure(
  { id, row }: StatedRecord,
  unit: Unit,
): Extract<Figure, { state: 'stated' }> | null {
  const value = inUnit(text(row, 'value'), text(row, 'unit'), unit)
  if (value === null) return null
  return {
    state: 'stated',
    value,
    complete: true,
    qualifier: text(row, 'qualifier'),
    wording: text(row, 'wording') || `${text(row, 'value')}${text(row, 'unit')}`,
    source: text(row, 'source'),
    record: id,
  }
}

/** Decimal text with its printed unit as a number in a metric's unit: 分 for money, a share for ratios. */
export function inUnit(value: string, printed: string, unit: Unit): number | null {
  if (unit === 'money') {
    return printed === '元' || printed === '万元' || printed === '亿元'
      ? toFen(value, printed)
      : null
  }
  if (unit === 'ratio') return printed === '%' ? Number(scaleDecimal(value, -2)) : null
  if (printed.startsWith('万')) return Number(scaleDecimal(value, 4))
  return Number(value)
}

/** The metric that counts one part of another: 国家级采用 for adopted by level at `national`. */
export function partMetric(metric: MetricId, field: string, value: string): MetricId | null {
  const whole = metricOf(metric).formula
  if (whole.kind !== 'sum' || whole.where) return null
  const found = METRIC_IDS.find((id) => {
    const part = metricOf(id).formula
    return (
      part.kind === 'sum' &&
      part.ledger === whole.ledger &&
      part.measure === whole.measure &&
      part.where?.field === field &&
      part.where.value === value
    )
  })
  return found ?? null
}

/** A stated total and the stated parts that name it, with the parts' exact sum as decimal text. */
export interface StatedSum {
  readonly total: StatedRecord
  readonly parts: readonly StatedRecord[]
  readonly sum: string
}

/** Stated totals that have stated parts in the same source, period and unit. */
export function statedSums(records: readonly StatedRecord[]): StatedSum[] {
  return records.flatMap((total) => {
    const code = text(total.row, 'code')
    const parts = records.filter(
      ({ row }) =>
        code !== '' &&
        row.partOf === code &&
        (['source', 'periodFrom', 'periodTo', 'unit'] as const).every(
          (f) => row[f] === total.row[f],
        ),
    )
    if (parts.length === 0) return []
    const sum = parts.reduce((so, { row }) => addDecimal(so, text(row, 'value')), '0')
    return [{ total, parts, sum }]
  })
}

/** A stated figure and the stated figures of the periods that make up its own, with their sum. */
export interface StatedSpans {
  readonly whole: StatedRecord
  readonly spans: readonly StatedRecord[]
  readonly sum: string
}

/** Exactly stated figures of one metric, source and unit whose periods follow one another to fill a longer one. */
export function statedSpans(records: readonly StatedRecord[]): StatedSpans[] {
  const exact = records.filter(
    (record) => metricStated(record) && record.row.qualifier === 'exact' && isAdditive(record),
  )
  return exact.flatMap((whole) => {
    const inside = exact.filter(
      (other) =>
        other.id !== whole.id &&
        (['metric', 'unit', 'source'] as const).every((f) => other.row[f] === whole.row[f]) &&
        text(other.row, 'periodFrom') >= text(whole.row, 'periodFrom') &&
        text(other.row, 'periodTo') <= text(whole.row, 'periodTo'),
    )
    const spans = chain(whole, inside)
    if (spans.length < 2) return []
    const sum = spans.reduce((so, { row }) => addDecimal(so, text(row, 'value')), '0')
    return [{ whole, spans, sum }]
  })
}

/** Followers of two months do not add up, nor do rates. */
function isAdditive(record: StatedRecord): boolean {
  const metric = metricStated(record)
  return metric !== null && metricOf(metric).formula.kind === 'sum'
}

/** The shortest periods one after the other from the whole's first day to its last; empty with a gap. */
function chain(whole: StatedRecord, inside: readonly StatedRecord[]): StatedRecord[] {
  const found: StatedRecord[] = []
  let from = text(whole.row, 'periodFrom')
  while (from <= text(whole.row, 'periodTo')) {
    const [next] = inside
      .filter(({ row }) => row.periodFrom === from)
      .toSorted((a, b) => (text(a.row, 'periodTo') < text(b.row, 'periodTo') ? -1 : 1))
    if (!next) return []
    found.push(next)
    from = addDays(text(next.row, 'periodTo'), 1)
  }
  return found
}

/** The metric a stated record answers, when it names one. */
export function metricStated({ row }: StatedRecord): MetricId | null {
  const metric = text(row, 'metric')
  return isMetricId(metric) ? metric : null
}
