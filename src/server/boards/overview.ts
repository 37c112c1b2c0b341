import type { OpenAlert, OverviewAnswer } from '#shared/contract/overview.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { secondsBetween } from '#shared/time/clock.ts'
import { addDays, addMonths, EARLIEST, firstDay, lastDay, monthOf } from '#shared/time/day.ts'
import { intersect, monthsOf } from '#shared/time/period.ts'
import { alertLimitMoment } from '#shared/metrics/deadlines.ts'
import { boardDisagreements } from './reconcile.ts'
import { momentWithin, type BoardScope } from './scope.ts'
import { CALENDAR } from './sentiment/working-calendar.ts'

type Sections = Pick<OverviewAnswer, 'openAlerts' | 'safetyDays' | 'safetyMonths' | 'disagreements'>

/** What 总览 shows beside its figures. */
export async function overviewSections(scope: BoardScope): Promise<Sections> {
  const [alerts, days, pairs] = await Promise.all([
    openAlerts(scope),
    safetyDays(scope),
    boardDisagreements(scope),
  ])
  return { openAlerts: alerts, ...days, disagreements: pairs }
}

const SHOWN_ALERTS = 5
const ALERT_CELLS = [
  'id',
  'level',
  'title',
  'platform',
  'township',
  'alertedAt',
  'closedAt',
  'dueSeconds',
]
const SHOWN_MONTHS = 5

/** Alerts open at the period's end, oldest first; then, if few, the latest ones that are closed. */
async function openAlerts(scope: BoardScope): Promise<OpenAlert[]> {
  const { store, period, settings } = scope
  const at = momentWithin(scope)
  const found = { field: 'alertedAt', from: EARLIEST, to: period.to }
  const open = await store.cells({
    ledger: 'alerts',
    fields: ALERT_CELLS,
    filters: [found, { field: 'closedAt', from: addDays(period.to, 1), orEmpty: true }],
    sort: { field: 'alertedAt', descending: false },
    limit: SHOWN_ALERTS,
  })
  const closed = await store.cells({
    ledger: 'alerts',
    fields: ALERT_CELLS,
    filters: [
      { ...found, from: period.from },
      { field: 'closedAt', from: EARLIEST, to: period.to },
    ],
    sort: { field: 'alertedAt', descending: true },
    limit: SHOWN_ALERTS - open.length,
  })
  const limits = settings.sentiment
  return [
    ...open.map((row) => {
      const limitAt = alertLimitMoment(row, { limits, calendar: CALENDAR })
      return { ...openAlert(row, at), isLate: limitAt !== null && limitAt < at }
    }),
    ...closed.map((row) => openAlert(row, null)),
  ]
}

/** `at` is the moment looked at; null for an alert closed by then. */
function openAlert(row: Row, at: string | null): OpenAlert {
  const alertedAt = String(row.alertedAt)
  return {
    id: String(row.id),
    level: row.level === null ? null : String(row.level),
    title: String(row.title ?? ''),
    platform: String(row.platform ?? ''),
    township: String(row.township ?? ''),
    alertedAt,
    closedAt: at === null ? String(row.closedAt) : null,
    openSeconds: at === null ? null : Math.max(0, secondsBetween(alertedAt, at)),
    isLate: false,
  }
}

/** Checks, dangers and faults by day over the last months of the period's year up to its end. */
async function safetyDays({
  store,
  snapshot: { coverage },
  end: lastSeen,
}: BoardScope): Promise<Pick<Sections, 'safetyDays' | 'safetyMonths'>> {
  const end = monthOf(lastSeen)
  const from = firstDay(addMonths(end, 1 - SHOWN_MONTHS))
  const span = { key: '', kind: 'range', from, to: lastDay(end) } as const
  const sources = [
    ['checks', 'records'],
    ['checks', 'dangers'],
    ['faults', 'records'],
  ] as const
  const rows = await Promise.all(
    sources.map(([ledger, measure]) =>
      store.sums({ ledger, measure, cut: [], from: span.from, to: span.to, grain: 'day' }),
    ),
  )
  const sumsOf = (index: number) => new Map((rows[index] ?? []).map((row) => [row.at, row.sum]))
  const [checks, dangers, faults] = [sumsOf(0), sumsOf(1), sumsOf(2)]
  const days = [...new Set([...checks.keys(), ...faults.keys()])].toSorted()
  const covered = [...(coverage.checks ?? []), ...(coverage.faults ?? [])]
  return {
    safetyDays: days.map((day) => ({
      day,
      checks: checks.get(day) ?? 0,
      dangers: dangers.get(day) ?? 0,
      faults: faults.get(day) ?? 0,
    })),
    safetyMonths: monthsOf(span).filter((month) =>
      covered.some((interval) =>
        intersect(interval, { from: firstDay(month), to: lastDay(month) }),
      ),
    ),
  }
}
