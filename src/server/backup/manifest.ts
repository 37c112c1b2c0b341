import * as z from 'zod/mini'
import { journalHeadSchema } from '#shared/journal.ts'

/** Raised when what a backup holds can no longer be read by the rules of before. */
export const FORMAT = 1
export const MANIFEST = 'manifest.json'

/** What a database is called: it lies in the data folder itself. */
const DATABASE = /^[\w-]+\.sqlite$/

const censusSchema = z.record(
  z.string(),
  z.object({ rows: z.int(), sums: z.record(z.string(), z.string()) }),
)

/** What a backup says of itself; its first file. */
export const manifestSchema = z.object({
  made: z.literal('rongmei-desk'),
  format: z.literal(FORMAT),
  /** The desk's version, and the last step of the schema its data had taken. */
  version: z.string(),
  migration: z.string(),
  /** A UTC instant. */
  at: z.string(),
  /** Records kept, those in the bin too. */
  records: z.int(),
  /** The end of the journal in it, to tell later whether it was cut off. */
  journal: z._default(z.nullable(journalHeadSchema), null),
  /** Rows and sums of each table, counted in the running desk at the instant of the copy. */
  databases: z.record(z.string().check(z.regex(DATABASE)), censusSchema),
  /** Every other file in its order, with its SHA-256 in hex. */
  files: z.array(z.object({ name: z.string(), size: z.int(), hash: z.string() })),
})

export type Manifest = z.infer<typeof manifestSchema>

/** A file a backup may hold: a database, or something in one of the two folders; no way out of them. */
export const isBackupName = (name: string): boolean =>
  (DATABASE.test(name) || /^(attachments|reports)(\/[^/\\\0]+)+$/.test(name)) &&
  !name.split('/').some((part) => part === '.' || part === '..')
