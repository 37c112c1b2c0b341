import * as z from 'zod/mini'
import { defineEndpoint } from './define.ts'
import { ledgerParams, warningSchema } from './records.ts'

/** A record kept already that may be the one being written. */
const likenessSchema = z.object({
  id: z.string(),
  /** Its title or text, its day or time, its outlet or platform. */
  text: z.string(),
  on: z.string(),
  place: z.string(),
  /** 0 to 1 by pairs of characters; 1 is the same but for spaces and signs. */
  likeness: z.number(),
  /** Saving would change this record instead of adding one: its key is the same. */
  isSameKey: z.boolean(),
})

export type Likeness = z.infer<typeof likenessSchema>

export const tryRecord = defineEndpoint({
  method: 'POST',
  path: '/ledgers/:ledger/try',
  summary: 'What saving these cells would be told; nothing is kept',
  right: { write: 'ofParams' },
  journal: null,
  params: ledgerParams,
  /** `record` names the one they would change. */
  body: z.object({ cells: z.record(z.string(), z.string()), record: z.optional(z.string()) }),
  output: z.object({
    refused: z.array(
      z.object({ field: z.string(), code: z.string(), why: z.string(), fix: z.string() }),
    ),
    warnings: z.array(warningSchema),
    /** Most alike first, at most five. */
    alike: z.array(likenessSchema),
  }),
})
