import { ledgerOf, type LedgerId } from '../ledgers/index.ts'
import type { Metric } from './define.ts'
import { metricNamed, metricOf, type MetricId } from './index.ts'

/**
 * Whether a figure may stand on a wall: every ledger it is counted from lets its figures there, and
 * where it is shown by parts, each of them lets the parts' names there.
 */
export function mayStandOnWall(metric: MetricId, by?: string): boolean {
  return ledgersBehind(metricOf(metric)).every((id) => {
    const { wall, fields } = ledgerOf(id)
    return wall === 'figures' && (by === undefined || fields[by]?.wall === 'words')
  })
}

/** Fields of a ledger whose words may be read on a wall. */
export function wallFields(id: LedgerId): string[] {
  const { wall, fields } = ledgerOf(id)
  if (wall !== 'figures') return []
  return Object.keys(fields).filter((name) => fields[name]?.wall === 'words')
}

/** The ledgers a metric is counted from, directly or through the metrics it is made of. */
function ledgersBehind({ formula }: Metric): LedgerId[] {
  const through = (...names: readonly string[]) =>
    names.flatMap((name) => ledgersBehind(metricOf(metricNamed(name))))
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
