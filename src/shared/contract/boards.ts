import * as z from 'zod/mini'
import { BOARD_IDS, type BoardId } from '../boards/index.ts'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { defineEndpoint, type Endpoint } from './define.ts'
import { answerSchema, periodSchema } from './figures.ts'
import { freezeSchema } from './freezes.ts'

export const deskSchema = z.object({
  centre: z.string(),
  stripe: z.array(z.string()),
  /** IANA zone in which the centre's days are counted. */
  zone: z.string(),
  /** No ledger holds a record. */
  isEmpty: z.boolean(),
  /** The example centre is loaded. */
  hasExample: z.boolean(),
  /** A throw-away desk: nothing is kept when the server stops. */
  isDemo: z.boolean(),
  today: z.string(),
  /** Months from the first to the last that has data; null on an empty desk. */
  firstMonth: z.nullable(z.string()),
  lastMonth: z.nullable(z.string()),
  /** `YYYY-MM`, in order. */
  closedMonths: z.array(z.string()),
  /** Ledgers whose data are reviewed, month by month or batch by batch. */
  underReview: z.array(z.enum(LEDGER_IDS)),
  /** When the data last changed; null when they never did. */
  changedAt: z.nullable(z.string()),
})

/** What happened, and when: drawn on every chart with a time axis that these days fall on. */
const markSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  /** More about it, who wrote it last and when (a UTC instant), for lists of marks. */
  detail: z.optional(z.string()),
  by: z.optional(z.string()),
  at: z.optional(z.string()),
})

export const marksSchema = z.object({
  /** Notes that belong to the data; `to` is the same day for a moment. */
  notes: z.array(z.extend(markSchema, { title: z.string() })),
  /** 重保期: bands with a name. */
  protections: z.array(z.extend(markSchema, { name: z.string() })),
})

export const boardSchema = z.object({
  board: z.enum(BOARD_IDS),
  desk: deskSchema,
  /** The period chosen, before 累计. */
  chosen: periodSchema,
  /** The period shown: the chosen one, or from 1 January to its end for 累计. */
  period: periodSchema,
  answers: z.array(answerSchema),
  /** Ledgers that have registered no day of the period: what they would say is absent, not zero. */
  absent: z.array(z.enum(LEDGER_IDS)),
  /** Given to whoever does not see everything: ledgers they may not see, and those cut to their department. */
  sight: z.optional(
    z.object({ denied: z.array(z.enum(LEDGER_IDS)), own: z.array(z.enum(LEDGER_IDS)) }),
  ),
  marks: marksSchema,
  /** Given where the page is one of a 定稿. */
  freeze: z.optional(freezeSchema),
})

export type BoardEndpoint<A extends BoardAnswer> = Endpoint<
  z.ZodMiniType,
  z.ZodMiniType,
  z.ZodMiniType,
  z.ZodMiniType<A>
> & { readonly board: BoardId; readonly options: readonly string[] }

export type BoardAnswer = z.infer<typeof boardSchema>
export type Desk = z.infer<typeof deskSchema>
export type Marks = z.infer<typeof marksSchema>

/** `p` as in the page's address; without it the last month that has data. */
export const periodShape = {
  p: z.optional(z.string()),
  v: z.optional(z.enum(['cum'])),
  /** A 定稿 of the period, by its number: the page as it was then. */
  freeze: z.optional(z.string()),
}

type Shape = Readonly<Record<string, z.ZodMiniType>>

/**
 * A page's endpoint: every figure of its board and the sections only it has, in one answer.
 * `options` are further words of the page's address that its sections depend on.
 */
export function boardEndpoint<const S extends Shape, const O extends Shape>(
  board: BoardId,
  sections: S,
  options: O,
) {
  return {
    board,
    options: Object.keys(options),
    ...defineEndpoint({
      method: 'GET',
      path: `/boards/${board}`,
      summary: `Every figure of the page ${board}, in one answer`,
      right: 'signedIn',
      query: z.object({ ...periodShape, ...options }),
      output: z.extend(boardSchema, sections),
    }),
  }
}

export const readDesk = defineEndpoint({
  method: 'GET',
  path: '/desk',
  summary: 'Whose desk this is and what it holds',
  right: 'signedIn',
  output: deskSchema,
})
