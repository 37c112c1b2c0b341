import * as z from 'zod/mini'
import { METRIC_IDS } from '../metrics/index.ts'
import { boardEndpoint } from './boards.ts'
import { figureSchema, periodSchema } from './figures.ts'

/** A metric as a whole, or one part of it. */
const line = {
  metric: z.enum(METRIC_IDS),
  part: z.nullable(z.object({ field: z.string(), value: z.string() })),
}

/** A stated figure of the period; `changedAt` says which state of it was seen. */
const enteredSchema = z.object({
  ...line,
  id: z.string(),
  changedAt: z.nullable(z.string()),
  value: z.string(),
  unit: z.string(),
  qualifier: z.string(),
  wording: z.string(),
  source: z.string(),
  note: z.string(),
  /** The name of the total it is a part of; '' where it is of none. */
  partOf: z.string(),
  /** Who wrote it as it stands. */
  by: z.string(),
})

/** 填报: the figures of its board, with what was stated of each and what may be stated. */
export const readEntry = boardEndpoint(
  'entry',
  {
    /** Of the very period of each figure, oldest first. */
    entered: z.array(enteredSchema),
    /** What was stated for the period before. */
    before: z.array(z.object({ ...line, period: periodSchema, figure: figureSchema })),
    /** Parts that a figure may be stated by, whether any was. */
    parts: z.array(z.object({ ...line, part: z.object({ field: z.string(), value: z.string() }) })),
    /** Names of the reference lists: what is written, 又名 too, and the name it is kept under. */
    names: z.array(z.object({ list: z.string(), written: z.string(), name: z.string() })),
    /** The centre's own words for levels, with the level's code. */
    levels: z.array(z.object({ written: z.string(), level: z.string() })),
  },
  {},
)

export type EntryAnswer = z.infer<typeof readEntry.output>
export type Entered = z.infer<typeof enteredSchema>
