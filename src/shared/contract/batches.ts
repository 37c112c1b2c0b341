import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { METRIC_IDS } from '../metrics/index.ts'
import { defineEndpoint } from './define.ts'
import { figureSchema, periodSchema } from './figures.ts'
import { confirmImport, undoneSchema } from './imports.ts'
import { rowSchema } from './records.ts'

/** A figure that reads otherwise once something is kept. */
const changedFigureSchema = z.object({
  metric: z.enum(METRIC_IDS),
  period: periodSchema,
  before: figureSchema,
  after: figureSchema,
})

export type ChangedFigure = z.infer<typeof changedFigureSchema>

/** Wholes only, by year and by month where few months are touched. */
const figures = {
  figures: z.array(changedFigureSchema),
  /** Years left out of `figures`, as there are too many. */
  yearsLeftOut: z.int(),
  /** Months touched that are not listed one by one; 0 where all are. */
  monthsLeftOut: z.int(),
  /** Ledgers whose records count once reviewed: what they move is not among `figures`. */
  ofReview: z.array(z.enum(LEDGER_IDS)),
}

export const tryTakeBack = defineEndpoint({
  method: 'GET',
  path: '/batches/:id/take-back',
  summary: 'What taking a batch back would change; nothing is written',
  right: { write: 'some' },
  params: z.object({ id: z.string() }),
  output: z.object({ ...undoneSchema.shape, ...figures }),
})

export const tryImport = defineEndpoint({
  method: 'POST',
  path: '/imports/:id/try',
  summary: 'What loading the chosen sections would change; nothing is written',
  right: { write: 'some' },
  journal: null,
  params: z.object({ id: z.string() }),
  body: confirmImport.body,
  output: z.object({
    ledgers: z.array(
      z.object({
        ledger: z.enum(LEDGER_IDS),
        added: z.int(),
        changed: z.int(),
        same: z.int(),
        /** Records of the days the file covers that it does not hold: they stay. */
        besides: z.int(),
      }),
    ),
    /** The first changes of known records. */
    changes: z.array(
      z.object({
        ledger: z.enum(LEDGER_IDS),
        record: z.string(),
        row: rowSchema,
        before: rowSchema,
        after: rowSchema,
      }),
    ),
    ...figures,
  }),
})

export type ImportTrial = z.infer<typeof tryImport.output>
