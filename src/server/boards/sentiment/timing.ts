import type { LevelTimes, Spread, Timing } from '#shared/contract/sentiment.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ALERT_LEVELS, HANDLING_SPANS } from '#shared/ledgers/dictionaries.ts'
import {
  judgeAlert,
  judgeFirstAction,
  limitOfLevel,
  type Clockwork,
} from '#shared/metrics/deadlines.ts'
import { quantiles } from '#shared/metrics/formulas.ts'
import { alertGroups, heldOf, type AlertGroup } from '#shared/metrics/held.ts'
import { rememberedRead } from '../remembered.ts'
import type { BoardScope } from '../scope.ts'
import { alertTimes } from './row-cells.ts'
import { LISTED_CELLS, timedAlert } from './timed-alert.ts'
import { CALENDAR } from './working-calendar.ts'

const SHOWN = 20

/** How long alerts found in the period took, by level and against the limits set. */
export async function alertTiming(scope: BoardScope): Promise<Timing> {
  const { tallies, period, settings, today } = scope
  const groups = await alertGroups(tallies, period)
  // What is over keeps its verdict whatever the time.
  const now = groups.some(({ openAt }) => openAt !== null) ? scope.now() : `${today}T23:59`
  const clockwork = { limits: settings.sentiment, calendar: CALENDAR, now }
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
  const of = quantiles(known)
  const at = (share: number): number | null => {
    const seconds = of(share)
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
  const late = groups.filter((group) => judgeAlert(group, clockwork) === 'late')
  const rows = await lateRows(scope, scope.period)
  const alerts = rows
    .filter((row) => judgeAlert(alertTimes(row), clockwork) === 'late')
    .map((row) => timedAlert(row, scope, clockwork.now))
    .toSorted((a, b) => (a.foundAt < b.foundAt ? 1 : -1))
  return { total: count(late), alerts: alerts.slice(0, SHOWN) }
}

/**
 * Alerts that are or may come to be late: the last closed late, found by their times rather than
 * among all of a span, and all that are open. The clock has no part in it, so it is read once.
 */
const lateRows = rememberedRead(async (scope: BoardScope, days): Promise<readonly Row[]> => {
  const { store, tallies, settings, today } = scope
  const clockwork = { limits: settings.sentiment, calendar: CALENDAR, now: today }
  const closed = (await alertGroups(tallies, days))
    .filter((group) => group.closedOn !== null && judgeAlert(group, clockwork) === 'late')
    .toSorted((a, b) => (a.foundOn < b.foundOn ? 1 : -1))
    .slice(0, SHOWN)
  const times = closed.flatMap(({ handlingSeconds: seconds }) =>
    seconds === null ? [] : [String(seconds)],
  )
  const ask = { ledger: 'alerts', fields: LISTED_CELLS } as const
  const found = (from: string) => ({ field: 'alertedAt', from, to: days.to })
  const first = closed.at(-1)?.foundOn ?? days.to
  const rows = await Promise.all([
    times.length > 0
      ? store.cells({ ...ask, filters: [found(first), { field: 'handlingSeconds', in: times }] })
      : [],
    store.cells({ ...ask, filters: [found(days.from), { field: 'openAt', isPresent: true }] }),
  ])
  return rows.flat()
})
