import { secondsBetween } from '../../time/clock.ts'
import type { Interval } from '../../time/period.ts'
import { minuteAfter } from './due-hours.ts'

/** A stoppage or fault as entered; times are `YYYY-MM-DDTHH:mm`. */
export interface JudgedFault {
  readonly id: string
  readonly channel: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly kind: string | null
  /** As entered, before rules on what counts. */
  readonly seconds: number | null
  readonly filler: number | null
  /** Seconds that count as stoppage. */
  readonly stoppage: number | null
}

type FaultFinding =
  | 'endBeforeStart'
  | 'overlap'
  | 'outsideSchedule'
  | 'longerThanSpan'
  | 'fillerOverStoppage'
  | 'noSeconds'
  | 'unknownChannel'

/** What due hours say of a channel. */
export interface Schedules {
  readonly channels: readonly string[]
  /** Seconds due between two clock times; null where no clock hours are set. */
  within(channel: string, from: string, to: string): number | null
}

export interface Found<K extends string> {
  readonly kind: K
  readonly id: string
  readonly says: string
}

/**
 * What cannot be right in the entered faults, or has to be explained: an end before its start, an
 * overlap, a time outside the schedule. A clock time is of a minute, so seconds may run
 * a minute past the span.
 */
export function faultFindings(
  faults: readonly JudgedFault[],
  schedules: Schedules,
): Found<FaultFinding>[] {
  return [
    ...faults.flatMap((fault) =>
      [...ofTimes(fault), ...ofChannel(fault, schedules)].map((found) => ({
        ...found,
        id: fault.id,
      })),
    ),
    ...overlaps(faults),
  ]
}

interface Said {
  readonly kind: FaultFinding
  readonly says: string
}

function ofTimes({ startedAt, endedAt, kind, seconds, filler }: JudgedFault): Said[] {
  const found: Said[] = []
  const span = endedAt === null ? null : secondsBetween(startedAt, endedAt)
  if (span !== null && span < 0)
    found.push({ kind: 'endBeforeStart', says: `恢复时间比发生时间早 ${-span / 60} 分钟` })
  if (span !== null && span >= 0 && seconds !== null && seconds > span + 60)
    found.push({
      kind: 'longerThanSpan',
      says: `登记停播 ${seconds} 秒，发生到恢复只有 ${span} 秒`,
    })
  if (seconds !== null && filler !== null && filler > seconds)
    found.push({ kind: 'fillerOverStoppage', says: `垫播 ${filler} 秒，停播只有 ${seconds} 秒` })
  if (seconds === null && (kind === 'stoppage' || kind === 'wrong'))
    found.push({ kind: 'noSeconds', says: '写明停播或错播，没有填停播时长，停播率里没有它' })
  return found
}

function ofChannel(fault: JudgedFault, { channels, within }: Schedules): Said[] {
  const { channel, startedAt, endedAt, stoppage } = fault
  if (stoppage === null || stoppage === 0) return []
  if (!channels.includes(channel))
    return [
      {
        kind: 'unknownChannel',
        says: `${channel === '' ? '没有填频道' : `设置里没有“${channel}”`}，停播不进任何频道的停播率`,
      },
    ]
  const isSound = endedAt !== null && endedAt > startedAt
  const due = within(channel, startedAt, isSound ? endedAt : minuteAfter(startedAt))
  if (due === 0)
    return [{ kind: 'outsideSchedule', says: '发生到恢复都不在应播时段内，却计了停播' }]
  if (due === null || !isSound || stoppage <= due + 60) return []
  return [{ kind: 'outsideSchedule', says: `计停播 ${stoppage} 秒，其间应播只有 ${due} 秒` }]
}

/** Pairs on one channel whose stoppages share time; each later one is named once. */
function overlaps(faults: readonly JudgedFault[]): Found<FaultFinding>[] {
  const sound = faults
    .filter(
      ({ stoppage, endedAt, startedAt }) => (stoppage ?? 0) > 0 && (endedAt ?? '') > startedAt,
    )
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
  const last = new Map<string, JudgedFault>()
  return sound.flatMap((fault) => {
    const before = last.get(fault.channel)
    const isLater = before === undefined || (fault.endedAt ?? '') > (before.endedAt ?? '')
    if (isLater) last.set(fault.channel, fault)
    if (!before || fault.startedAt >= (before.endedAt ?? '')) return []
    const clock = before.startedAt.replace('T', ' ')
    return [
      { kind: 'overlap', id: fault.id, says: `与同频道 ${clock} 起的一次时间重叠，停播可能重复计` },
    ]
  })
}

/** A maintenance as entered. */
export interface JudgedMaintenance {
  readonly id: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly kind: string | null
  readonly impact: string | null
  readonly reportedOn: string | null
}

/** The 重保期 that a maintenance falls into, one begun and not ended by its first day. */
export function protectionsOf<B extends Interval>(
  { startedAt, endedAt }: Pick<JudgedMaintenance, 'startedAt' | 'endedAt'>,
  bands: readonly B[],
): B[] {
  const from = startedAt.slice(0, 10)
  const end = (endedAt ?? startedAt).slice(0, 10)
  const to = end < from ? from : end
  return bands.filter((band) => band.from <= to && from <= band.to)
}

/**
 * What has to be explained of a maintenance: none is planned inside 重保期, and one that stops the
 * broadcast is reported first (62号令第20–21条).
 */
export function maintenanceFindings(
  work: JudgedMaintenance,
  bands: readonly (Interval & { readonly name: string })[],
): Found<'endBeforeStart' | 'inProtection' | 'notReported'>[] {
  const { id, startedAt, endedAt, kind, impact, reportedOn } = work
  const names = protectionsOf(work, bands).map(({ name }) => name)
  const isLate = reportedOn === null || reportedOn > startedAt.slice(0, 10)
  return [
    ...(endedAt !== null && endedAt < startedAt
      ? [{ kind: 'endBeforeStart', id, says: '检修结束比开始早' } as const]
      : []),
    ...(names.length > 0
      ? [{ kind: 'inProtection', id, says: `落在重保期“${names.join('”“')}”内` } as const]
      : []),
    ...(kind === 'planned' && impact !== 'onAir' && isLate
      ? [
          {
            kind: 'notReported',
            id,
            says: `${reportedOn === null ? '没有报备日期' : `${reportedOn} 才报备`}，这段时间仍计应播`,
          } as const,
        ]
      : []),
  ]
}
