import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { METRIC_IDS } from '../metrics/index.ts'
import { defineEndpoint } from './define.ts'
import { figureSchema } from './figures.ts'

const ledgerId = z.enum(LEDGER_IDS)
const cell = z.union([z.string(), z.int(), z.null()])
const listParams = z.object({ list: ledgerId })

/** How many records of a ledger hold a name in one of their fields. */
const useSchema = z.object({ ledger: ledgerId, field: z.string(), records: z.int() })

const entrySchema = z.object({
  id: z.string(),
  /** Its cells as kept: name, aliases, validFrom, validTo and what the list has beside. */
  row: z.record(z.string(), cell),
  uses: z.array(useSchema),
  /** Records that use it on days it is not in use. */
  outside: z.array(useSchema),
})

export const listAnswerSchema = z.object({
  list: ledgerId,
  entries: z.array(entrySchema),
  /** Pairs that may be one; the first is proposed to be kept. */
  near: z.array(
    z.object({ keep: z.string(), merge: z.string(), why: z.enum(['alike', 'suffix', 'alias']) }),
  ),
  /** Names records use that the list does not have. */
  unlisted: z.array(z.object({ name: z.string(), uses: z.array(useSchema) })),
  /** Records that would read otherwise if the list were applied to them again. */
  pending: z.int(),
})

export type ListAnswer = z.infer<typeof listAnswerSchema>
export type ListEntry = z.infer<typeof entrySchema>

/**
 * One act on a list. `save` changes an entry (or adds one, with `entry` null): a name given up becomes
 * a 又名, and entries whose names are entered as 又名 are merged into it. `apply` puts the records under
 * the list as it stands.
 */
export const listEditSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('save'),
    entry: z.nullable(z.string()),
    cells: z.record(z.string(), z.string()),
  }),
  z.object({ kind: z.literal('merge'), keep: z.string(), merge: z.string() }),
  z.object({ kind: z.literal('apply') }),
])

export type ListEdit = z.infer<typeof listEditSchema>

const previewSchema = z.object({
  /** What happens to the list itself, a sentence each. */
  acts: z.array(z.string()),
  /** Records that will read otherwise, a ledger. */
  ledgers: z.array(
    z.object({
      ledger: ledgerId,
      records: z.int(),
      /** The first few, with the cells that change. */
      sample: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          before: z.record(z.string(), cell),
          after: z.record(z.string(), cell),
        }),
      ),
    }),
  ),
  /** Figures that change, of each year the records fall into; `part` is empty for the whole. */
  figures: z.array(
    z.object({
      metric: z.enum(METRIC_IDS),
      year: z.string(),
      field: z.string(),
      part: z.string(),
      before: figureSchema,
      after: figureSchema,
    }),
  ),
  /** Years left out of `figures`, as there are too many. */
  yearsLeftOut: z.int(),
})

export type ListPreview = z.infer<typeof previewSchema>

export const readList = defineEndpoint({
  method: 'GET',
  path: '/lists/:list',
  summary: 'A reference list: its entries, who uses them, what may be one',
  right: { see: 'ofParams' },
  params: listParams,
  output: listAnswerSchema,
})

export const previewListEdit = defineEndpoint({
  method: 'POST',
  path: '/lists/:list/preview',
  summary: 'What an act on a list would change; nothing is written',
  right: { write: 'ofParams' },
  journal: null,
  params: listParams,
  body: listEditSchema,
  output: previewSchema,
})

export const editList = defineEndpoint({
  method: 'POST',
  path: '/lists/:list/edits',
  summary: 'Act on a list and put its records under it, as one batch that can be taken back',
  right: { write: 'ofParams' },
  journal: 'write',
  params: listParams,
  body: z.object({ edit: listEditSchema, why: z.optional(z.string()) }),
  output: z.object({ batch: z.string(), records: z.int() }),
  actOf: ({ batch }) => batch,
})
