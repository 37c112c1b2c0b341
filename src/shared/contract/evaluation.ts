import * as z from 'zod/mini'
import { UNSCORED } from '../metrics/budget/indicator-score.ts'
import { PRESET_IDS } from '../settings/weights.ts'

/** Points and weights are whole hundredths. */
const points = z.nullable(z.int())

/** One indicator with its score, or why it has none. */
const indicatorSchema = z.object({
  /** Its record of 绩效指标; null for 预算执行率, which is counted from the ledgers. */
  id: z.nullable(z.string()),
  level: z.string(),
  second: z.string(),
  name: z.string(),
  sign: z.nullable(z.string()),
  target: z.nullable(z.string()),
  actual: z.nullable(z.string()),
  measureUnit: z.string(),
  weight: points,
  points,
  why: z.nullable(z.enum(UNSCORED)),
  /** How the points come about, to be read; '' where there are none. */
  working: z.string(),
  /** What the sheet itself says the points are; null where it says nothing. */
  statedPoints: points,
  demand: z.enum(['none', 'below', 'above']),
  reason: z.string(),
  evidence: z.string(),
  sample: z.nullable(z.int()),
  isDropped: z.boolean(),
})

/** The self-evaluation of the department or of one project. */
const sheetSchema = z.object({
  subject: z.enum(['department', 'project']),
  /** '' for the department. */
  project: z.string(),
  preset: z.enum(PRESET_IDS),
  rows: z.array(indicatorSchema),
  points: z.int(),
  weight: z.int(),
  scoredWeight: z.int(),
  /** Out of 100, in hundredths; null while an indicator that applies has no score. */
  total: points,
  weightFaults: z.array(z.object({ level: z.nullable(z.string()), is: z.int(), should: z.int() })),
})

export const evaluationSchema = z.object({
  year: z.int(),
  /** False while payments of the year may still come: the execution rate is as of the period's end. */
  isYearOver: z.boolean(),
  sheets: z.array(sheetSchema),
})

export type Evaluation = z.infer<typeof evaluationSchema>
export type Sheet = z.infer<typeof sheetSchema>
export type IndicatorLine = z.infer<typeof indicatorSchema>
