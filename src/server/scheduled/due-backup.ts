import type { BackupSettings } from '#shared/settings/backup.ts'
import { addDays, isoWeekday } from '#shared/time/day.ts'

/** Tried again after so long where it failed. */
const RETRY_AFTER = 10 * 60_000

/** The last moment by the clock at which a backup was due: `2024-11-28T03:00`. */
function lastDue(local: string, hour: number): string {
  const today = local.slice(0, 10)
  const at = `T${String(hour).padStart(2, '0')}:00`
  return `${today}${at}` <= local.slice(0, 16) ? `${today}${at}` : `${addDays(today, -1)}${at}`
}

/** The next moment at which a backup is due; null where none is. */
export function nextBackup({ isOn, hour }: BackupSettings, local: string): string | null {
  if (!isOn) return null
  const last = lastDue(local, hour)
  return `${addDays(last.slice(0, 10), 1)}${last.slice(10)}`
}

export interface BackupState {
  readonly settings: BackupSettings
  /** On the centre's clock: now, and when each backup was made. */
  readonly local: string
  readonly made: readonly string[]
  /** In UTC milliseconds. */
  readonly now: number
  readonly failedAt: number | null
}

/**
 * Whether a backup has to be made now: none was made since it was last due, also while the desk was
 * off. Backups that bear a later time than now count as none: the clock was wrong once.
 */
export function isBackupDue({ settings, local, made, now, failedAt }: BackupState): boolean {
  if (!settings.isOn) return false
  if (failedAt !== null && Math.abs(now - failedAt) < RETRY_AFTER) return false
  const due = lastDue(local, settings.hour)
  return !made.some((at) => at >= due && at <= local)
}

/** Whether the clock should have made one a day ago and did not. */
export function isBackupLate({ settings, local, made }: BackupState): boolean {
  if (!settings.isOn || made.length === 0) return false
  const due = lastDue(local, settings.hour)
  const dayBefore = `${addDays(due.slice(0, 10), -1)}${due.slice(10)}`
  return !made.some((at) => at >= dayBefore && at <= local)
}

/**
 * Which of the backups made by the clock go: times on the centre's clock, in any order. Those later
 * than now were made by a wrong clock and are counted apart, or they would drive out what is made now.
 */
export function swept(made: readonly string[], settings: BackupSettings, local: string): string[] {
  const { true: ahead = [], false: known = [] } = Object.groupBy(made, (at) => `${at > local}`)
  return [ahead, known].flatMap((some) => sweptOf(some, settings))
}

function sweptOf(made: readonly string[], { daily, weekly, monthly }: BackupSettings): string[] {
  const newest = made.toSorted().toReversed()
  const kept = new Set([
    ...lastOfEach(newest, daily, (at) => at.slice(0, 10)),
    ...lastOfEach(newest, weekly, (at) => mondayOf(at.slice(0, 10))),
    ...lastOfEach(newest, monthly, (at) => at.slice(0, 7)),
  ])
  return newest.filter((at) => !kept.has(at))
}

function lastOfEach(
  newest: readonly string[],
  most: number,
  spanOf: (at: string) => string,
): string[] {
  const last = new Map<string, string>()
  for (const at of newest) if (!last.has(spanOf(at))) last.set(spanOf(at), at)
  return [...last.values()].slice(0, most)
}

const mondayOf = (day: string): string => addDays(day, 1 - isoWeekday(day))
