import * as z from 'zod/mini'
import { boardEndpoint } from './boards.ts'
import { figureSchema } from './figures.ts'

const count = z.int()
const maybe = z.nullable(z.string())
const span = z.object({ from: z.string(), to: z.string() })

/** One month of a check plan. `unknown`: not all its days are registered, and too few checks are. */
const plannedMonthSchema = z.object({
  month: z.string(),
  state: z.enum(['met', 'missed', 'running', 'unknown', 'unplanned']),
  done: count,
})

const checksSchema = z.object({
  /** From 1 January of the period's year to the end of its last month, today at the latest. */
  days: span,
  plans: z.array(
    z.object({
      category: z.string(),
      /** Empty: any place will do. */
      place: z.string(),
      timesPerMonth: count,
      months: z.array(plannedMonthSchema),
    }),
  ),
  /** Days of that span on which something was checked. */
  checked: z.array(z.object({ day: z.string(), checks: count, dangers: count })),
  /** The stretches of that span that are registered whole: a day there without a check had none. */
  covered: z.array(span),
  /** Checks of the period by kind and place. */
  cells: z.array(
    z.object({ category: z.string(), place: z.string(), checks: count, dangers: count }),
  ),
})

const dangerSchema = z.object({
  id: z.string(),
  day: z.string(),
  category: z.string(),
  place: z.string(),
  danger: z.string(),
  owner: maybe,
  dueOn: maybe,
  fixedOn: maybe,
  /** Days from finding to the day looked at. */
  age: count,
  /** Days past its limit on the day looked at; 0 within it, null where no limit is written. */
  late: z.nullable(count),
})

const dangersSchema = z.object({
  /** Found in the period, by where they stand now. */
  found: count,
  states: z.object({ open: count, fixed: count, rechecked: count }),
  /** Put right in the period, whenever found: on time, late, without a limit. */
  fixing: z.object({ inTime: count, late: count, noLimit: count }),
  /** The day looked at: the period's last, or today. */
  at: z.string(),
  /** Open on that day, the oldest first. */
  open: z.object({ total: count, late: count, noLimit: count, list: z.array(dangerSchema) }),
  /** Put right by that day and not re-checked by then, the oldest first. */
  waiting: z.object({ total: count, list: z.array(dangerSchema) }),
})

/** `notStopped`: no second was lost. `noRule`: the centre set no threshold that would tell. */
const suggestionSchema = z.object({
  grade: z.enum([
    'notStopped',
    'noTime',
    'noRule',
    'below',
    'considerable',
    'major',
    'extraordinary',
  ]),
  /** A threshold above it is not set, so that it may be higher. */
  isAtLeast: z.boolean(),
  tier: maybe,
})

const faultSchema = z.object({
  id: z.string(),
  startedAt: z.string(),
  channel: z.string(),
  kind: maybe,
  cause: z.string(),
  causeClass: maybe,
  symptom: z.string(),
  /** Seconds that count as stoppage, and those of them under filler; null where not entered. */
  stoppage: z.nullable(count),
  filler: z.nullable(count),
  suggested: suggestionSchema,
  /** What a person entered as 事件级别. */
  decided: maybe,
})

const faultsSchema = z.object({
  /** All five national classes, then what falls under none (''). */
  classes: z.array(
    z.object({
      causeClass: z.string(),
      faults: count,
      stops: count,
      stoppage: count,
      /** The centre's own words for the causes within it. */
      causes: z.array(z.object({ cause: z.string(), faults: count })),
    }),
  ),
  /** The latest, so many at most. */
  total: count,
  list: z.array(faultSchema),
  /** No threshold is set at all. */
  isUngraded: z.boolean(),
})

const channelSchema = z.object({
  /** Empty: faults without a channel. */
  channel: z.string(),
  stops: figureSchema,
  stoppage: figureSchema,
  filler: figureSchema,
  assessed: figureSchema,
  stopRate: figureSchema,
  availability: figureSchema,
  meanRestore: figureSchema,
  /** How due hours come about over the days that count, in seconds; null where none are set. */
  due: z.nullable(
    z.object({
      days: span,
      /** By the weekly schedule, or by the flat amount of days without one. */
      scheduled: count,
      flatDays: count,
      unsetDays: count,
      /** Routine breaks, and maintenance reported before it began. */
      breaks: count,
      maintenance: count,
      due: count,
    }),
  ),
  /** The last stoppage up to the period's end. */
  last: z.nullable(z.object({ id: z.string(), at: z.string(), seconds: count, days: count })),
  /** What the centre holds it to, in 秒/百小时; null until set. */
  limit: z.nullable(z.number()),
})

const maintenanceSchema = z.object({
  id: z.string(),
  channel: z.string(),
  startedAt: z.string(),
  endedAt: maybe,
  kind: maybe,
  impact: maybe,
  reportedOn: maybe,
  content: z.string(),
  /** It leaves due hours. */
  isExcused: z.boolean(),
  /** 重保期 it falls into. */
  protections: z.array(z.string()),
})

const bandSchema = z.object({
  id: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  detail: z.string(),
  /** Null where none is known and the ledger is not whole over its days up to today. */
  checks: z.nullable(count),
  faults: z.nullable(count),
  stoppage: z.nullable(count),
  maintenance: z.nullable(count),
})

export const FINDINGS = [
  'endBeforeStart',
  'overlap',
  'outsideSchedule',
  'longerThanSpan',
  'fillerOverStoppage',
  'noSeconds',
  'unknownChannel',
  'inProtection',
  'notReported',
] as const

const findingSchema = z.object({
  kind: z.enum(FINDINGS),
  ledger: z.enum(['faults', 'maintenance']),
  id: z.string(),
  at: z.string(),
  channel: z.string(),
  /** What of the record says so, in words. */
  says: z.string(),
})

export const readSafety = boardEndpoint(
  'safety',
  {
    checks: checksSchema,
    dangers: dangersSchema,
    faults: faultsSchema,
    channels: z.array(channelSchema),
    maintenance: z.object({ total: count, list: z.array(maintenanceSchema) }),
    /** 重保期 of the period’s year, with what happened within each. */
    bands: z.array(bandSchema),
    findings: z.object({ total: count, list: z.array(findingSchema) }),
  },
  {},
)

export type SafetyAnswer = z.infer<typeof readSafety.output>
export type SafetyChecks = z.infer<typeof checksSchema>
export type PlannedMonth = z.infer<typeof plannedMonthSchema>
export type Dangers = z.infer<typeof dangersSchema>
export type Danger = z.infer<typeof dangerSchema>
export type Suggestion = z.infer<typeof suggestionSchema>
export type FaultRow = z.infer<typeof faultSchema>
export type SafetyFaults = z.infer<typeof faultsSchema>
export type ChannelRow = z.infer<typeof channelSchema>
export type MaintenanceRow = z.infer<typeof maintenanceSchema>
export type ProtectionBand = z.infer<typeof bandSchema>
export type Finding = z.infer<typeof findingSchema>
