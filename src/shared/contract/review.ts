import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { REVIEW_ACT_IDS, REVIEW_STATE_IDS } from '../records/review-states.ts'
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

const unitSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('month'),
    ledger: ledgerId,
    month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  }),
  z.object({ kind: z.literal('batch'), batch: z.string() }),
])

const eventSchema = z.object({
  unit: unitSchema,
  act: z.enum(REVIEW_ACT_IDS),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
})

const standingSchema = z.object({
  unit: unitSchema,
  state: z.enum(REVIEW_STATE_IDS),
  /** Its records that were written since it was reviewed: they are unreviewed again. */
  writtenSince: z.int(),
})

export const readReview = defineEndpoint({
  method: 'GET',
  path: '/review',
  summary: 'Months with what they hold, which are closed, what came in late, and the events',
  right: 'signedIn',
  output: z.object({
    /** Newest first. */
    months: z.array(monthSchema),
    /** Newest first. */
    belated: z.array(belatedSchema),
    /** Newest first. */
    closings: z.array(closingSchema),
    /** Months of ledgers and batches that somebody submitted; all others are drafts. */
    standings: z.array(standingSchema),
    /** Newest first. */
    reviews: z.array(eventSchema),
    /** Batches that brought records of ledgers, newest first; at most 50, and all that stand somewhere. */
    batches: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        at: z.string(),
        by: z.string(),
        records: z.int(),
        /** Whose records it brought, of those the reader sees; whoever may judge all of them judges it. */
        ledgers: z.array(ledgerId),
        /** It touched ledgers the reader does not see: then it is not theirs to judge. */
        isCut: z.boolean(),
      }),
    ),
    /** Ledgers whose records count only once they are reviewed. */
    leftOut: z.array(ledgerId),
  }),
})

export const closeMonth = defineEndpoint({
  method: 'POST',
  path: '/review/closings',
  summary: 'Close a month, or open it again, which demands a reason',
  right: 'close',
  journal: 'write',
  body: z.object({
    month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
    act: z.enum(['close', 'reopen']),
    reason: z.optional(z.string()),
    /** Who does it; the desk's own author where nobody is named. */
    by: z.optional(z.string()),
  }),
  output: closingSchema,
})

export const moveUnit = defineEndpoint({
  method: 'POST',
  path: '/review/moves',
  summary: 'Submit, review, issue or return a month of a ledger or a batch',
  right: { any: [{ write: 'some' }, { review: 'some' }] },
  journal: 'write',
  body: z.object({
    unit: unitSchema,
    act: z.enum(REVIEW_ACT_IDS),
    /** Returning demands one. */
    reason: z.optional(z.string()),
    by: z.optional(z.string()),
  }),
  output: eventSchema,
})

export type ReviewAnswer = z.infer<typeof readReview.output>
export type ReviewMonth = ReviewAnswer['months'][number]
export type Belated = ReviewAnswer['belated'][number]
export type ReviewStep = ReviewAnswer['reviews'][number]
export type AskedUnit = ReviewStep['unit']
export type Closing = ReviewAnswer['closings'][number]
