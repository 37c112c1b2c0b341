import type { LedgerId } from '../ledgers/index.ts'
import { metricNamed, metricOf, type MetricId } from './index.ts'

/** The ledgers a metric stands on, itself or through the metrics it divides and subtracts. */
export function ledgersBehind(metric: MetricId): LedgerId[] {
  const known = FOUND.get(metric)
  if (known) return known
  const { formula, also = [] } = metricOf(metric)
  const through = (...names: readonly string[]): LedgerId[] =>
    names.flatMap((name) => ledgersBehind(metricNamed(name)))
  const own = (): LedgerId[] => {
    switch (formula.kind) {
      case 'ratio':
        return through(formula.top, formula.bottom)
      case 'difference':
        return through(formula.left, formula.right)
      case 'assessed':
        return through(formula.stoppage, formula.filler)
      case 'availability':
      case 'stopRate':
        return through(formula.stoppage, formula.due)
      case 'dueSeconds':
      case 'timeProgress':
        return []
      default:
        return [formula.ledger]
    }
  }
  const ledgers = [...new Set([...own(), ...also.map(({ ledger }) => ledger)])]
  FOUND.set(metric, ledgers)
  return ledgers
}

const FOUND = new Map<MetricId, LedgerId[]>()
