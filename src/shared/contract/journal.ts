import * as z from 'zod/mini'
import { JOURNAL_KIND_IDS, journalEntrySchema, journalHeadSchema } from '../journal.ts'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { defineEndpoint } from './define.ts'

/** Which entries; days are the centre's. */
export const journalQuery = z.object({
  /** A name, as it stood then. */
  by: z.optional(z.string()),
  kind: z.optional(z.enum(JOURNAL_KIND_IDS)),
  ledger: z.optional(z.enum(LEDGER_IDS)),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  /** Part of the sentence. */
  q: z.optional(z.string().check(z.maxLength(100))),
  page: z.optional(z.string().check(z.regex(/^[1-9]\d{0,6}$/))),
})

export type JournalQuery = z.infer<typeof journalQuery>

export const readJournal = defineEndpoint({
  method: 'GET',
  path: '/journal',
  summary: 'Who did what at the desk, newest first: writes, exports, logins, rights, backups',
  right: 'accounts',
  query: journalQuery,
  output: z.object({
    total: z.int(),
    page: z.int(),
    size: z.int(),
    entries: z.array(journalEntrySchema),
    /** Every name that stands in the journal. */
    names: z.array(z.string()),
    /** The last entry of all. */
    head: journalHeadSchema,
  }),
})

export const checkJournal = defineEndpoint({
  method: 'GET',
  path: '/journal/check',
  summary: 'Whether the chain of the journal holds, from the first entry to the last',
  right: 'accounts',
  output: z.object({
    entries: z.int(),
    head: journalHeadSchema,
    /** What is wrong with it, in sentences; empty where it is whole. */
    faults: z.array(z.string()),
  }),
})

/** In what form something leaves a page that makes it itself. */
const EXPORT_FORMS = ['csv', 'png', 'svg', 'print', 'copy'] as const

export type ExportForm = (typeof EXPORT_FORMS)[number]

export const noteExport = defineEndpoint({
  method: 'POST',
  path: '/journal/exports',
  summary:
    'Written down before a page hands out a file it made itself, or after something was copied',
  right: 'export',
  journal: 'export',
  body: z.object({
    /** What is in it, as the page calls it. */
    what: z.string().check(z.minLength(1), z.maxLength(120)),
    form: z.enum(EXPORT_FORMS),
  }),
  output: z.object({ noted: z.literal(true) }),
})
