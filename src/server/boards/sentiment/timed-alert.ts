import type { TimedAlert } from '#shared/contract/sentiment.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { alertLimitMoment, type AlertTimes } from '#shared/metrics/deadlines.ts'
import { secondsBetween } from '#shared/time/clock.ts'
import type { BoardScope } from '../scope.ts'
import { CALENDAR } from './working-calendar.ts'

/** The cells a listed alert is made from, and those it is judged by. */
export const LISTED_CELLS = [
  'id',
  'level',
  'title',
  'platform',
  'township',
  'assignee',
  'dutyOfficer',
  'alertedAt',
  'closedAt',
  'dueSeconds',
  'handlingSeconds',
  'actingSeconds',
  'closedOn',
  'openAt',
] as const

const textOf = (row: Row, field: string): string | null => {
  const cell = row[field] ?? null
  return cell === null ? null : String(cell)
}

const numberOf = (row: Row, field: string): number | null => {
  const cell = row[field]
  return typeof cell === 'number' ? cell : null
}

/** What an alert's own cells say of its times. */
export function timesOf(row: Row): AlertTimes {
  return {
    foundOn: String(row.alertedAt).slice(0, 10),
    level: textOf(row, 'level') ?? '',
    dueSeconds: numberOf(row, 'dueSeconds'),
    handlingSeconds: numberOf(row, 'handlingSeconds'),
    actingSeconds: numberOf(row, 'actingSeconds'),
    closedOn: textOf(row, 'closedOn'),
    openAt: textOf(row, 'openAt'),
  }
}

/** An alert for a list, as it stands at the moment `at`, `YYYY-MM-DDTHH:mm`. */
export function timedAlert(
  row: Row,
  { settings }: Pick<BoardScope, 'settings'>,
  at: string,
): TimedAlert {
  const foundAt = String(row.alertedAt)
  const closedAt = textOf(row, 'closedAt')
  const until = closedAt !== null && closedAt <= at ? closedAt : at
  const limitAt = alertLimitMoment(row, { limits: settings.sentiment, calendar: CALENDAR })
  return {
    id: String(row.id),
    level: textOf(row, 'level'),
    title: textOf(row, 'title') ?? '',
    platform: textOf(row, 'platform') ?? '',
    township: textOf(row, 'township') ?? '',
    assignee: textOf(row, 'assignee'),
    dutyOfficer: textOf(row, 'dutyOfficer'),
    foundAt,
    closedAt: until === closedAt ? closedAt : null,
    limitAt,
    isLate: limitAt !== null && limitAt < until,
    seconds: Math.max(0, secondsBetween(foundAt, until)),
  }
}
