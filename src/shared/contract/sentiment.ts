import * as z from 'zod/mini'
import { METRIC_IDS } from '../metrics/index.ts'
import { boardEndpoint } from './boards.ts'
import { figureSchema } from './figures.ts'

const count = z.int()
const maybe = z.nullable(z.string())

/** What was watched a day, beside what is typical. Days are those of the period, 92 at most. */
const dailySchema = z.object({
  /** Earlier days of the period are left out. */
  isCut: z.boolean(),
  days: z.array(z.object({ day: z.string(), value: z.nullable(count) })),
  /** Between which eight of ten of the days before lie; null where too few are known. */
  band: z.nullable(z.object({ low: count, high: count })),
  /** Days with a figure among those before, and how many were looked at. */
  known: count,
  lookedAt: count,
})

/** A step as the centre calls it; steps count apart, none is claimed to contain the next. */
const stepSchema = z.object({
  name: z.string(),
  metric: z.enum(METRIC_IDS),
  part: z.nullable(z.object({ field: z.string(), value: z.string() })),
  figure: figureSchema,
  /** Its share of what it is a part of: alerts of what was watched, the rest of the alerts. */
  share: z.nullable(z.object({ of: z.string(), ratio: z.number() })),
})

/** An alert in a list, with where it stands against its limit. */
const openAlertSchema = z.object({
  id: z.string(),
  level: maybe,
  title: z.string(),
  platform: z.string(),
  township: z.string(),
  assignee: maybe,
  dutyOfficer: maybe,
  foundAt: z.string(),
  closedAt: maybe,
  /** The last moment of its limit; null where it has none. */
  limitAt: maybe,
  isLate: z.boolean(),
  /** From finding to close, or to the moment looked at. */
  seconds: count,
})

const openSchema = z.object({
  /** The moment looked at: now, or the end of a period that is over. */
  at: z.string(),
  total: count,
  /** Open for under a day, one to three, three to seven days, and longer. */
  ages: z.array(count),
  /** The oldest, so many at most. */
  alerts: z.array(openAlertSchema),
})

/** How long something took, over the records that say so. */
const spreadSchema = z.object({
  records: count,
  median: z.nullable(z.number()),
  ninetieth: z.nullable(z.number()),
})

const heldSchema = z.object({
  inTime: count,
  late: count,
  pending: count,
  noLimit: count,
  noTime: count,
})

const levelTimesSchema = z.object({
  level: z.string(),
  found: count,
  close: heldSchema,
  closing: spreadSchema,
  first: heldSchema,
  acting: spreadSchema,
  limit: z.object({
    firstSeconds: z.nullable(count),
    closeSeconds: z.nullable(count),
    closeWorkingDays: z.nullable(count),
  }),
})

const timingSchema = z.object({
  levels: z.array(levelTimesSchema),
  closing: spreadSchema,
  acting: spreadSchema,
  /** Closed alerts whose time from finding to close is not known, and found ones without a first action. */
  closedWithoutTime: count,
  foundWithoutAction: count,
  /** Closed alerts by their span of 办理用时段. */
  spans: z.array(z.object({ span: z.string(), records: count })),
  /** The latest that are late, so many at most. */
  late: z.object({ total: count, alerts: z.array(openAlertSchema) }),
})

const repeatsSchema = z.object({
  /** Listed from so many times on. */
  from: count,
  /** Topics that came back in one township; the most frequent first, `total` counts all. */
  places: z.object({
    total: count,
    list: z.array(z.object({ township: z.string(), topic: z.string(), records: count })),
  }),
  /** Matters by their titles, alike but for signs and spaces. */
  titles: z.object({
    total: count,
    list: z.array(
      z.object({ matter: z.string(), records: count, first: z.string(), last: z.string() }),
    ),
  }),
})

const petitionGroupSchema = z.object({
  word: z.string(),
  received: count,
  answered: count,
  held: heldSchema,
  /** Working days from receipt to answer, on average, over so many. */
  workingDays: z.nullable(z.number()),
  timed: count,
  /** Working days its category is given; null where it has no limit, or for sources. */
  limitDays: z.nullable(count),
})

const petitionSchema = z.object({
  id: z.string(),
  content: z.string(),
  source: z.string(),
  category: maybe,
  department: maybe,
  receivedOn: z.string(),
  limitOn: maybe,
  answeredOn: maybe,
})

const petitionsSchema = z.object({
  all: petitionGroupSchema,
  categories: z.array(petitionGroupSchema),
  sources: z.array(petitionGroupSchema),
  /** How many called back said what; `unasked` were not called, `blank` have nothing written. */
  satisfaction: z.object({
    satisfied: count,
    fair: count,
    dissatisfied: count,
    unasked: count,
    blank: count,
  }),
  late: z.object({ total: count, petitions: z.array(petitionSchema) }),
  /** Years whose holidays are known; null where none is. */
  calendar: z.nullable(z.object({ from: count, to: count })),
})

export const readSentiment = boardEndpoint(
  'sentiment',
  {
    daily: dailySchema,
    funnel: z.array(stepSchema),
    open: openSchema,
    timing: timingSchema,
    repeats: repeatsSchema,
    petitions: petitionsSchema,
  },
  {},
)

export type SentimentAnswer = z.infer<typeof readSentiment.output>
export type Daily = z.infer<typeof dailySchema>
export type FunnelStep = z.infer<typeof stepSchema>
export type TimedAlert = z.infer<typeof openAlertSchema>
export type OpenAlerts = z.infer<typeof openSchema>
export type Spread = z.infer<typeof spreadSchema>
export type LevelTimes = z.infer<typeof levelTimesSchema>
export type Timing = z.infer<typeof timingSchema>
export type Repeats = z.infer<typeof repeatsSchema>
export type PetitionTally = z.infer<typeof petitionGroupSchema>
export type TimedPetition = z.infer<typeof petitionSchema>
export type Petitions = z.infer<typeof petitionsSchema>
