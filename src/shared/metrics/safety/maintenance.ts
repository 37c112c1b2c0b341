import type { Row } from '../../ledgers/define.ts'

/** The cells of 检修台账 that decide whether a maintenance leaves due hours. */
export const MAINTENANCE_CELLS: readonly string[] = [
  'channel',
  'startedAt',
  'endedAt',
  'kind',
  'impact',
  'reportedOn',
]

/**
 * True when a maintenance was due to nobody: planned, off the air, over, and reported on the day it
 * began at the latest. Source: 62号令第20–21条.
 */
export function isExcused({ startedAt, endedAt, kind, impact, reportedOn }: Row): boolean {
  const [start, end, reported] = [startedAt, endedAt, reportedOn].map((cell) => String(cell ?? ''))
  if (!start || !end || !reported || end <= start) return false
  return kind === 'planned' && impact !== 'onAir' && reported <= start.slice(0, 10)
}
