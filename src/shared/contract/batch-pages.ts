import * as z from 'zod/mini'
import { BATCH_SORT_IDS } from '../batch-sorts.ts'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { defineEndpoint } from './define.ts'
import { batchSchema } from './imports.ts'

/** Which batches; days are the centre's. */
export const batchesQuery = z.object({
  sort: z.optional(z.enum(BATCH_SORT_IDS)),
  /** Whose records they did something to. */
  ledger: z.optional(z.enum(LEDGER_IDS)),
  by: z.optional(z.string()),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  /** Words of title and reason. */
  q: z.optional(z.string().check(z.maxLength(100))),
  /** Those older, or newer, than one of the list: its `at`, a space and its id. */
  older: z.optional(z.string()),
  newer: z.optional(z.string()),
})

export type BatchesQuery = z.infer<typeof batchesQuery>

export const listBatches = defineEndpoint({
  method: 'GET',
  path: '/batches',
  summary: 'Batches, newest first, a page of them',
  right: 'signedIn',
  query: batchesQuery,
  output: z.object({
    /** All that are asked for, and how many of them are newer than this page. */
    total: z.int(),
    newer: z.int(),
    /** How many there are of each sort, all other conditions holding. */
    sorts: z.record(z.enum(BATCH_SORT_IDS), z.int()),
    /** Who wrote some, whatever the sort. */
    people: z.array(z.string()),
    batches: z.array(batchSchema),
  }),
})

export const readBatch = defineEndpoint({
  method: 'GET',
  path: '/batches/:id',
  summary: 'One batch',
  right: 'signedIn',
  params: z.object({ id: z.string() }),
  output: batchSchema,
})
