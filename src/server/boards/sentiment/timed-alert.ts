import type { TimedAlert } from '#shared/contract/sentiment.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { alertLimitMoment } from '#shared/metrics/deadlines.ts'
import { secondsBetween } from '#shared/time/clock.ts'
import type { BoardScope } from '../scope.ts'
import { ALERT_CELLS, textOf } from './row-cells.ts'
import { CALENDAR } from './working-calendar.ts'

/** The cells a listed alert is made from, and those it is judged by. */
export const LISTED_CELLS = [
  ...ALERT_CELLS,
  'id',
  'title',
  'platform',
  'township',
  'assignee',
  'dutyOfficer',
  'closedAt',
] as const

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
