import type { Cell, Row } from '#shared/ledgers/define.ts'
import { QUALIFIERS } from '#shared/ledgers/dictionaries.ts'
import { isMetricId, metricOf, type MetricId } from '#shared/metrics/index.ts'
import { groupDigits } from '#shared/money.ts'
import type { Unit } from '#shared/metrics/define.ts'
import { adoptionMetrics } from '#shared/metrics/adoption.ts'
import { budgetMetrics } from '#shared/metrics/budget.ts'
import { safetyMetrics } from '#shared/metrics/safety.ts'
import { sentimentMetrics } from '#shared/metrics/sentiment.ts'

/** Columns of the stated figures' table; value, unit and qualifier are read as one. */
export const STATED_COLUMNS = [
  'label',
  'value',
  'wording',
  'periodWord',
  'area',
  'metric',
  'source',
] as const

const QUALIFIER_WORDS: Readonly<Record<string, { readonly label: string }>> = QUALIFIERS

/** Value, unit and how exact it is, in one: `约 12.3 万次`, `300余件`; its digits stay as stated. */
export function statedValue(row: Row): string {
  const [whole = '', ...fraction] = said(row.value).split('.')
  const value = [groupDigits(whole), ...fraction].join('.')
  const unit = said(row.unit)
  const qualifier = said(row.qualifier)
  if (value === '') return '—'
  if (qualifier === 'moreThan') return `${value}余${unit}`
  const word = qualifier === 'exact' ? '' : (QUALIFIER_WORDS[qualifier]?.label ?? '')
  return [word, value, unit].filter(Boolean).join(' ')
}

/** The period as its source words it, or its days. */
export function statedPeriod(row: Row): string {
  return said(row.periodWord) || `${said(row.periodFrom)} 至 ${said(row.periodTo)}`
}

/** The metric's name where the record answers one of the desk's metrics. */
export function statedMetric(row: Row): string {
  const metric = said(row.metric)
  return isMetricId(metric) ? metricOf(metric).label : metric || '—'
}

/** The unit in which a metric is usually stated. */
export function statedUnit(metric: MetricId): string {
  const words: Partial<Record<Unit, string>> = {
    ratio: '%',
    points: '百分点',
    money: '万元',
    duration: '秒',
    stopRate: '秒/百小时',
  }
  const { unit } = metricOf(metric)
  return words[unit] ?? unit
}

/** The area whose report states a metric. */
export function statedArea(metric: MetricId): string {
  if (Object.hasOwn(adoptionMetrics, metric)) return 'adoption'
  if (Object.hasOwn(sentimentMetrics, metric)) return 'sentiment'
  if (Object.hasOwn(safetyMetrics, metric)) return 'safety'
  return Object.hasOwn(budgetMetrics, metric) ? 'budget' : 'publication'
}

const said = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell)
