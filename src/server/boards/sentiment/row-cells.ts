import type { Row } from '#shared/ledgers/define.ts'
import type { AlertTimes, PetitionTimes } from '#shared/metrics/deadlines.ts'

/** The cells an alert is judged by. */
export const ALERT_CELLS = [
  'alertedAt',
  'level',
  'dueSeconds',
  'handlingSeconds',
  'actingSeconds',
  'closedOn',
  'openAt',
] as const

/** The cells a petition is judged by. */
export const PETITION_CELLS = ['receivedOn', 'category', 'limitOn', 'answeredOn'] as const

export const textOf = (row: Row, field: string): string | null => {
  const cell = row[field] ?? null
  return cell === null ? null : String(cell)
}

const numberOf = (row: Row, field: string): number | null => {
  const cell = row[field]
  return typeof cell === 'number' ? cell : null
}

/** What an alert's own cells say of its times. */
export const alertTimes = (row: Row): AlertTimes => ({
  foundOn: String(row.alertedAt).slice(0, 10),
  level: textOf(row, 'level') ?? '',
  dueSeconds: numberOf(row, 'dueSeconds'),
  handlingSeconds: numberOf(row, 'handlingSeconds'),
  actingSeconds: numberOf(row, 'actingSeconds'),
  closedOn: textOf(row, 'closedOn'),
  openAt: textOf(row, 'openAt'),
})

/** What a petition's own cells say of its times. */
export const petitionTimes = (row: Row): PetitionTimes => ({
  receivedOn: String(row.receivedOn),
  category: textOf(row, 'category') ?? '',
  limitOn: textOf(row, 'limitOn'),
  answeredOn: textOf(row, 'answeredOn'),
})
