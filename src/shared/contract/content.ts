import * as z from 'zod/mini'
import { METRIC_IDS } from '../metrics/index.ts'
import { boardEndpoint } from './boards.ts'
import { periodSchema } from './figures.ts'

/** A count of a part: '' is the part left empty in the ledger. */
const cellSchema = z.object({ platform: z.string(), form: z.string(), count: z.int() })

/** A month of the year that the ledger knows; not whole while it runs or lacks days. */
const monthSchema = z.object({ month: z.string(), isWhole: z.boolean() })

/** Consecutive days, both ends included. */
const spanSchema = z.object({ days: z.int(), from: z.string(), to: z.string() })

const silenceSchema = z.object({
  platform: z.string(),
  medium: z.string(),
  runBy: z.string(),
  /** Null where the ledger holds no post up to the day looked at. */
  lastDay: z.nullable(z.string()),
  /** Days since then, 0 on the day itself. */
  daysSince: z.nullable(z.int()),
  /** Most days in a row without a post, within the covered days of the year; null where none. */
  longestGap: z.nullable(spanSchema),
  /** Whole covered months of the year without a post. */
  zeroMonths: z.array(z.string()),
  light: z.enum(['fresh', 'notice', 'warn', 'silent', 'never']),
})

const floorSchema = z.object({
  id: z.string(),
  metric: z.enum(METRIC_IDS),
  label: z.string(),
  wording: z.string(),
  source: z.string(),
  unit: z.string(),
  low: z.number(),
  /** The part of 发布量 it holds for; null for all of it. */
  part: z.nullable(z.object({ field: z.string(), value: z.string() })),
  /** Days judged: over, covered, within the target's span and the period's year. */
  days: z.array(z.object({ day: z.string(), value: z.int(), isMet: z.boolean() })),
  met: z.int(),
  longestMissed: z.nullable(spanSchema),
  /** Of the period itself. */
  periodMet: z.int(),
  periodDays: z.int(),
})

const campaignSchema = z.object({
  column: z.string(),
  pieces: z.int(),
  /** Null where no piece of it has its reads written down. */
  reads: z.nullable(z.int()),
  /** Pieces without reads. */
  blank: z.int(),
  /** Null where the adoptions ledger does not cover the period. */
  adopted: z.nullable(z.int()),
})

/** Points are whole hundredths. */
const staffRowSchema = z.object({
  /** '' stands for pieces that name nobody. */
  name: z.string(),
  pieces: z.int(),
  forms: z.array(z.object({ form: z.string(), count: z.int() })),
  points: z.int(),
  /** The same work under the other rule; null without one. */
  otherPoints: z.nullable(z.int()),
  /** The same days of last year under the chosen rule; null where they are not covered. */
  beforePieces: z.nullable(z.int()),
  beforePoints: z.nullable(z.int()),
})

const staffSchema = z.object({
  rules: z.array(z.object({ name: z.string(), year: z.int() })),
  /** Under which rule points are; null where the centre has set none. */
  rule: z.nullable(z.string()),
  other: z.nullable(z.string()),
  /** The same days of last year; null where they are not covered. */
  against: z.nullable(periodSchema),
  /** Pieces of forms to which the rule gives nothing. */
  unscored: z.int(),
  departments: z.array(staffRowSchema),
  people: z.array(staffRowSchema),
})

const bestSchema = z.object({
  id: z.string(),
  day: z.string(),
  title: z.string(),
  platform: z.string(),
  form: z.string(),
  reads: z.int(),
  /** Median of the same platform, form and month; null where fewer than five have reads. */
  typical: z.nullable(z.number()),
  /** Pieces with reads of that platform, form and month, this one among them. */
  of: z.int(),
  /** reads ÷ typical; null without one or over zero. */
  ratio: z.nullable(z.number()),
})

const reviewFaultSchema = z.object({
  id: z.string(),
  day: z.string(),
  title: z.string(),
  platform: z.string(),
  reviewers: z.array(z.string()),
  publishedAt: z.string(),
  signedAt: z.string(),
})

export const readContent = boardEndpoint(
  'content',
  {
    /** Platform × form over the period; null where the ledger does not count it. */
    matrix: z.nullable(z.array(cellSchema)),
    /** The same month by month over the period's year; a count per month, in their order. */
    months: z.nullable(
      z.object({
        months: z.array(monthSchema),
        rows: z.array(
          z.object({ platform: z.string(), form: z.string(), counts: z.array(z.int()) }),
        ),
      }),
    ),
    /** Last runs of accounts; null where no covered day of the period is over. */
    silence: z.nullable(
      z.object({
        asOf: z.string(),
        rows: z.array(silenceSchema),
        /** Accounts given up by then: their silence is no fault. */
        closed: z.array(z.object({ platform: z.string(), on: z.string() })),
      }),
    ),
    limits: z.object({ notice: z.int(), warn: z.int(), silent: z.int() }),
    floors: z.array(floorSchema),
    campaigns: z.nullable(
      z.object({
        /** Most pieces first. */
        rows: z.array(campaignSchema),
        /** Pieces of the period that stand in no column. */
        unnamed: z.int(),
      }),
    ),
    staff: z.nullable(staffSchema),
    hours: z.nullable(
      z.object({
        cells: z.array(z.object({ weekday: z.int(), hour: z.int(), value: z.int() })),
        /** Pieces whose time of day is not written down. */
        blank: z.int(),
      }),
    ),
    best: z.object({
      /** Fewer pieces of a kind say nothing of what is typical. */
      fewest: z.int(),
      byRatio: z.array(bestSchema),
      byReads: z.array(bestSchema),
      /** Pieces of the period with reads, and those among them too few of their kind to compare. */
      read: z.int(),
      few: z.int(),
      blank: z.int(),
    }),
    /** Pieces by how long they took from 送审 to 签发, of those with both times. */
    turnaround: z.nullable(z.array(z.object({ span: z.string(), count: z.int() }))),
    faults: z.nullable(
      z.object({
        /** Pieces by how many of the three reviews name somebody. */
        reviews: z.object({ three: z.int(), some: z.int(), none: z.int() }),
        /** The latest, and how many there are. */
        sameReviewer: z.object({ all: z.int(), rows: z.array(reviewFaultSchema) }),
        early: z.object({
          all: z.int(),
          rows: z.array(reviewFaultSchema),
          /** Pieces with both times: where there are none, nobody can tell. */
          of: z.int(),
        }),
      }),
    ),
  },
  { rule: z.optional(z.string()) },
)

export type ContentAnswer = z.infer<typeof readContent.output>
export type SilentAccount = z.infer<typeof silenceSchema>
export type ReviewFaults = NonNullable<ContentAnswer['faults']>
export type DailyFloor = z.infer<typeof floorSchema>
export type CampaignRow = z.infer<typeof campaignSchema>
export type StaffRow = z.infer<typeof staffRowSchema>
export type StaffPoints = z.infer<typeof staffSchema>
export type BestPiece = z.infer<typeof bestSchema>
export type ReviewFault = z.infer<typeof reviewFaultSchema>
