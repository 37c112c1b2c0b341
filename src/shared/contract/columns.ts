import * as z from 'zod/mini'
import { deskSchema, periodShape } from './boards.ts'
import { defineEndpoint } from './define.ts'
import { periodSchema } from './figures.ts'

/** Pieces of one part: '' is the part left empty in the ledger. */
const partSchema = z.object({ value: z.string(), count: z.int() })

const pieceSchema = z.object({
  id: z.string(),
  day: z.string(),
  title: z.string(),
  platform: z.string(),
  form: z.string(),
  author: z.string(),
  reads: z.nullable(z.int()),
})

const useSchema = z.object({
  id: z.string(),
  day: z.string(),
  work: z.string(),
  outlet: z.string(),
  level: z.string(),
})

const countedSchema = z.object({
  /** The days of the period that the ledger covers. */
  from: z.string(),
  to: z.string(),
  pieces: z.int(),
  /** Different titles among them. */
  works: z.int(),
  original: z.int(),
  platforms: z.array(partSchema),
  forms: z.array(partSchema),
  /** Null where no piece has its reads written down. */
  reads: z.nullable(z.int()),
  /** Pieces without reads. */
  blank: z.int(),
  /** The piece read most; null where none has reads. */
  most: z.nullable(pieceSchema),
  /** The latest of them. */
  latest: z.array(pieceSchema),
  /** Adoptions of the same works; null where 上级采用台账 does not cover the days. */
  adopted: z.nullable(
    z.object({
      uses: z.int(),
      works: z.int(),
      levels: z.array(partSchema),
      /** All of them, the latest first. */
      latest: z.array(useSchema),
    }),
  ),
})

export const readColumn = defineEndpoint({
  method: 'GET',
  path: '/columns/:column',
  summary: 'A 专栏 with all its pieces, their adoptions and reads, in one answer',
  right: { see: 'pieces' },
  params: z.object({ column: z.string() }),
  query: z.object(periodShape),
  output: z.object({
    desk: deskSchema,
    chosen: periodSchema,
    period: periodSchema,
    column: z.string(),
    /** Every column of the period's year, most pieces first. */
    columns: z.array(z.string()),
    /** Null where 发稿台账 does not cover the period. */
    counted: z.nullable(countedSchema),
    /** Pieces by month of the period's year; months that are not covered are left out. */
    months: z.array(z.object({ month: z.string(), pieces: z.int() })),
  }),
})

export type ColumnAnswer = z.infer<typeof readColumn.output>
export type ColumnCounts = z.infer<typeof countedSchema>
