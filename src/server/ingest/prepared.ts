import * as z from 'zod/mini'
import {
  correctionsSchema,
  type Corrections,
  type Mapping,
} from '#shared/contract/import-sections.ts'
import type { ImportStep } from '#shared/contract/import-progress.ts'
import { importPreviewSchema } from '#shared/contract/imports.ts'
import { rowSchema } from '#shared/contract/records.ts'
import type { Row } from '#shared/ledgers/define.ts'
import type { Day } from '#shared/time/day.ts'
import type { ImportPart } from '../store/store.ts'
import type { KnownLists } from './name-notes.ts'

/** Files read and checked, ready to load, without their rows; all of it survives JSON. */
export const preparedSchema = z.object({
  preview: z.omit(importPreviewSchema, { id: true }),
  /** By section id, then reference list: names its rows use, as rows of that list. */
  lists: z.record(z.string(), z.record(z.string(), z.array(rowSchema))),
  /** What a user corrected so far. */
  corrections: z.optional(correctionsSchema),
  /** Settings a file speaks of, offered where the centre's own are still empty. */
  proposed: z.optional(
    z.object({
      centre: z.optional(z.string()),
      prefecture: z.optional(z.string()),
      province: z.optional(z.string()),
    }),
  ),
})

/** What is shown of it. */
export const previewSchema = z.pick(preparedSchema, { preview: true })

export type Prepared = z.infer<typeof preparedSchema>

/** The same with the accepted rows by section id, as long as they are in one hand. */
export interface PreparedRows extends Prepared {
  readonly rows: Readonly<Record<string, readonly Row[]>>
}

export interface IncomingFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly hash: string
}

/** How users had a set of headings read, and on which day they said so. */
export interface KnownMapping extends Mapping {
  readonly headings: string
  readonly day: Day
}

/** What reading needs beside the files. */
export interface ReadingContext {
  readonly today: Day
  readonly zone: string
  readonly mappings?: readonly KnownMapping[]
  readonly corrections?: Corrections
  readonly lists?: KnownLists
  /** The centre's own words for levels, by code. */
  readonly levelWords?: Readonly<Record<string, string>>
}

export type ReadPart = Pick<ImportPart, 'section' | 'kind' | 'json'>

/** Who follows a reading: takes what it gives, is told how far it is, and may end it. */
export interface Watch {
  /** Rows and refusals of a section, in order; the next part waits for this one. */
  keep(part: ReadPart): Promise<void>
  told(step: ImportStep): void
  readonly signal: AbortSignal
}

/** Reads files; rows and refusals go to the watch in parts. Throws IMPORT_CANCELLED once the signal says so. */
export type Prepare = (
  files: readonly IncomingFile[],
  context: ReadingContext,
  watch: Watch,
) => Promise<Prepared>
