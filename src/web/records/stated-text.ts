import type { Cell, Row } from '#shared/ledgers/define.ts'
import { QUALIFIERS } from '#shared/ledgers/dictionaries.ts'
import { isMetricId, metricOf } from '#shared/metrics/index.ts'
import { groupDigits } from '#shared/money.ts'

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

const said = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell)
