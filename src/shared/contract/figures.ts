import * as z from 'zod/mini'
import { REFUSALS } from '../metrics/figure.ts'
import { METRIC_IDS } from '../metrics/index.ts'
import { TARGET_PROBLEMS } from '../metrics/targets.ts'
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
  'denied',
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

/** One of the numbers behind it was only about right. */
const isAbout = z.optional(z.boolean())
const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), ratio: z.number(), from: z.number(), isAbout }),
  z.object({ kind: z.literal('points'), points: z.number(), from: z.number(), isAbout }),
  z.object({ kind: z.literal('amount'), amount: z.number(), from: z.number(), isAbout }),
  z.object({ kind: z.literal('new'), amount: z.number(), isAbout }),
  z.object({ kind: z.literal('same'), from: z.number(), isAbout }),
  z.object({ kind: z.literal('none'), why: z.enum([...noneReason.options, ...REFUSALS]) }),
])

export const periodSchema = z.object({
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
/** A month; its parts are of the same days and as complete, so that their amounts say all. */
export const pointSchema = z.object({
  at: z.string(),
  figure: figureSchema,
  parts: z.array(z.object({ value: z.string(), amount: z.nullable(z.number()) })),
})

const targetDoubt = z.enum([...TARGET_PROBLEMS, ...noneReason.options, 'notWhole', 'noDays'])

/** A target as it was set, and how far the figure is from it at the period's end. */
const targetProgressSchema = z.object({
  /** The record of 目标 that says so. */
  id: z.string(),
  kind: z.enum(['total', 'floor', 'ceiling', 'range']),
  /** Held each day, each month, or over the span as a whole. */
  step: z.enum(['day', 'month', 'span']),
  label: z.string(),
  /** As the contract or the plan puts it, and which one that is. */
  wording: z.string(),
  source: z.string(),
  /** The part of the metric it speaks of; null for the whole. */
  part: z.nullable(z.object({ field: z.string(), value: z.string() })),
  /** In the metric's own unit; for a range both ends. */
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
  /** Counted so far over the target's own span, and the last day that counts. */
  value: z.nullable(z.number()),
  through: z.nullable(z.string()),
  /** value ÷ target (by day or month the share of steps that held); 序时进度 over the span. */
  progress: z.nullable(z.number()),
  pace: z.nullable(z.number()),
  /** Value at the span's end by days passed in a straight line, and by last year's course. */
  projected: z.nullable(z.number()),
  projectedByLastYear: z.nullable(z.number()),
  isMet: z.nullable(z.boolean()),
  /** Days or months of the span so far in which a floor or ceiling was missed, of how many. */
  missed: z.nullable(z.int()),
  counted: z.nullable(z.int()),
  /** Why it is not judged, or only in part. */
  doubt: z.nullable(targetDoubt),
  span: periodSchema,
})

export const answerSchema = z.object({
  metric: z.enum(METRIC_IDS),
  /** The cut field of `parts`; null where the board asks for none. */
  by: z.nullable(z.string()),
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
  /** Growth over the year before that somebody quoted for the very same period, signed. */
  quoted: z.array(figureSchema),
  /** What was agreed to reach, with how far it is; empty where nobody set a target. */
  targets: z.array(targetProgressSchema),
  /** Records behind it that nobody has reviewed, where its ledgers are reviewed; in the figure or not. */
  unreviewed: z.optional(z.object({ records: z.int(), isCounted: z.boolean() })),
})

export type Answer = z.infer<typeof answerSchema>
export type Comparison = z.infer<typeof comparisonSchema>
export type TargetProgress = z.infer<typeof targetProgressSchema>

export const readFigure = defineEndpoint({
  method: 'GET',
  path: '/figures/:metric',
  summary: 'One metric over a period, by parts and by months',
  right: 'signedIn',
  params: z.object({ metric: z.enum(METRIC_IDS) }),
  query: z.object({
    p: z.string(),
    v: z.optional(z.enum(['cum'])),
    by: z.optional(z.string()),
    months: z.optional(z.enum(['1'])),
  }),
  output: answerSchema,
})
