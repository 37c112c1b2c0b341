import * as z from 'zod/mini'
import {
  correctionsSchema,
  type Corrections,
  type Mapping,
} from '#shared/contract/import-sections.ts'
import { importPreviewSchema } from '#shared/contract/imports.ts'
import { rowSchema } from '#shared/contract/records.ts'
import type { Day } from '#shared/time/day.ts'

/** Files read and checked, ready to load; all of it survives JSON. */
export const preparedSchema = z.object({
  preview: z.omit(importPreviewSchema, { id: true }),
  /** Accepted rows by section id. */
  rows: z.record(z.string(), z.array(rowSchema)),
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

/** What is shown of it, without reading the rows again. */
export const previewSchema = z.pick(preparedSchema, { preview: true })

export type Prepared = z.infer<typeof preparedSchema>

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
}

export type Prepare = (files: readonly IncomingFile[], context: ReadingContext) => Promise<Prepared>
