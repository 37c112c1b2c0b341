import * as z from 'zod/mini'
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

export type Prepare = (
  files: readonly IncomingFile[],
  context: { readonly today: Day; readonly zone: string },
) => Promise<Prepared>
