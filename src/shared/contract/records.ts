import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { VERDICTS } from '../metrics/deadlines.ts'
import { defineEndpoint } from './define.ts'
import { searched } from './line.ts'

const cell = z.union([z.string(), z.int(), z.null()])
export const rowSchema = z.record(z.string(), cell)

export const recordSchema = z.object({
  id: z.string(),
  row: rowSchema,
  batch: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  changedAt: z.nullable(z.string()),
  changedBy: z.nullable(z.string()),
})

export const ledgerParams = z.object({ ledger: z.enum(LEDGER_IDS) })
const recordParams = z.object({ ledger: z.enum(LEDGER_IDS), id: z.string() })

export const RECORD_SPANS = ['in', 'year', 'open', 'last'] as const

/**
 * Which records. `measure` takes the records behind a ledger's measure in period `p`; `at` says
 * how: `in` the period, `year` from 1 January to its end, `open` still open at its end, where
 * `until` names the measure that closes, `last` the latest one up to its end of what the ledger's key
 * tells apart, as a stock is read.
 * `held` takes alerts or petitions that stand so against their limit now, `judged` all that were in
 * time or late; `step` asks for the limit to the first action.
 * `where` holds fields: to codes or words `level:national|provincial`, '' for an empty cell; to a
 * part of the text `title~:扬尘`; from and up to a day or number `day>:2024-03-01,day<:2024-03-31`;
 * to any value `link!:`. All must hold; words are URL-encoded.
 */
export const recordsQuery = z.object({
  p: z.optional(z.string()),
  v: z.optional(z.enum(['cum'])),
  measure: z.optional(z.string()),
  at: z.optional(z.enum(RECORD_SPANS)),
  until: z.optional(z.string()),
  where: z.optional(z.string()),
  held: z.optional(z.enum([...VERDICTS, 'judged'])),
  step: z.optional(z.enum(['first'])),
  q: z.optional(searched),
  batch: z.optional(z.string()),
  sort: z.optional(z.string()),
  page: z.optional(z.string()),
  size: z.optional(z.string()),
})

export const listRecords = defineEndpoint({
  method: 'GET',
  path: '/ledgers/:ledger/records',
  summary: 'Records of a ledger, filtered, sorted, paged',
  right: { see: 'ofParams' },
  params: ledgerParams,
  query: recordsQuery,
  output: z.object({
    total: z.int(),
    /** The measure added up over all of them, where it sums a field; of a stock only with `at=last`. */
    sum: z.nullable(z.int()),
    page: z.int(),
    size: z.int(),
    records: z.array(recordSchema),
  }),
})

export const sumRecords = defineEndpoint({
  method: 'GET',
  path: '/ledgers/:ledger/sums',
  summary: 'What the fields that add up come to over all records that listRecords gives',
  right: { see: 'ofParams' },
  params: ledgerParams,
  query: recordsQuery,
  output: z.object({
    total: z.int(),
    /** `sum` is null where no record holds a value, which is not zero; `absent` records hold none. */
    sums: z.array(z.object({ field: z.string(), sum: z.nullable(z.int()), absent: z.int() })),
  }),
})

export const findInRecords = defineEndpoint({
  method: 'GET',
  path: '/ledgers/:ledger/found',
  summary: 'Those of the records that listRecords gives which hold a text, paged',
  right: { see: 'ofParams' },
  params: ledgerParams,
  /** `find` stands in one of the texts that people write freely, or in `field` alone; A to Z in either case. */
  query: z.extend(recordsQuery, {
    find: z.string().check(z.minLength(1), z.maxLength(200)),
    field: z.optional(z.string()),
  }),
  output: z.object({
    total: z.int(),
    page: z.int(),
    size: z.int(),
    records: z.array(recordSchema),
  }),
})

/** Batches that are named before the rest are counted together. */
export const ORIGINS_NAMED = 5

export const listOrigins = defineEndpoint({
  method: 'GET',
  path: '/ledgers/:ledger/origins',
  summary: 'Where the records that listRecords gives came from, and which days lack any',
  right: { see: 'ofParams' },
  params: ledgerParams,
  /** `all`: every batch by name. */
  query: z.extend(recordsQuery, { all: z.optional(z.literal('1')) }),
  output: z.object({
    total: z.int(),
    /** Most records first; `changed` of them were changed since they came. */
    origins: z.array(
      z.object({
        batch: z.string(),
        kind: z.enum(['import', 'entry', 'example']),
        title: z.string(),
        files: z.array(z.string()),
        at: z.string(),
        by: z.string(),
        records: z.int(),
        changed: z.int(),
      }),
    ),
    /** The batches not named, and their records. */
    more: z.object({ batches: z.int(), records: z.int() }),
    /** Records among them that came in or were changed after their month was closed. */
    belated: z.int(),
    /** Records among them that nobody has reviewed; null where the ledger is not reviewed. */
    unreviewed: z.nullable(z.object({ records: z.int(), isCounted: z.boolean() })),
    /** Days of the period, up to today, for which the ledger was never said to be whole. */
    missing: z.array(z.object({ from: z.string(), to: z.string() })),
  }),
})

export const readRecord = defineEndpoint({
  method: 'GET',
  path: '/ledgers/:ledger/records/:id',
  summary: 'One record with its history',
  right: { see: 'ofParams' },
  params: recordParams,
  output: z.object({
    record: recordSchema,
    /** How it stands in the review of data; null where its ledger is not reviewed. */
    review: z.nullable(z.enum(['reviewed', 'writtenSince', 'unreviewed'])),
    history: z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        why: z.string(),
        action: z.enum(['change', 'remove', 'restore']),
        before: rowSchema,
        after: rowSchema,
      }),
    ),
  }),
})

/** A rule of the ledger that a record breaks and is kept nevertheless. */
export const warningSchema = z.object({
  rule: z.string(),
  /** Beside which field it speaks. */
  field: z.string(),
  words: z.string(),
})

export type RuleWarning = z.infer<typeof warningSchema>

/** Why rows of closed months are entered nevertheless: as 补报, written down as such. */
export const belatedReason = z.optional(z.string())

export const addRecords = defineEndpoint({
  method: 'POST',
  path: '/ledgers/:ledger/records',
  summary: 'Enter records by hand; each cell as typed',
  right: { write: 'ofParams' },
  journal: 'write',
  params: ledgerParams,
  body: z.object({
    rows: z.array(z.record(z.string(), z.string())),
    why: z.optional(z.string()),
    belated: belatedReason,
  }),
  output: z.object({
    batch: z.string(),
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    /** Kept nevertheless; `row` counts the rows of the body from 0. */
    warnings: z.array(z.extend(warningSchema, { row: z.int() })),
  }),
  actOf: ({ batch }) => batch,
})

export const changeRecord = defineEndpoint({
  method: 'PATCH',
  path: '/ledgers/:ledger/records/:id',
  summary: 'Change cells of a record; what was there stays in its history',
  right: { write: 'ofParams' },
  journal: 'write',
  params: recordParams,
  body: z.object({
    cells: z.record(z.string(), z.string()),
    /** As the record was when it was opened: then it is refused where somebody has changed it since. */
    changedAt: z.optional(z.nullable(z.string())),
    why: z.optional(z.string()),
    belated: belatedReason,
  }),
  output: z.extend(recordSchema, { act: z.string(), warnings: z.array(warningSchema) }),
  actOf: ({ act }) => act,
})

export const removeRecord = defineEndpoint({
  method: 'DELETE',
  path: '/ledgers/:ledger/records/:id',
  summary: 'Mark a record removed; its history stays',
  right: { write: 'ofParams' },
  journal: 'write',
  params: recordParams,
  query: z.object({ why: z.optional(z.string()) }),
  output: z.object({ act: z.string(), removed: z.boolean() }),
  actOf: ({ act }) => act,
})

export const listLedgers = defineEndpoint({
  method: 'GET',
  path: '/ledgers',
  summary: 'Every ledger with how much it holds and which days it covers',
  right: 'signedIn',
  output: z.array(
    z.object({
      ledger: z.enum(LEDGER_IDS),
      label: z.string(),
      records: z.int(),
      coverage: z.array(z.object({ from: z.string(), to: z.string() })),
      revision: z.int(),
    }),
  ),
})

export type RecordsQueryText = z.infer<typeof recordsQuery>

export type SumsAnswer = z.infer<typeof sumRecords.output>
export type OriginsAnswer = z.infer<typeof listOrigins.output>
export type RecordAnswer = z.infer<typeof recordSchema>
