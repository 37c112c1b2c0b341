import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { defineEndpoint } from './define.ts'
import { changeSchema, refusalSchema, summarySchema } from './import-cells.ts'

const ledgerId = z.enum(LEDGER_IDS)

/** What one sheet gives to one ledger; a sheet may hold two (budget lines and their payments). */
const spanSchema = z.object({ from: z.string(), to: z.string() })

const sectionSchema = z.object({
  /** Stable within the import: `file#sheet#ledger`. */
  id: z.string(),
  file: z.string(),
  sheet: z.string(),
  /** Null when the sheet was not recognised; `candidates` then lists the likely ones. */
  ledger: z.nullable(ledgerId),
  candidates: z.array(ledgerId),
  /** The sheet of the file it was read from; a sheet may hold several tables. */
  table: z._default(z.string(), ''),
  /** The set of its headings, under which corrections are remembered. */
  headings: z._default(z.string(), ''),
  /** The platform's own export it is, in words; null for any other table. */
  exportKind: z._default(z.nullable(z.string()), null),
  /** The day a user corrected how these headings are read; null when nobody did. */
  correctedOn: z._default(z.nullable(z.string()), null),
  /** The user said which ledger it is. */
  isForced: z._default(z.boolean(), false),
  /** Fields no column holds and what all rows hold there, as typed. */
  given: z._default(z.record(z.string(), z.string()), {}),
  /** What of it the sheet's own name says: it holds for no other sheet. */
  named: z.optional(z.record(z.string(), z.string())),
  /** Required fields that neither a column nor `given` holds; nothing is loaded until they do. */
  missing: z._default(z.array(z.string()), []),
  /** The year for dates written without one. */
  year: z._default(z.nullable(z.int()), null),
  /** Cells the user changed in the preview. */
  changes: z._default(z.array(changeSchema), []),
  /** 1-based rows of the head, e.g. [2, 3] for a two-line head. */
  headRows: z.array(z.int()),
  mapping: z.array(
    z.object({
      column: z.string(),
      heading: z.string(),
      field: z.nullable(z.string()),
      label: z.nullable(z.string()),
      /** The heading as headings are compared; what a correction names it by. */
      key: z._default(z.string(), ''),
      /** `exact` the label itself, `synonym` a known other word, `months` a month across. */
      /** `chosen` by the user; `asked`: may mean several things, and only the user can say which. */
      how: z.enum(['exact', 'synonym', 'months', 'total', 'unused', 'chosen', 'asked']),
    }),
  ),
  /** Of a sheet of totals, which states figures and holds no records: its cells are counted below. */
  summary: z.optional(summarySchema),
  /** Rows below the head: good + refused + skipped, always. */
  rowsRead: z.int(),
  rowsGood: z.int(),
  rowsRefused: z.int(),
  rowsSkipped: z.int(),
  /** Records the good rows make: more than rows when months stand across. */
  records: z.int(),
  /** Why rows were passed over: 小计, 合计, blank …, with how many. */
  skips: z.array(z.object({ why: z.string(), count: z.int(), rows: z.array(z.int()) })),
  /** The first of them; all stay with the import. */
  refusals: z.array(refusalSchema),
  /** How many more there are. */
  moreRefusals: z.optional(z.int()),
  /** Said of the sheet: encoding, unit, year taken from where, totals that agree or do not. */
  notes: z.array(
    z.object({
      level: z.enum(['info', 'warn']),
      text: z.string(),
      code: z.optional(z.string()),
    }),
  ),
  totals: z.array(
    z.object({ words: z.string(), stated: z.number(), counted: z.number(), agrees: z.boolean() }),
  ),
  /** Days the ledger will be taken as whole; null for reference lists and stated figures. */
  coverage: z.nullable(spanSchema),
  /** Days of records far from those: the days between are not taken as whole. */
  strays: z.optional(z.array(spanSchema)),
  /** Whether the months after the last record, up to the end of the days named, are none or left out. */
  silence: z.optional(z.enum(['counted', 'left'])),
  /** Columns whose empty cells may mean the one above: how many rows they hold up, or are read so. */
  blanks: z.optional(
    z.array(
      z.object({
        column: z.string(),
        heading: z.string(),
        rows: z.int(),
        isAbove: z.boolean(),
      }),
    ),
  ),
  /** Records that belong to closed months. */
  closed: z.optional(z.array(z.object({ month: z.string(), records: z.int() }))),
  /** First good rows as they will be kept. */
  sample: z.array(z.record(z.string(), z.union([z.string(), z.int(), z.null()]))),
})

const fileSchema = z.object({
  name: z.string(),
  size: z.int(),
  format: z.string(),
  /** In words: GB18030, UTF-8 … ; null for binary formats. */
  encoding: z.nullable(z.string()),
  /** A file that could not be opened at all. */
  problem: z.nullable(z.object({ code: z.string(), why: z.string(), fix: z.string() })),
  /** The batch that brought in the very same bytes, if any. */
  loadedBefore: z.nullable(z.string()),
})

export const importPreviewSchema = z.object({
  id: z.string(),
  files: z.array(fileSchema),
  sections: z.array(sectionSchema),
})

export type ImportPreview = z.infer<typeof importPreviewSchema>
export type ImportSection = z.infer<typeof sectionSchema>
export type ImportFile = z.infer<typeof fileSchema>

export const batchSchema = z.object({
  id: z.string(),
  kind: z.enum(['import', 'entry', 'example']),
  title: z.string(),
  why: z.string(),
  at: z.string(),
  by: z.string(),
  state: z.enum(['loaded', 'takenBack']),
  takenBackAt: z.nullable(z.string()),
  files: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** `left`: records of closed months that were left out by choice; `removed`, `restored`: by hand. */
  counts: z.record(
    z.string(),
    z.object({
      added: z.int(),
      changed: z.int(),
      same: z.int(),
      left: z.optional(z.int()),
      removed: z.optional(z.int()),
      restored: z.optional(z.int()),
    }),
  ),
  notes: z.array(z.string()),
})

export type BatchAnswer = z.infer<typeof batchSchema>

export const prepareImport = defineEndpoint({
  method: 'POST',
  path: '/imports',
  summary: 'Read files and say what they hold; nothing is loaded yet',
  right: { write: 'some' },
  journal: 'write',
  /** Whoever wants to follow or cancel the reading names the import beforehand. */
  query: z.object({ id: z.optional(z.string().check(z.regex(/^[\w-]{8,64}$/))) }),
  takes: 'files',
  output: importPreviewSchema,
})

export const readImport = defineEndpoint({
  method: 'GET',
  path: '/imports/:id',
  summary: 'A prepared import, as it was read',
  right: { write: 'some' },
  params: z.object({ id: z.string() }),
  output: importPreviewSchema,
})

export const confirmImport = defineEndpoint({
  method: 'POST',
  path: '/imports/:id/confirm',
  summary: 'Load the chosen sections in one transaction',
  right: { write: 'some' },
  journal: 'write',
  params: z.object({ id: z.string() }),
  /** `closed`: what becomes of records of closed months; without it they refuse the import. */
  body: z.object({
    sections: z.array(z.string()),
    closed: z.optional(
      z.union([z.literal('leaveOut'), z.object({ belated: z.string().check(z.minLength(1)) })]),
    ),
  }),
  output: batchSchema,
  actOf: ({ id }) => id,
})

export const dropImport = defineEndpoint({
  method: 'DELETE',
  path: '/imports/:id',
  summary: 'Give up an import, also one that is being read or loaded; nothing of it stays',
  right: { write: 'some' },
  journal: 'write',
  params: z.object({ id: z.string() }),
  output: z.object({ dropped: z.boolean() }),
})

/** Records a take-back removed, gave cells back to and left, and names it took from lists; see the store's `Undone`. */
export const undoneSchema = z.object({
  removed: z.int(),
  restored: z.int(),
  kept: z.int(),
  untold: z.optional(z.int()),
  names: z.optional(z.int()),
})

export const takeBackBatch = defineEndpoint({
  method: 'POST',
  path: '/batches/:id/take-back',
  summary: 'Undo a batch whole',
  right: { write: 'some' },
  journal: 'write',
  params: z.object({ id: z.string() }),
  body: z.object({ why: z.optional(z.string()) }),
  output: undoneSchema,
  actOf: (_, { id }) => id,
})

export const loadExample = defineEndpoint({
  method: 'POST',
  path: '/example',
  summary: 'Load the example centre as one batch',
  right: 'settings',
  journal: 'write',
  output: batchSchema,
})

export const removeExample = defineEndpoint({
  method: 'DELETE',
  path: '/example',
  summary: 'Take the example centre back',
  right: 'settings',
  journal: 'write',
  output: undoneSchema,
})
