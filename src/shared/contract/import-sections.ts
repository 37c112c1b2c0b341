import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { defineEndpoint } from './define.ts'
import { importPreviewSchema } from './imports.ts'

const texts = z.record(z.string(), z.string())

/** How sheets of one set of headings are read, as a user corrected it. */
export const mappingSchema = z.object({
  ledger: z.enum(LEDGER_IDS),
  /** The user said which ledger it is; else it was told by itself, and only columns were corrected. */
  isForced: z.boolean(),
  /** Fields by heading; '' for a column that is not to be read. */
  columns: texts,
  /** What all rows hold in fields that no column holds, as typed. */
  given: texts,
  /** Of sheets of totals: by label, `metric` or `metric field value`; '' for a line that is not to be read. */
  lines: z.optional(texts),
  /** By heading: what cells that hold a text are read as; '' for nothing. */
  words: z.optional(z.record(z.string(), texts)),
})

/** What a user corrected in one prepared import, beside the mappings. */
export const correctionsSchema = z.object({
  /** Encodings by the file's place among the files. */
  encodings: texts,
  /** By table. */
  tables: z.record(
    z.string(),
    z.object({
      given: texts,
      year: z.nullable(z.int()),
      /** By `row column` as the spreadsheet numbers them: `5 C`. */
      cells: texts,
      /** Its days end with the month of its last record, whatever year stands around it. */
      isCut: z.optional(z.boolean()),
      /** Columns by their letters whose empty cells are read as the one above. */
      above: z.optional(z.array(z.string())),
    }),
  ),
})

export type Mapping = z.infer<typeof mappingSchema>
export type Corrections = z.infer<typeof correctionsSchema>

const encodingName = z.enum(['UTF-8', 'GB18030', 'UTF-16LE', 'UTF-16BE', 'Big5'])

/** Encodings a text file can be read in again, as the preview calls them, and as decoders do. */
export const ENCODINGS: Readonly<Record<z.infer<typeof encodingName>, string>> = {
  'UTF-8': 'utf-8',
  GB18030: 'gb18030',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  Big5: 'big5',
}

export const isEncodingName = (name: string): name is keyof typeof ENCODINGS =>
  Object.hasOwn(ENCODINGS, name)

const correctionSchema = z.object({
  encoding: z.optional(z.object({ file: z.int(), name: encodingName })),
  tables: z.optional(
    z.array(
      z.object({
        table: z.string(),
        given: z.optional(texts),
        year: z.optional(z.nullable(z.int().check(z.gte(1990), z.lte(2100)))),
        cells: z.optional(texts),
        isCut: z.optional(z.boolean()),
        above: z.optional(z.array(z.string())),
        /** Places that go back to what the file says. */
        restored: z.optional(z.array(z.string())),
      }),
    ),
  ),
  mapping: z.optional(z.extend(mappingSchema, { headings: z.string() })),
  /** Texts of cells, by heading, and what all that hold them are read as from now on. */
  words: z.optional(
    z.object({
      headings: z.string(),
      ledger: z.enum(LEDGER_IDS),
      columns: z.record(z.string(), texts),
    }),
  ),
  /** A set of headings to be read as if nobody had corrected it. */
  forget: z.optional(z.string()),
})

export type Correction = z.infer<typeof correctionSchema>

export const correctImport = defineEndpoint({
  method: 'POST',
  path: '/imports/:id/corrections',
  summary: 'Read a prepared import again, with what a user corrected; mappings are remembered',
  right: { write: 'some' },
  journal: 'write',
  params: z.object({ id: z.string() }),
  body: correctionSchema,
  output: importPreviewSchema,
})
