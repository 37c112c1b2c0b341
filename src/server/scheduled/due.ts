import { addMonths, lastDay, monthOf, type Month } from '#shared/time/day.ts'
import type { ReportsSettings, ScheduledId } from '#shared/settings/reports.ts'

/** A file of a month. */
export interface ReportFile {
  readonly month: Month
  readonly file: ScheduledId
}

/** A file that could not be written, and when, in UTC milliseconds. */
export interface FailedFile extends ReportFile {
  readonly at: number
}

/** A failed file is tried again after so long. */
export const RETRY_AFTER = 10 * 60_000

export interface ScheduleState {
  readonly settings: ReportsSettings
  /** On the centre's own clock, `YYYY-MM-DDTHH:mm`, and in UTC milliseconds. */
  readonly local: string
  readonly now: number
  readonly written: readonly ReportFile[]
  readonly failed: readonly FailedFile[]
}

/** When the files of a month are written: `2024-11-03T08:00` for October. */
export function dueAt(month: Month, { day, hour }: Pick<ReportsSettings, 'day' | 'hour'>): string {
  const next = addMonths(month, 1)
  const last = Number(lastDay(next).slice(8))
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${next}-${two(Math.min(day, last))}T${two(hour)}:00`
}

/**
 * What has to be written now, oldest first: every file of every month since the schedule was turned
 * on whose moment has passed, also while the desk was off, and that was not written yet. What failed
 * waits a little.
 */
export function dueReports({ settings, local, now, written, failed }: ScheduleState): ReportFile[] {
  const { isOn, since, files } = settings
  if (!isOn || since === null) return []
  const due: ReportFile[] = []
  for (let month = since; month < monthOf(local); month = addMonths(month, 1)) {
    if (dueAt(month, settings) > local) break
    const missing = files.filter((file) => !has(written, { month, file }))
    const waiting = failed.filter(({ at }) => now - at < RETRY_AFTER)
    due.push(...missing.map((file) => ({ month, file })).filter((each) => !has(waiting, each)))
  }
  return due
}

/** The month that is written next, and when; null where nothing is scheduled. */
export function nextReport({
  settings,
  local,
}: Pick<ScheduleState, 'settings' | 'local'>): { month: Month; at: string } | null {
  if (!settings.isOn || settings.since === null || settings.files.length === 0) return null
  let month = settings.since
  while (dueAt(month, settings) <= local) month = addMonths(month, 1)
  return { month, at: dueAt(month, settings) }
}

const has = (list: readonly ReportFile[], { month, file }: ReportFile): boolean =>
  list.some((each) => each.month === month && each.file === file)
