import type { LevelTimes, Spread, Timing } from '#shared/contract/sentiment.ts'
import { ALERT_LEVELS, HANDLING_SPANS } from '#shared/ledgers/dictionaries.ts'
import {
  judgeAlert,
  judgeFirstAction,
  limitOfLevel,
  type Clockwork,
} from '#shared/metrics/deadlines.ts'
import { quantile } from '#shared/metrics/formulas.ts'
import { alertGroups, heldOf, type AlertGroup } from '#shared/metrics/held.ts'
import type { BoardScope } from '../scope.ts'
import { alertTimes } from './row-cells.ts'
import { LISTED_CELLS, timedAlert } from './timed-alert.ts'
import { CALENDAR } from './working-calendar.ts'

const SHOWN = 20

/** How long alerts found in the period took, by level and against the limits set. */
export async function alertTiming(scope: BoardScope): Promise<Timing> {
  const { tallies, period, settings, now } = scope
  const clockwork = { limits: settings.sentiment, calendar: CALENDAR, now }
  const groups = await alertGroups(tallies, period)
  const closed = groups.filter(({ closedOn }) => closedOn !== null)
  return {
    levels: levelsOf(groups).map((level) =>
      levelTimes(
        level,
        groups.filter((group) => group.level === level),
        clockwork,
      ),
    ),
    closing: spread(groups, ({ handlingSeconds }) => handlingSeconds),
    acting: spread(groups, ({ actingSeconds }) => actingSeconds),
    closedWithoutTime: count(closed.filter(({ handlingSeconds }) => handlingSeconds === null)),
    foundWithoutAction: count(groups.filter(({ actingSeconds }) => actingSeconds === null)),
    spans: spansOf(closed),
    late: await lateAlerts(groups, clockwork, scope),
  }
}

const count = (groups: readonly { readonly records: number }[]): number =>
  groups.reduce((sum, { records }) => sum + records, 0)

/** Every known level, whether or not there were any; then the words that are none, and the unset. */
function levelsOf(groups: readonly AlertGroup[]): string[] {
  const known = Object.keys(ALERT_LEVELS)
  const others = new Set(groups.map(({ level }) => level))
  for (const level of known) others.delete(level)
  return [...known, ...[...others].toSorted().toReversed()]
}

function levelTimes(
  level: string,
  groups: readonly AlertGroup[],
  clockwork: Clockwork,
): LevelTimes {
  const {
    firstSeconds = null,
    closeSeconds = null,
    closeWorkingDays = null,
  } = limitOfLevel(clockwork, level) ?? {}
  return {
    level,
    found: count(groups),
    close: heldOf(groups, (group) => judgeAlert(group, clockwork)),
    closing: spread(groups, ({ handlingSeconds }) => handlingSeconds),
    first: heldOf(groups, (group) => judgeFirstAction(group, clockwork)),
    acting: spread(groups, ({ actingSeconds }) => actingSeconds),
    limit: { firstSeconds, closeSeconds, closeWorkingDays },
  }
}

/** Median and 90th percentile over the records that have the time, to whole seconds. */
function spread(
  groups: readonly AlertGroup[],
  secondsOf: (group: AlertGroup) => number | null,
): Spread {
  const known = groups.flatMap((group) => {
    const value = secondsOf(group)
    return value === null ? [] : [{ value, records: group.records }]
  })
  const at = (share: number): number | null => {
    const seconds = quantile(known, share)
    return seconds === null ? null : Math.round(seconds)
  }
  return { records: count(known), median: at(0.5), ninetieth: at(0.9) }
}

function spansOf(closed: readonly AlertGroup[]): Timing['spans'] {
  let above = -1
  return Object.entries(HANDLING_SPANS).map(([span, { upTo }]) => {
    const from = above
    above = upTo
    const inside = closed.filter(
      ({ handlingSeconds: seconds }) => seconds !== null && seconds > from && seconds <= upTo,
    )
    return { span, records: count(inside) }
  })
}

/** How many are late, and the last found of them. */
async function lateAlerts(
  groups: readonly AlertGroup[],
  clockwork: Clockwork,
  scope: BoardScope,
): Promise<Timing['late']> {
  const late = groups
    .filter((group) => judgeAlert(group, clockwork) === 'late')
    .toSorted((a, b) => (a.foundOn < b.foundOn ? 1 : -1))
  const listed = late.slice(0, SHOWN)
  const first = listed.at(-1)?.foundOn
  if (first === undefined) return { total: 0, alerts: [] }
  const found = { field: 'alertedAt', from: first, to: scope.period.to }
  // By their times rather than all of the span: a year holds a thousand alerts and few late ones.
  const times = listed.flatMap(({ handlingSeconds: seconds }) =>
    seconds === null ? [] : [String(seconds)],
  )
  const ask = { ledger: 'alerts', fields: LISTED_CELLS } as const
  const rows = await Promise.all([
    times.length > 0
      ? scope.store.cells({ ...ask, filters: [found, { field: 'handlingSeconds', in: times }] })
      : [],
    scope.store.cells({ ...ask, filters: [found, { field: 'openAt', isPresent: true }] }),
  ])
  const alerts = rows
    .flat()
    .filter((row) => judgeAlert(alertTimes(row), clockwork) === 'late')
    .map((row) => timedAlert(row, scope, clockwork.now))
    .toSorted((a, b) => (a.foundAt < b.foundAt ? 1 : -1))
  return { total: count(late), alerts: alerts.slice(0, SHOWN) }
}
