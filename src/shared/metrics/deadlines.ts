import type { Row } from '../ledgers/define.ts'
import type { AlertLimit, SentimentSettings } from '../settings/sentiment.ts'
import { addSeconds } from '../time/clock.ts'
import type { Day } from '../time/day.ts'
import type { WorkingDays } from '../time/working-days.ts'

/**
 * How a record stands against its limit. `pending`: open, the limit has not run out. `noLimit`:
 * neither the record nor the settings give one, or it lies past the known calendar. `noTime`: closed,
 * but how long it took cannot be told.
 */
export const VERDICTS = ['inTime', 'late', 'pending', 'noLimit', 'noTime'] as const

export type Verdict = (typeof VERDICTS)[number]

/** What an alert is judged by: its cells of ALERT_TIMES and the day it was found. */
export interface AlertTimes {
  readonly foundOn: Day
  readonly level: string
  /** The limit its record states, in seconds from finding. */
  readonly dueSeconds: number | null
  readonly handlingSeconds: number | null
  readonly actingSeconds: number | null
  readonly closedOn: Day | null
  /** When it was found, while it is open. */
  readonly openAt: string | null
}

export interface PetitionTimes {
  readonly receivedOn: Day
  readonly category: string
  /** The limit its record states. */
  readonly limitOn: Day | null
  readonly answeredOn: Day | null
}

/** What lateness depends on besides the records. `now` is `YYYY-MM-DDTHH:mm` in the centre's zone. */
export interface Clockwork {
  readonly limits: Pick<SentimentSettings, 'alertLimits' | 'petitionLimits'>
  readonly calendar: WorkingDays
  readonly now: string
}

/** Until when: so many seconds after finding, or the end of a day. */
export type Limit =
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'day'; readonly day: Day }

export const limitOfLevel = (
  { limits }: Pick<Clockwork, 'limits'>,
  level: string,
): AlertLimit | undefined => limits.alertLimits.find((limit) => limit.level === level)

/**
 * The limit to close an alert by: the one its record states, else that of its level. Working days
 * are counted from the day after finding, and the last one counts to its end.
 */
export function closeLimit(
  { foundOn, level, dueSeconds }: Pick<AlertTimes, 'foundOn' | 'level' | 'dueSeconds'>,
  clockwork: Pick<Clockwork, 'limits' | 'calendar'>,
): Limit | null {
  if (dueSeconds !== null) return { kind: 'seconds', seconds: dueSeconds }
  const { closeSeconds = null, closeWorkingDays = null } = limitOfLevel(clockwork, level) ?? {}
  if (closeWorkingDays !== null) {
    const day = clockwork.calendar.after(foundOn, closeWorkingDays)
    return day === null ? null : { kind: 'day', day }
  }
  return closeSeconds === null ? null : { kind: 'seconds', seconds: closeSeconds }
}

/** The last moment of a limit, `YYYY-MM-DDTHH:mm`. */
export const limitMoment = (limit: Limit, foundAt: string): string =>
  limit.kind === 'day' ? `${limit.day}T23:59` : addSeconds(foundAt, limit.seconds)

/** The last moment to close an alert by its cells `alertedAt`, `level` and `dueSeconds`; null for none. */
export function alertLimitMoment(
  { alertedAt, level, dueSeconds }: Row,
  clockwork: Pick<Clockwork, 'limits' | 'calendar'>,
): string | null {
  if (typeof alertedAt !== 'string') return null
  const own = typeof dueSeconds === 'number' ? dueSeconds : null
  const found = { foundOn: alertedAt.slice(0, 10), level: String(level ?? ''), dueSeconds: own }
  const limit = closeLimit(found, clockwork)
  return limit && limitMoment(limit, alertedAt)
}

/** How an alert stands against its limit now. */
export function judgeAlert(times: AlertTimes, clockwork: Clockwork): Verdict {
  const limit = closeLimit(times, clockwork)
  if (limit === null) return 'noLimit'
  if (times.openAt !== null)
    return limitMoment(limit, times.openAt) < clockwork.now ? 'late' : 'pending'
  if (limit.kind === 'day') {
    if (times.closedOn === null || times.handlingSeconds === null) return 'noTime'
    return times.closedOn <= limit.day ? 'inTime' : 'late'
  }
  if (times.handlingSeconds === null) return 'noTime'
  return times.handlingSeconds <= limit.seconds ? 'inTime' : 'late'
}

/** How the first action on an alert stands against its level's limit now. */
export function judgeFirstAction(times: AlertTimes, clockwork: Clockwork): Verdict {
  const seconds = limitOfLevel(clockwork, times.level)?.firstSeconds ?? null
  if (seconds === null) return 'noLimit'
  if (times.actingSeconds !== null) return times.actingSeconds <= seconds ? 'inTime' : 'late'
  if (times.openAt === null) return 'noTime'
  return addSeconds(times.openAt, seconds) < clockwork.now ? 'late' : 'pending'
}

/** The last day to answer a petition: the one its record states, else by its category. */
export function petitionLimit(
  { receivedOn, category, limitOn }: Pick<PetitionTimes, 'receivedOn' | 'category' | 'limitOn'>,
  { limits, calendar }: Pick<Clockwork, 'limits' | 'calendar'>,
): Day | null {
  if (limitOn !== null) return limitOn
  const own = limits.petitionLimits.find((limit) => limit.category === category)
  return own ? calendar.after(receivedOn, own.workingDays) : null
}

/** How a petition stands against its limit today; one that is answered late or not at all is late. */
export function judgePetition(times: PetitionTimes, clockwork: Clockwork): Verdict {
  const limit = petitionLimit(times, clockwork)
  if (limit === null) return 'noLimit'
  const { receivedOn, answeredOn } = times
  if (answeredOn === null) return limit < clockwork.now.slice(0, 10) ? 'late' : 'pending'
  if (answeredOn < receivedOn) return 'noTime'
  return answeredOn <= limit ? 'inTime' : 'late'
}
