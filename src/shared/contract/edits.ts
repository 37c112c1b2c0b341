import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { defineEndpoint } from './define.ts'
import { belatedReason, recordSchema } from './records.ts'

/** The most records one act of editing may touch. */
export const MOST_EDITS = 5000

/** The most records that the answer to such an act holds whole; of more, whoever shows them asks again. */
export const MOST_ANSWERED = 500

/** Cells as typed, by field. */
const typed = z.record(z.string(), z.string())

/** A record as the editor saw it: refused where somebody changed it since. */
const seen = { id: z.string(), changedAt: z.nullable(z.string()) }
const stampSchema = z.object(seen)

const editsSchema = z.object({
  adds: z.optional(z.array(typed)),
  changes: z.optional(z.array(z.object({ ...seen, cells: typed }))),
  removals: z.optional(z.array(z.object(seen))),
  why: z.optional(z.string()),
  belated: belatedReason,
  /** Only says what would be refused; nothing is written. */
  trial: z.optional(z.boolean()),
})

/** Why one cell, or with no field one record, cannot be written; `at` is its place in its list. */
const faultSchema = z.object({
  part: z.enum(['adds', 'changes', 'removals']),
  at: z.int(),
  field: z.string(),
  code: z.string(),
  why: z.string(),
  fix: z.string(),
})

export const editRecords = defineEndpoint({
  method: 'POST',
  path: '/ledgers/:ledger/edits',
  summary: 'Add, change and remove records in one batch: all of it, or none',
  right: { write: 'ofParams' },
  journal: 'write',
  params: z.object({ ledger: z.enum(LEDGER_IDS) }),
  body: editsSchema,
  output: z.object({
    /** Null for a trial. */
    batch: z.nullable(z.string()),
    added: z.array(stampSchema),
    changed: z.array(stampSchema),
    removed: z.array(z.string()),
    /** Those added and changed as they stand now; null where they are more than MOST_ANSWERED. */
    records: z.nullable(z.array(recordSchema)),
    /** Rules that what was written breaks and is kept nevertheless, each once, in words. */
    warnings: z.array(z.string()),
    /** Of a trial; otherwise the answer is a problem that holds them. */
    faults: z.array(faultSchema),
  }),
  actOf: ({ batch }) => batch,
})

export const undoEdits = defineEndpoint({
  method: 'POST',
  path: '/ledgers/:ledger/edits/:batch/undo',
  summary: 'Take back one act of editing, unless somebody changed its records since',
  right: { write: 'ofParams' },
  journal: 'write',
  params: z.object({ ledger: z.enum(LEDGER_IDS), batch: z.string() }),
  /** The records as the act left them; `changedAt` null for those it added. */
  body: z.object({ records: z.array(z.object(seen)) }),
  output: z.object({
    restored: z.array(stampSchema),
    /** They as they stand again; null where they are more than MOST_ANSWERED. */
    records: z.nullable(z.array(recordSchema)),
    removed: z.array(z.string()),
  }),
  actOf: (_, { batch }) => batch,
})

export type Edits = z.infer<typeof editsSchema>
