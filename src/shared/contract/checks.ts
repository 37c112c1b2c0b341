import * as z from 'zod/mini'
import { BOARD_IDS } from '../boards/index.ts'
import { CHECK_IDS } from '../checks/index.ts'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { severitySchema } from '../settings/checks.ts'
import { boardEndpoint } from './boards.ts'
import { defineEndpoint } from './define.ts'
import { DOCUMENT_KINDS } from './documents.ts'
import { periodSchema } from './figures.ts'

/** Where a finding is mended: one record, some records of a ledger, a page, or a report. */
const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), ledger: z.enum(LEDGER_IDS), record: z.string() }),
  z.object({
    kind: z.literal('records'),
    ledger: z.enum(LEDGER_IDS),
    query: z.record(z.string(), z.string()),
  }),
  z.object({ kind: z.literal('board'), board: z.enum(BOARD_IDS), period: z.string() }),
  z.object({ kind: z.literal('document'), document: z.enum(DOCUMENT_KINDS), period: z.string() }),
])

export type FindingPlace = z.infer<typeof placeSchema>

const findingSchema = z.object({
  check: z.enum(CHECK_IDS),
  /** The same for the same thing at any time: an acknowledgement is kept under it. */
  key: z.string(),
  what: z.string(),
  /** Since when or of which day, month or year; '' where it has none. */
  at: z.string(),
  place: placeSchema,
  severity: severitySchema,
  /** “已知，原因…”: who said so and when. */
  known: z.nullable(
    z.object({ record: z.string(), note: z.string(), at: z.string(), by: z.string() }),
  ),
})

export type Finding = z.infer<typeof findingSchema>

const checkSchema = z.object({
  check: z.enum(CHECK_IDS),
  severity: severitySchema,
  /** `off` by the settings; `unable` where nothing can be compared, with the reason. */
  state: z.enum(['checked', 'unable', 'off']),
  why: z.string(),
  /** All it found; the list holds the latest 500 of them. */
  count: z.int(),
  /** Those nobody has acknowledged. */
  open: z.int(),
})

export type CheckAnswer = z.infer<typeof checkSchema>

export const readChecks = boardEndpoint(
  'checks',
  { checks: z.array(checkSchema), findings: z.array(findingSchema) },
  {},
)

export type ChecksAnswer = z.infer<typeof readChecks.output>

export const countChecks = defineEndpoint({
  method: 'GET',
  path: '/checks/open',
  summary: 'How many findings of the last year with data nobody has acknowledged',
  right: 'signedIn',
  output: z.object({ period: periodSchema, open: z.int() }),
})

export const openedByActs = defineEndpoint({
  method: 'GET',
  path: '/checks/opened',
  summary:
    'What acts of writing newly gave the checks to find and nobody has acknowledged or mended',
  right: 'signedIn',
  /** Batches, parted by commas; those of long ago are forgotten. */
  query: z.object({ acts: z.string() }),
  output: z.object({
    all: z.int(),
    /** The severest first, a few of them. */
    findings: z.array(findingSchema),
    /** The period that shows them all on the page of checks; null where there are none. */
    period: z.nullable(z.string()),
  }),
})

export type OpenedAnswer = z.infer<typeof openedByActs.output>
