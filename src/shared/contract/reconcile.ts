import * as z from 'zod/mini'
import { METRIC_IDS } from '../metrics/index.ts'
import { boardEndpoint } from './boards.ts'
import { periodSchema } from './figures.ts'

const metric = z.nullable(z.enum(METRIC_IDS))
const side = z.object({
  words: z.string(),
  value: z.number(),
  source: z.string(),
  /** A code of QUALIFIERS where the value is not exact. */
  qualifier: z.optional(z.string()),
})

/** Two ways to the same figure that ought to agree. */
export const disagreementSchema = z.object({
  /** The same for the same two ways at any time: explanations are kept under it. */
  id: z.string(),
  /**
   * `stated`: a stated figure against the counted one. `sum`: a stated total against its stated
   * parts. `span`: a stated figure against stated ones of the periods it is made of. `growth`: a
   * quoted growth against the computed one. `ledgers`: one ledger against another.
   */
  kind: z.enum(['stated', 'sum', 'span', 'growth', 'ledgers']),
  label: z.string(),
  metric,
  period: periodSchema,
  agrees: z.boolean(),
  unit: z.string(),
  /** In the metric's own unit; whole 分 for money. */
  left: side,
  right: side,
  difference: z.number(),
  /** The stated record of the left side. */
  record: z.nullable(z.string()),
})

export type Disagreement = z.infer<typeof disagreementSchema>

/** Why two ways may differ; `name` says of which month, part or figure, `value` its amount. */
export const causeSchema = z.object({
  kind: z.enum([
    'statedSum',
    'countedTotal',
    'statedGrowth',
    'lastYear',
    'otherFigure',
    'month',
    'part',
    'zeros',
    'swapped',
    'rounded',
  ]),
  name: z.string(),
})

export type Cause = z.infer<typeof causeSchema>

/** What a person wrote about a pair; `state` is a code of 核对结论. */
const explanationSchema = z.object({
  record: z.string(),
  state: z.string(),
  note: z.string(),
  at: z.string(),
  by: z.string(),
})

export const pairSchema = z.extend(disagreementSchema, {
  causes: z.array(causeSchema),
  explanation: z.nullable(explanationSchema),
})

export type Pair = z.infer<typeof pairSchema>

/** A counted total against its parts by one field, what is left empty there among them. */
const wholeSchema = z.object({
  metric: z.enum(METRIC_IDS),
  field: z.string(),
  period: periodSchema,
  whole: z.number(),
  parts: z.number(),
  /** How many parts have a name, and how much has none. */
  named: z.int(),
  unnamed: z.number(),
})

export type Whole = z.infer<typeof wholeSchema>

/** A stated figure that nothing can be held against, and why. */
const unpairedSchema = z.object({
  record: z.string(),
  label: z.string(),
  wording: z.string(),
  source: z.string(),
  period: periodSchema,
  metric,
  why: z.enum(['noMetric', 'otherUnit', 'notCovered', 'notWhole']),
  /** With `notWhole`: the days that the ledger covers. */
  covered: z.nullable(z.object({ from: z.string(), to: z.string() })),
})

export type Unpaired = z.infer<typeof unpairedSchema>

export const readReconcile = boardEndpoint(
  'reconcile',
  { pairs: z.array(pairSchema), wholes: z.array(wholeSchema), unpaired: z.array(unpairedSchema) },
  {},
)

export type ReconcileAnswer = z.infer<typeof readReconcile.output>
