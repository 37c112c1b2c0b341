import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'

const countsSchema = z.object({
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  restored: z.int(),
})

/** What was done at once: a batch, or the taking back of one. */
export const actSchema = z.object({
  batch: z.string(),
  title: z.string(),
  kind: z.enum(['import', 'entry', 'example']),
  at: z.string(),
  by: z.string(),
  why: z.string(),
  isTakeBack: z.boolean(),
  /** Records, ledger by ledger. */
  counts: z.array(z.extend(countsSchema, { ledger: z.enum(LEDGER_IDS) })),
})

export type ActAnswer = z.infer<typeof actSchema>
