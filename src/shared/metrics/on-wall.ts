import { ledgerOf, type LedgerId } from '../ledgers/index.ts'
import type { MetricId } from './index.ts'
import { countedFrom } from './ledgers-behind.ts'

/**
 * Whether a figure may stand on a wall: every ledger it is counted from lets its figures there, and
 * where it is shown by parts, each of them lets the parts' names there.
 */
export function mayStandOnWall(metric: MetricId, by?: string): boolean {
  return countedFrom(metric).every((id) => {
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
