import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { defineEndpoint } from './define.ts'

const ledgerId = z.enum(LEDGER_IDS)

const closingSchema = z.object({
  month: z.string(),
  act: z.enum(['close', 'reopen']),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
})

const belatedSchema = z.object({
  ledger: ledgerId,
  record: z.string(),
  month: z.string(),
  act: z.enum(['add', 'change']),
  /** What the record is called, as it stands; '' once it is removed. */
  text: z.string(),
  isRemoved: z.boolean(),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
})

const monthSchema = z.object({
  month: z.string(),
  isClosed: z.boolean(),
  /** Only then it can be closed. */
  isOver: z.boolean(),
  /** Ledgers that hold records of the month. */
  ledgers: z.array(z.object({ ledger: ledgerId, records: z.int() })),
})

export const readReview = defineEndpoint({
  method: 'GET',
  path: '/review',
  summary: 'Months with what they hold, which are closed, what came in late, and the events',
  output: z.object({
    /** Newest first. */
    months: z.array(monthSchema),
    /** Newest first. */
    belated: z.array(belatedSchema),
    /** Newest first. */
    closings: z.array(closingSchema),
  }),
})

export const closeMonth = defineEndpoint({
  method: 'POST',
  path: '/review/closings',
  summary: 'Close a month, or open it again, which demands a reason',
  body: z.object({
    month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
    act: z.enum(['close', 'reopen']),
    reason: z.optional(z.string()),
    /** Who does it; the desk's own author where nobody is named. */
    by: z.optional(z.string()),
  }),
  output: closingSchema,
})

export type ReviewAnswer = z.infer<typeof readReview.output>
export type ReviewMonth = ReviewAnswer['months'][number]
export type Belated = ReviewAnswer['belated'][number]
export type Closing = ReviewAnswer['closings'][number]
