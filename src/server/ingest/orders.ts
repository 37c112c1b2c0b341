import type { LedgerId } from '#shared/ledgers/index.ts'

/** Pairs of fields of which the second cannot be earlier than the first. */
export const ORDERS: Readonly<Partial<Record<LedgerId, readonly (readonly [string, string])[]>>> = {
  alerts: [['alertedAt', 'closedAt']],
  petitions: [['receivedOn', 'answeredOn']],
  checks: [['day', 'fixedOn']],
  faults: [['startedAt', 'endedAt']],
  statedFigures: [['periodFrom', 'periodTo']],
  targets: [['from', 'to']],
  protections: [['from', 'to']],
  notes: [['from', 'to']],
}
