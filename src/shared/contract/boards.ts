import * as z from 'zod/mini'
import { BOARD_IDS } from '../metrics/boards.ts'
import { METRIC_IDS } from '../metrics/index.ts'
import { defineEndpoint } from './define.ts'

const noneReason = z.enum([
  'notCovered',
  'notYet',
  'nothingToDivide',
  'neverStopped',
  'noDueHours',
  'monthsOnly',
  'noMonths',
  'notBrokenDown',
  'nothingRecorded',
])

export const figureSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none'), why: noneReason }),
  z.object({
    state: z.literal('counted'),
    value: z.number(),
    complete: z.boolean(),
    from: z.string(),
    to: z.string(),
    blank: z.int(),
  }),
  z.object({
    state: z.literal('stated'),
    value: z.number(),
    complete: z.boolean(),
    qualifier: z.string(),
    wording: z.string(),
    source: z.string(),
    record: z.string(),
  }),
])

const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), ratio: z.number(), from: z.number() }),
  z.object({ kind: z.literal('points'), points: z.number(), from: z.number() }),
  z.object({ kind: z.literal('amount'), amount: z.number(), from: z.number() }),
  z.object({ kind: z.literal('new'), amount: z.number() }),
  z.object({ kind: z.literal('same'), from: z.number() }),
  z.object({ kind: z.literal('none'), why: z.union([noneReason, z.literal('otherBasis')]) }),
])

const periodSchema = z.object({
  key: z.string(),
  kind: z.enum(['month', 'quarter', 'half', 'year', 'range']),
  from: z.string(),
  to: z.string(),
})

/** A change and the two spans it compares; both are cut alike when the period is unfinished. */
const comparisonSchema = z.object({
  change: changeSchema,
  period: periodSchema,
  against: z.nullable(periodSchema),
  isCut: z.boolean(),
})

const partSchema = z.object({ value: z.string(), figure: figureSchema })
const pointSchema = z.object({ at: z.string(), figure: figureSchema, parts: z.array(partSchema) })

const answerSchema = z.object({
  metric: z.enum(METRIC_IDS),
  /** The period the figure speaks of: from 1 January for figures of the year. */
  period: periodSchema,
  figure: figureSchema,
  /** Against the same period last year, and the period before; null where the board does not ask. */
  yoy: z.nullable(comparisonSchema),
  mom: z.nullable(comparisonSchema),
  parts: z.array(partSchema),
  /** Month by month over the period's year, and over the year before; empty when not asked. */
  months: z.array(pointSchema),
  monthsBefore: z.array(pointSchema),
  /** What somebody stated for the very same period, whichever figure is shown. */
  stated: z.array(figureSchema),
})

/** Two ways to the same figure that ought to agree. */
const disagreementSchema = z.object({
  label: z.string(),
  metric: z.nullable(z.enum(METRIC_IDS)),
  period: periodSchema,
  agrees: z.boolean(),
  unit: z.string(),
  /** In the metric's own unit; whole 分 for money. */
  left: z.object({ words: z.string(), value: z.number(), source: z.string() }),
  right: z.object({ words: z.string(), value: z.number(), source: z.string() }),
  difference: z.number(),
})

const openAlertSchema = z.object({
  id: z.string(),
  level: z.nullable(z.string()),
  title: z.string(),
  platform: z.string(),
  township: z.string(),
  alertedAt: z.string(),
  closedAt: z.nullable(z.string()),
  /** Seconds open at the period's end, or now while it runs. */
  openSeconds: z.nullable(z.int()),
  isLate: z.boolean(),
})

export const deskSchema = z.object({
  centre: z.string(),
  stripe: z.array(z.string()),
  /** IANA zone in which the centre's days are counted. */
  zone: z.string(),
  /** No ledger holds a record. */
  isEmpty: z.boolean(),
  /** The example centre is loaded. */
  hasExample: z.boolean(),
  /** A throw-away desk: nothing is kept when the server stops. */
  isDemo: z.boolean(),
  today: z.string(),
  /** Months from the first to the last that has data; null on an empty desk. */
  firstMonth: z.nullable(z.string()),
  lastMonth: z.nullable(z.string()),
  /** When the data last changed; null when they never did. */
  changedAt: z.nullable(z.string()),
})

export const boardSchema = z.object({
  board: z.enum(BOARD_IDS),
  desk: deskSchema,
  /** The period chosen, before 累计. */
  chosen: periodSchema,
  /** The period shown: the chosen one, or from 1 January to its end for 累计. */
  period: periodSchema,
  answers: z.array(answerSchema),
  openAlerts: z.array(openAlertSchema),
  safetyDays: z.array(
    z.object({ day: z.string(), checks: z.int(), dangers: z.int(), faults: z.int() }),
  ),
  /** Months of `safetyDays` that the ledgers cover. */
  safetyMonths: z.array(z.string()),
  disagreements: z.array(disagreementSchema),
})

export type BoardAnswer = z.infer<typeof boardSchema>
export type Answer = z.infer<typeof answerSchema>
export type Comparison = z.infer<typeof comparisonSchema>
export type Disagreement = z.infer<typeof disagreementSchema>
export type OpenAlert = z.infer<typeof openAlertSchema>
export type Desk = z.infer<typeof deskSchema>

/** `p` as in the page's address; without it the last month that has data. */
export const periodQuery = z.object({
  p: z.optional(z.string()),
  v: z.optional(z.enum(['cum'])),
})

export const readBoard = defineEndpoint({
  method: 'GET',
  path: '/boards/:board',
  summary: 'Every figure of one page, in one answer',
  params: z.object({ board: z.enum(BOARD_IDS) }),
  query: periodQuery,
  output: boardSchema,
})

export const readDesk = defineEndpoint({
  method: 'GET',
  path: '/desk',
  summary: 'Whose desk this is and what it holds',
  output: deskSchema,
})

export const readFigure = defineEndpoint({
  method: 'GET',
  path: '/figures/:metric',
  summary: 'One metric over a period, by parts and by months',
  params: z.object({ metric: z.enum(METRIC_IDS) }),
  query: z.object({
    p: z.string(),
    v: z.optional(z.enum(['cum'])),
    by: z.optional(z.string()),
    months: z.optional(z.enum(['1'])),
  }),
  output: answerSchema,
})
