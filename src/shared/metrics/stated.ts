import type { Row } from '../ledgers/define.ts'
import { scaleDecimal } from '../decimal.ts'
import { toFen } from '../money.ts'
import { addDays } from '../time/day.ts'
import type { Interval, Period } from '../time/period.ts'
import type { Unit, Where } from './define.ts'
import type { Figure } from './figure.ts'
import { METRIC_IDS, isMetricId, metricOf, type MetricId } from './index.ts'
import { qualifierOf, sumQualifier } from './qualifiers.ts'

/** A live record of the stated-figures ledger. */
export interface StatedRecord {
  readonly id: string
  readonly row: Row
}

/** A cell as text, '' where it is empty. */
export const text = (row: Row, field: string): string => {
  const cell = row[field] ?? null
  return cell === null ? '' : String(cell)
}

/** What was stated for a metric, or one part of it, over exactly this period. */
export function statedFor(
  records: readonly StatedRecord[],
  metric: MetricId,
  period: Period,
  part?: Where,
): Extract<Figure, { state: 'stated' }>[] {
  return records
    .filter(
      ({ row }) =>
        row.metric === metric &&
        isPart(row, part) &&
        row.periodFrom === period.from &&
        row.periodTo === period.to,
    )
    .flatMap((record) => statedFigure(record, metricOf(metric).unit) ?? [])
}

/** The part of its metric that a record states; undefined for the whole. */
export function partStated({ row }: StatedRecord): Where | undefined {
  const [field, value] = [text(row, 'partField'), text(row, 'partValue')]
  return field === '' ? undefined : { field, value }
}

/** Whether a record states this part of its metric; without one, the whole. */
const isPart = (row: Row, part?: Where): boolean =>
  text(row, 'partField') === (part?.field ?? '') && text(row, 'partValue') === (part?.value ?? '')

/** What was stated for periods that together fill this one, added up; null with a gap between them. */
export function statedTogether(
  records: readonly StatedRecord[],
  metric: MetricId,
  period: Period,
  part?: Where,
): Extract<Figure, { state: 'stated' }> | null {
  if (metricOf(metric).formula.kind !== 'sum') return null
  const { unit } = metricOf(metric)
  const inside = records.filter(
    (record) =>
      record.row.metric === metric &&
      isPart(record.row, part) &&
      text(record.row, 'periodFrom') >= period.from &&
      text(record.row, 'periodTo') <= period.to &&
      statedFigure(record, unit) !== null,
  )
  const figures = chain(period, inside).flatMap((record) => statedFigure(record, unit) ?? [])
  const [first] = figures
  if (!first) return null
  return {
    ...first,
    value: figures.reduce((sum, { value }) => sum + value, 0),
    qualifier: sumQualifier(figures.map(qualifierOf)),
    wording: '',
    source: [...new Set(figures.map(({ source }) => source))].join('、'),
  }
}

/** The parts of a metric by a field that were stated for exactly this period, those named as own metrics too. */
export function statedPartValues(
  records: readonly StatedRecord[],
  metric: MetricId,
  period: Interval,
  field: string,
): string[] {
  const stated = records.filter(
    ({ row }) => row.periodFrom === period.from && row.periodTo === period.to,
  )
  const named = stated.flatMap(({ row }) => {
    if (row.metric === metric && row.partField === field) return text(row, 'partValue')
    const where = isMetricId(text(row, 'metric')) ? whereOf(text(row, 'metric')) : undefined
    const isOwn = where?.field === field && partMetric(metric, field, where.value) === row.metric
    return isOwn && where ? where.value : []
  })
  return [...new Set(named)]
}

function whereOf(metric: string): Where | undefined {
  if (!isMetricId(metric)) return undefined
  const { formula } = metricOf(metric)
  return formula.kind === 'sum' ? formula.where : undefined
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

/** Periods one after the other from the first day to the last, the shortest that do; empty with a gap. */
export function chain({ from, to }: Interval, inside: readonly StatedRecord[]): StatedRecord[] {
  const next = inside
    .filter(({ row }) => row.periodFrom === from)
    .sort((a, b) => (text(a.row, 'periodTo') < text(b.row, 'periodTo') ? -1 : 1))
  for (const record of next) {
    const end = text(record.row, 'periodTo')
    if (end === to) return [record]
    const rest = chain({ from: addDays(end, 1), to }, inside)
    if (rest.length > 0) return [record, ...rest]
  }
  return []
}

/** The metric a stated record answers, when it names one. */
export function metricStated({ row }: StatedRecord): MetricId | null {
  const metric = text(row, 'metric')
  return isMetricId(metric) ? metric : null
}
