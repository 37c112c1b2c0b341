import * as z from 'zod/mini'
import { BOARD_IDS } from '../boards/index.ts'
import { METRIC_IDS } from '../metrics/index.ts'
import { defineEndpoint } from './define.ts'
import { figureSchema, periodSchema } from './figures.ts'
import { actSchema } from './acts.ts'

/** The figures of every page for one period as they were then: `2024年10月 第2稿`. */
export const freezeSchema = z.object({
  period: periodSchema,
  number: z.int(),
  /** A UTC instant. */
  at: z.string(),
  by: z.string(),
  note: z.string(),
  /** SHA-256 of what is kept, in hex: the same figures have the same one. */
  content: z.string(),
})

export type Freeze = z.infer<typeof freezeSchema>

export const listFreezes = defineEndpoint({
  method: 'GET',
  path: '/freezes',
  summary: 'Frozen figures, newest first; of one period, or of all',
  right: 'signedIn',
  query: z.object({ p: z.optional(z.string()) }),
  output: z.object({ freezes: z.array(freezeSchema) }),
})

export const makeFreeze = defineEndpoint({
  method: 'POST',
  path: '/freezes',
  summary: 'Keep the figures of every page for a period as they are, under the next number',
  right: 'present',
  journal: 'write',
  body: z.object({
    p: z.string(),
    note: z.optional(z.string()),
    /** Who freezes, until accounts exist. */
    by: z.optional(z.string()),
  }),
  output: freezeSchema,
})

/** A figure that reads otherwise now. */
const frozenChangeSchema = z.object({
  board: z.enum(BOARD_IDS),
  metric: z.enum(METRIC_IDS),
  /** Empty for the whole. */
  part: z.string(),
  period: periodSchema,
  frozen: figureSchema,
  now: figureSchema,
})

export type FrozenChange = z.infer<typeof frozenChangeSchema>

export const compareFreeze = defineEndpoint({
  method: 'GET',
  path: '/freezes/:period/:number',
  summary: 'A freeze beside the desk as it is now: what reads otherwise, and who wrote since',
  right: { see: 'every' },
  params: z.object({ period: z.string(), number: z.string() }),
  output: z.object({
    freeze: freezeSchema,
    changes: z.array(frozenChangeSchema),
    /** Acts of writing since, newest first; the last ones where there are many. */
    acts: z.array(actSchema),
    hasMoreActs: z.boolean(),
  }),
})
