import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { wallSettingsSchema } from '../settings/wall.ts'
import { defineEndpoint } from './define.ts'
import { answerSchema, figureSchema, periodSchema, pointSchema } from './figures.ts'

const [noneSchema, countedSchema, statedSchema] = figureSchema.def.options
const nothing = z.literal('')

/** A figure without the words and the record it was stated in: neither may be read on a wall. */
const wallFigureSchema = z.discriminatedUnion('state', [
  noneSchema,
  countedSchema,
  z.extend(statedSchema, { wording: nothing, source: nothing, record: nothing }),
])

const wallPointSchema = z.extend(pointSchema, { figure: wallFigureSchema })

/** An answer of the boards with nothing but its numbers and the names of its parts. */
const wallAnswerSchema = z.extend(answerSchema, {
  figure: wallFigureSchema,
  parts: z.array(z.object({ value: z.string(), figure: wallFigureSchema })),
  months: z.array(wallPointSchema),
  monthsBefore: z.array(wallPointSchema),
  stated: z.array(z.never()),
  quoted: z.array(z.never()),
  targets: z.array(z.never()),
})

/**
 * All that a wall shows, and all it may know. What gets into it is decided by the ledgers
 * (`wall` of a ledger and of a field), so that the page cannot show more.
 */
export const readWall = defineEndpoint({
  method: 'GET',
  path: '/wall',
  summary: 'What may stand on a wall, page by page',
  right: 'wall',
  query: z.object({ p: z.optional(z.string()) }),
  output: z.object({
    centre: z.string(),
    stripe: z.array(z.string()),
    zone: z.string(),
    isEmpty: z.boolean(),
    period: periodSchema,
    /** Shown one after another, each for so many seconds. */
    pages: wallSettingsSchema.shape.pages,
    answers: z.array(wallAnswerSchema),
    /** The last records of a ledger, with the cells that may be read; null for an empty one. */
    latest: z.array(
      z.object({
        ledger: z.enum(LEDGER_IDS),
        records: z.array(z.record(z.string(), z.nullable(z.string()))),
      }),
    ),
    /** Alerts not closed at the period's end or now, by level; '' for those without one. */
    open: z.array(z.object({ level: z.string(), count: z.int() })),
  }),
})

export type WallAnswer = z.infer<typeof readWall.output>
export type WallFigures = WallAnswer['answers'][number]
