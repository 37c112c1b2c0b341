import { ledgerOf, type LedgerId } from '../ledgers/index.ts'
import { isMetricId, metricOf, type MetricId } from '../metrics/index.ts'

/** The word for one part of a metric: the label of a code, the name itself, or 未填. */
export function partWord(metric: MetricId, value: string): string {
  if (value === '') return '未填'
  const ledger = ledgerBehind(metric)
  const fields = ledger === null ? {} : ledgerOf(ledger).fields
  for (const field of metricOf(metric).by ?? []) {
    const option = fields[field]?.options?.[value]
    if (option) return option.label
  }
  return value
}

function ledgerBehind(metric: MetricId): LedgerId | null {
  const { formula } = metricOf(metric)
  if ('ledger' in formula) return formula.ledger
  return formula.kind === 'ratio' && isMetricId(formula.bottom)
    ? ledgerBehind(formula.bottom)
    : null
}
