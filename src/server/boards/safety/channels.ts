import type { ChannelRow } from '#shared/contract/safety.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { dueHours, type DueHours } from '#shared/metrics/safety/due-hours.ts'
import type { Figure } from '#shared/metrics/figure.ts'
import { daysBetween } from '#shared/time/day.ts'
import type { Interval } from '#shared/time/period.ts'
import type { Snapshot } from '../../snapshot.ts'
import { numberOr, text } from './cells.ts'
import { allFaults } from './records.ts'
import type { BoardScope } from '../scope.ts'

/** Stoppage of every channel against its due hours, and how those come about. */
export async function channelRows(scope: BoardScope): Promise<ChannelRow[]> {
  const { snapshot, period, end } = scope
  const faults = await allFaults(scope)
  const named = faults
    .filter(({ startedAt }) => text(startedAt).slice(0, 10) >= period.from)
    .filter(({ startedAt }) => text(startedAt).slice(0, 10) <= end)
    .map(({ channel }) => text(channel))
  const channels = [...new Set([...snapshot.due.channels, ...named])]
  return Promise.all(channels.map((channel) => channelRow(channel, faults, scope)))
}

async function channelRow(
  channel: string,
  faults: readonly Row[],
  scope: BoardScope,
): Promise<ChannelRow> {
  const { evaluate, period, end, settings, snapshot } = scope
  const part = { field: 'channel', value: channel }
  const [stops, stoppage, filler, assessed, stopRate, availability, meanRestore] =
    await Promise.all([
      evaluate.figure('stops', period, part),
      evaluate.figure('stoppage', period, part),
      evaluate.figure('filler', period, part),
      evaluate.figure('assessedStoppage', period, part),
      evaluate.figure('stopRate', period, part),
      evaluate.figure('availability', period, part),
      evaluate.figure('meanRestore', period, part),
    ])
  const limit = settings.safety.stopRateLimits.find((one) => one.channel === channel)
  return {
    channel,
    stops,
    stoppage,
    filler,
    assessed,
    stopRate,
    availability,
    meanRestore,
    due: dueOf(channel, stoppage, snapshot),
    last: lastStoppage(faults, channel, end),
    limit: limit?.perHundredHours ?? null,
  }
}

/** Over the very days whose faults are known; null where there are none or nothing is due. */
function dueOf(channel: string, stoppage: Figure, snapshot: Snapshot): ChannelRow['due'] {
  if (stoppage.state !== 'counted') return null
  const days: Interval = { from: stoppage.from, to: stoppage.to }
  const { gross, net, hasSchedule } = partialDue(snapshot)
  const [scheduled, unbroken, due] = [gross, net, snapshot.due].map((each) =>
    each.seconds(days, channel),
  )
  if (scheduled === null || unbroken === null || due === null) return null
  if (scheduled === undefined || unbroken === undefined || due === undefined) return null
  const unsetDays = snapshot.due.unsetDays(days, channel)
  return {
    days,
    scheduled,
    flatDays: hasSchedule.unsetDays(days, channel) - unsetDays,
    unsetDays,
    breaks: scheduled - unbroken,
    maintenance: unbroken - due,
    due,
  }
}

interface PartialDue {
  /** By schedules without their breaks, with the flat amount elsewhere. */
  readonly gross: DueHours
  /** With their breaks, without any maintenance. */
  readonly net: DueHours
  /** By schedules alone. */
  readonly hasSchedule: DueHours
}

const KEPT = new WeakMap<Snapshot, PartialDue>()

function partialDue(snapshot: Snapshot): PartialDue {
  const known = KEPT.get(snapshot)
  if (known) return known
  const {
    channels,
    safety: { schedules },
  } = snapshot.settings
  const unbroken = schedules.map((schedule) => ({ ...schedule, breaks: [] }))
  const made = {
    gross: dueHours({ channels, schedules: unbroken, offAir: [] }),
    net: dueHours({ channels, schedules, offAir: [] }),
    hasSchedule: dueHours({ channels: [], schedules, offAir: [] }),
  }
  KEPT.set(snapshot, made)
  return made
}

function lastStoppage(faults: readonly Row[], channel: string, end: string): ChannelRow['last'] {
  const last = faults.findLast(
    (row) =>
      text(row.channel) === channel &&
      (numberOr(row.lostSeconds) ?? 0) > 0 &&
      text(row.startedAt).slice(0, 10) <= end,
  )
  if (!last) return null
  const at = text(last.startedAt)
  return {
    id: text(last.id),
    at,
    seconds: numberOr(last.lostSeconds) ?? 0,
    days: daysBetween(at.slice(0, 10), end),
  }
}
