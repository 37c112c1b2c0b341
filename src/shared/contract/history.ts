import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { actSchema } from './acts.ts'
import { defineEndpoint } from './define.ts'
import { searched } from './line.ts'
import { recordSchema, recordsQuery, rowSchema } from './records.ts'

const changeSchema = z.object({
  number: z.int(),
  at: z.string(),
  by: z.string(),
  why: z.string(),
  action: z.enum(['change', 'remove', 'restore']),
  ledger: z.enum(LEDGER_IDS),
  record: z.string(),
  /** The record as it stands now. */
  row: rowSchema,
  isRemoved: z.boolean(),
  before: rowSchema,
  after: rowSchema,
})

export type ChangeAnswer = z.infer<typeof changeSchema>

export const listActs = defineEndpoint({
  method: 'GET',
  path: '/history',
  summary: 'Who did what to the ledgers, newest first',
  right: 'signedIn',
  /** `from` and `to` are days of the centre; `after` is the `next` of the page before. */
  query: z.object({
    ledger: z.optional(z.enum(LEDGER_IDS)),
    by: z.optional(z.string()),
    from: z.optional(z.iso.date()),
    to: z.optional(z.iso.date()),
    after: z.optional(z.string()),
  }),
  output: z.object({ acts: z.array(actSchema), next: z.nullable(z.string()) }),
})

export const listChanges = defineEndpoint({
  method: 'GET',
  path: '/history/changes',
  summary: 'Changes one by one, newest first: of an act, or of the records behind a figure',
  right: 'signedIn',
  /**
   * `act` is a batch, `moment` when; `ledger` with the words of listRecords takes records, removed
   * ones too. `after` is the `next` of the page before.
   */
  query: z.extend(z.omit(recordsQuery, { batch: true, page: true, size: true }), {
    ledger: z.optional(z.enum(LEDGER_IDS)),
    act: z.optional(z.string()),
    moment: z.optional(z.string()),
    after: z.optional(z.string()),
  }),
  output: z.object({ changes: z.array(changeSchema), next: z.nullable(z.string()) }),
})

export const readBin = defineEndpoint({
  method: 'GET',
  path: '/bin',
  summary: 'How many removed records of which ledger can be restored',
  right: 'signedIn',
  output: z.array(z.object({ ledger: z.enum(LEDGER_IDS), records: z.int() })),
})

const removedSchema = z.extend(recordSchema, {
  removedAt: z.string(),
  removedBy: z.string(),
  why: z.string(),
})

export const listRemoved = defineEndpoint({
  method: 'GET',
  path: '/ledgers/:ledger/removed',
  summary: 'Removed records of a ledger, last removed first',
  right: { see: 'ofParams' },
  params: z.object({ ledger: z.enum(LEDGER_IDS) }),
  query: z.object({ q: z.optional(searched), page: z.optional(z.string()) }),
  output: z.object({
    total: z.int(),
    page: z.int(),
    size: z.int(),
    records: z.array(removedSchema),
  }),
})

export const restoreRecords = defineEndpoint({
  method: 'POST',
  path: '/ledgers/:ledger/restore',
  summary: 'Take records out of the bin; those that cannot come back are told',
  right: { write: 'ofParams' },
  journal: 'write',
  params: z.object({ ledger: z.enum(LEDGER_IDS) }),
  body: z.object({
    records: z.array(z.string()).check(z.minLength(1), z.maxLength(1000)),
    why: z.optional(z.string()),
  }),
  output: z.object({
    /** The act that restored them; null where none came back. */
    batch: z.nullable(z.string()),
    restored: z.array(z.string()),
    refused: z.array(
      z.object({ record: z.string(), code: z.string(), why: z.string(), fix: z.string() }),
    ),
  }),
  actOf: ({ batch }) => batch,
})
