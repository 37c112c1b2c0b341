import * as z from 'zod/mini'
import { METRIC_IDS } from '../metrics/index.ts'

/** A cell that could not be read; its row is refused, never guessed. */
export const refusalSchema = z.object({
  file: z.string(),
  sheet: z.string(),
  /** Row and column as the spreadsheet numbers them: 1-based row, letters for the column. */
  row: z.int(),
  column: z.string(),
  heading: z.string(),
  field: z.string(),
  value: z.string(),
  code: z.string(),
  why: z.string(),
  fix: z.string(),
  /** How many cells it holds up, where rows are no records: a label nobody knows holds up its line. */
  cells: z.optional(z.int()),
})

/** A cell mended in the preview: what the file says and what was read instead. */
export const changeSchema = z.object({
  row: z.int(),
  column: z.string(),
  heading: z.string(),
  from: z.string(),
  to: z.string(),
})

/** What a sheet of totals states, cell by cell. */
export const summarySchema = z.object({
  /** Under which its corrections are remembered: what stands over its labels, and what it is of. */
  key: z.string(),
  /** The metric its lines are parts of, and the words that say so. */
  whole: z.nullable(z.enum(METRIC_IDS)),
  words: z.string(),
  cells: z.array(
    z.object({
      /** As the spreadsheet names it: C5. */
      place: z.string(),
      written: z.string(),
      label: z.string(),
      period: z.string(),
      periodFrom: z.string(),
      periodTo: z.string(),
      value: z.string(),
      unit: z.string(),
      qualifier: z.string(),
      /** What the centre states of the very same now; absent where it states nothing. */
      before: z.optional(z.object({ value: z.string(), unit: z.string(), qualifier: z.string() })),
    }),
  ),
})

export type Refusal = z.infer<typeof refusalSchema>
export type CellChange = z.infer<typeof changeSchema>
/** A stated figure and the cell it stands in. */
export type SummaryCell = z.infer<typeof summarySchema>['cells'][number]
