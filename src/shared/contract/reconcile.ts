import * as z from 'zod/mini'
import { METRIC_IDS } from '../metrics/index.ts'
import { boardEndpoint } from './boards.ts'
import { periodSchema } from './figures.ts'

/** Two ways to the same figure that ought to agree. */
export const disagreementSchema = z.object({
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

export type Disagreement = z.infer<typeof disagreementSchema>

export const readReconcile = boardEndpoint(
  'reconcile',
  { disagreements: z.array(disagreementSchema) },
  {},
)
