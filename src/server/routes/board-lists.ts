import type { OpenAlert } from '#shared/contract/boards.ts'
import { secondsBetween } from '#shared/time/clock.ts'
import {
  addDays,
  addMonths,
  dateTimeInZone,
  EARLIEST,
  firstDay,
  lastDay,
  monthOf,
  type Day,
} from '#shared/time/day.ts'
import { intersect, monthsOf, type Period } from '#shared/time/period.ts'
import type { DeskContext } from '../app.ts'
import type { Snapshot } from '../facts.ts'
import type { Store, StoredRecord } from '../store/store.ts'

const SHOWN_ALERTS = 5
const SHOWN_MONTHS = 5

/** Alerts open at the period's end, oldest first; then, if few, the latest ones that are closed. */
export async function openAlerts(
  { store, clock }: DeskContext,
  { settings }: Snapshot,
  period: Period,
): Promise<OpenAlert[]> {
  const now = dateTimeInZone(clock(), settings.zone)
  const end = `${period.to}T23:59`
  const at = end < now ? end : now
  const found = { field: 'alertedAt', from: EARLIEST, to: period.to }
  const open = await store.records({
    ledger: 'alerts',
    filters: [found, { field: 'closedAt', from: addDays(period.to, 1), orEmpty: true }],
    sort: { field: 'alertedAt', descending: false },
    offset: 0,
    limit: SHOWN_ALERTS,
  })
  const closed = await store.records({
    ledger: 'alerts',
    filters: [
      { ...found, from: period.from },
      { field: 'closedAt', from: EARLIEST, to: period.to },
    ],
    sort: { field: 'alertedAt', descending: true },
    offset: 0,
    limit: SHOWN_ALERTS - open.records.length,
  })
  return [
    ...open.records.map((record) => openAlert(record, at)),
    ...closed.records.map((record) => openAlert(record, null)),
  ]
}

/** `at` is the moment looked at; null for an alert closed by then. */
function openAlert({ id, row }: StoredRecord, at: string | null): OpenAlert {
  const alertedAt = String(row.alertedAt)
  return {
    id,
    level: row.level === null ? null : String(row.level),
    title: String(row.title ?? ''),
    platform: String(row.platform ?? ''),
    township: String(row.township ?? ''),
    alertedAt,
    closedAt: at === null ? String(row.closedAt) : null,
    openSeconds: at === null ? null : Math.max(0, secondsBetween(alertedAt, at)),
    isLate: at !== null && typeof row.lateOn === 'string' && row.lateOn <= at.slice(0, 10),
  }
}

interface SafetyDays {
  readonly safetyDays: { day: Day; checks: number; dangers: number; faults: number }[]
  readonly safetyMonths: string[]
}

/** Checks, dangers and faults by day over the last months of the period's year up to its end. */
export async function safetyDays(
  store: Store,
  { coverage }: Snapshot,
  period: Period,
  today: Day,
): Promise<SafetyDays> {
  const end = monthOf(period.to < today ? period.to : today)
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
