import type { Row } from '../ledgers/define.ts'
import { addDecimal, scaleDecimal } from '../decimal.ts'
import { toFen } from '../money.ts'
import { addDays } from '../time/day.ts'
import type { Interval, Period } from '../time/period.ts'
import type { Unit, Where } from './define.ts'
import type { Figure } from './figure.ts'
import { METRIC_IDS, isMetricId, metricOf, type MetricId } from './index.ts'
import { qualifierOf, readQualifier, sumQualifier, type Qualifier } from './qualifiers.ts'

/** A live record of the stated-figures ledger. */
export interface StatedRecord {
  readonly id: string
  readonly row: Row
}

const text = (row: Row, field: string): string => {
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

/** A stated total and the stated parts that name it, with the parts' exact sum as decimal text. */
export interface StatedSum {
  readonly total: StatedRecord
  readonly parts: readonly StatedRecord[]
  /** The field the parts are told by; '' where they name the total's code. */
  readonly by: string
  readonly sum: string
  readonly qualifier: Qualifier
}

/** Stated totals that stated parts of the same source, period and unit name by code or, without one, by name. */
export function statedSums(records: readonly StatedRecord[]): StatedSum[] {
  const named = records.filter(({ row }) => text(row, 'partOf') !== '')
  return records.flatMap((total) => {
    const code = text(total.row, 'code')
    const name = code || text(total.row, 'label')
    const own = named.filter(
      ({ id, row }) =>
        row.partOf === name &&
        id !== total.id &&
        SAME_IN_SUMS.every((f) => row[f] === total.row[f]),
    )
    // A code is one list's own; under a bare name platforms and forms may each make up the whole.
    const byOf = (part: StatedRecord): string => (code === '' ? partedBy(part) : '')
    return [...new Set(own.map(byOf))].map((by) => {
      const parts = own.filter((part) => byOf(part) === by)
      const sum = parts.reduce((so, { row }) => addDecimal(so, text(row, 'value')), '0')
      return { total, parts, by, sum, qualifier: qualifierOfAll(parts) }
    })
  })
}

const SAME_IN_SUMS = ['source', 'periodFrom', 'periodTo', 'unit'] as const

/** The field by which a part is told from its whole: platform of 爱峨边, level of 国家级采用. */
function partedBy(part: StatedRecord): string {
  const metric = metricStated(part)
  const formula = metric && metricOf(metric).formula
  const where = formula?.kind === 'sum' ? formula.where : undefined
  return partStated(part)?.field ?? where?.field ?? ''
}

/** A stated figure and the stated figures of the periods that make up its own, with their sum. */
export interface StatedSpans {
  readonly whole: StatedRecord
  readonly spans: readonly StatedRecord[]
  readonly sum: string
  readonly qualifier: Qualifier
}

const qualifierOfAll = (records: readonly StatedRecord[]): Qualifier =>
  sumQualifier(records.map(({ row }) => readQualifier(row.qualifier)))

/** Stated figures of one metric, source and unit whose periods follow one another to fill a longer one. */
export function statedSpans(records: readonly StatedRecord[]): StatedSpans[] {
  const additive = records.filter(isAdditive)
  return additive.flatMap((whole) => {
    const inside = additive.filter(
      (other) =>
        other.id !== whole.id &&
        SAME_IN_SPANS.every((f) => text(other.row, f) === text(whole.row, f)) &&
        text(other.row, 'periodFrom') >= text(whole.row, 'periodFrom') &&
        text(other.row, 'periodTo') <= text(whole.row, 'periodTo'),
    )
    const { periodFrom, periodTo } = whole.row
    const spans = chain({ from: String(periodFrom), to: String(periodTo) }, inside)
    if (spans.length < 2) return []
    const sum = spans.reduce((so, { row }) => addDecimal(so, text(row, 'value')), '0')
    return [{ whole, spans, sum, qualifier: qualifierOfAll(spans) }]
  })
}

const SAME_IN_SPANS = ['metric', 'unit', 'source', 'partField', 'partValue'] as const

/** Followers of two months do not add up, nor do rates. */
function isAdditive(record: StatedRecord): boolean {
  const metric = metricStated(record)
  return metric !== null && metricOf(metric).formula.kind === 'sum'
}

/** Periods one after the other from the first day to the last, the shortest that do; empty with a gap. */
function chain({ from, to }: Interval, inside: readonly StatedRecord[]): StatedRecord[] {
  const next = inside
    .filter(({ row }) => row.periodFrom === from)
    .toSorted((a, b) => (text(a.row, 'periodTo') < text(b.row, 'periodTo') ? -1 : 1))
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
