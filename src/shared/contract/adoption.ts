import * as z from 'zod/mini'
import { COUNTINGS } from '../settings/points.ts'
import { boardEndpoint } from './boards.ts'
import { periodSchema } from './figures.ts'

const daysSchema = z.object({ from: z.string(), to: z.string() })

/** One adoption; points are whole hundredths, base × percent. */
const useSchema = z.object({
  id: z.string(),
  day: z.string(),
  work: z.string(),
  outlet: z.string(),
  level: z.string(),
  position: z.nullable(z.string()),
})

export type AdoptionUse = z.infer<typeof useSchema>

const scoredUseSchema = z.extend(useSchema, {
  base: z.int(),
  percent: z.int(),
  word: z.nullable(z.string()),
  points: z.int(),
  counts: z.boolean(),
})

/** Uses and their points under the chosen counting, beside every use. */
const levelRowSchema = z.object({
  level: z.string(),
  uses: z.int(),
  /** Last year's uses of the same days; null where they are not known. */
  before: z.nullable(z.int()),
  works: z.int(),
  counted: z.int(),
  points: z.int(),
})

export type LevelRow = z.infer<typeof levelRowSchema>

const outletRowSchema = z.object({
  outlet: z.string(),
  level: z.string(),
  uses: z.int(),
  before: z.nullable(z.int()),
})

const standingShape = { uses: z.int(), counted: z.int(), points: z.int() }
const standingSchema = z.object({
  name: z.string(),
  ...standingShape,
  before: z.nullable(z.object(standingShape)),
})

export type StandingRow = z.infer<typeof standingSchema>

/** The first rows of a list, and how many there are in all. */
const rankingSchema = z.object({ all: z.int(), rows: z.array(standingSchema) })

const countingSchema = z.object({
  /** The counting shown, and the rule's own. */
  chosen: z.enum(COUNTINGS),
  own: z.nullable(z.enum(COUNTINGS)),
  /** The rule the points are worked out under; null where the centre has none. */
  rule: z.nullable(z.object({ name: z.string(), year: z.int() })),
  rules: z.array(z.string()),
  totals: z.array(z.object({ counting: z.enum(COUNTINGS), uses: z.int(), points: z.int() })),
  /** Works carried, and those carried more than once. */
  works: z.int(),
  repeated: z.int(),
  /** Uses whose position multiplies their points. */
  placed: z.int(),
  /** Uses at levels to which the rule gives nothing. */
  unscored: z.int(),
  /** Works with most points. */
  best: z.array(z.object({ work: z.string(), points: z.int(), uses: z.array(scoredUseSchema) })),
})

export type CountingSection = z.infer<typeof countingSchema>
export type ScoredWorkRow = CountingSection['best'][number]

const submittedRowSchema = z.object({ name: z.string(), submitted: z.int(), adopted: z.int() })

const submissionsSchema = z.object({
  /** Both ledgers are whole for all days of the period so far. */
  isExact: z.boolean(),
  /** Days of the period that each ledger is not known to be whole for. */
  missing: z.object({ submissions: z.array(daysSchema), adoptions: z.array(daysSchema) }),
  /** The days the figures are of: the period, or its longest part where both are whole; else null. */
  span: z.nullable(periodSchema),
  /** The latest days outside the period for which both are whole; null where there are none. */
  elsewhere: z.nullable(periodSchema),
  submitted: z.int(),
  adopted: z.int(),
  /** Submissions whose title the same outlet is known to have carried. */
  matched: z.int(),
  /** Adoptions nobody submitted to that outlet. */
  unsubmitted: z.int(),
  results: z.array(z.object({ result: z.string(), count: z.int() })),
  byLevel: z.array(submittedRowSchema),
  byOutlet: z.array(submittedRowSchema),
  byAuthor: z.array(submittedRowSchema),
})

export type SubmissionsSection = z.infer<typeof submissionsSchema>

const laggedUseSchema = z.extend(useSchema, { lag: z.int() })

const lagSchema = z.object({
  all: z.int(),
  after: z.int(),
  before: z.int(),
  unmatched: z.int(),
  /** Whether the pieces ledger is whole over the days pieces are looked for. */
  isPiecesWhole: z.boolean(),
  median: z.nullable(z.number()),
  p90: z.nullable(z.number()),
  medianBin: z.nullable(z.string()),
  p90Bin: z.nullable(z.string()),
  bins: z.array(z.object({ key: z.string(), label: z.string(), value: z.int() })),
  /** The span whose uses are listed; null for the slowest ones. */
  chosen: z.nullable(z.string()),
  listed: z.object({ all: z.int(), rows: z.array(laggedUseSchema) }),
  early: z.object({ all: z.int(), rows: z.array(laggedUseSchema) }),
})

export type LagSection = z.infer<typeof lagSchema>

const duplicatesSchema = z.object({
  within: z.int(),
  all: z.int(),
  pairs: z.array(
    z.object({
      first: useSchema,
      second: useSchema,
      days: z.int(),
      isSameTitle: z.boolean(),
      isSameLink: z.boolean(),
    }),
  ),
})

export type DuplicatesSection = z.infer<typeof duplicatesSchema>

const evidenceSchema = z.object({
  byLevel: z.array(
    z.object({
      level: z.string(),
      uses: z.int(),
      evidenced: z.int(),
      linked: z.int(),
      filed: z.int(),
    }),
  ),
  lacking: z.array(useSchema),
})

export type EvidenceSection = z.infer<typeof evidenceSchema>

export const readAdoption = boardEndpoint(
  'adoption',
  {
    /** Whether the ledger answers for the period; what stands below is empty where it does not. */
    isKnown: z.boolean(),
    /** The same days last year, where the ledger knows them. */
    against: z.nullable(periodSchema),
    /** The centre's own words for levels, by level. */
    levelWords: z.record(z.string(), z.string()),
    /** Uses by how they came about; '' where nobody said. */
    kinds: z.array(z.object({ kind: z.string(), uses: z.int() })),
    own: z.object({ posts: z.int(), before: z.nullable(z.int()) }),
    pooled: z.int(),
    levels: z.array(levelRowSchema),
    outlets: z.object({ all: z.int(), rows: z.array(outletRowSchema) }),
    /** Uses month by month over the period's year and the year before; null where not known. */
    months: z.array(
      z.object({
        level: z.string(),
        values: z.array(z.nullable(z.int())),
        before: z.array(z.nullable(z.int())),
        partial: z.array(z.boolean()),
      }),
    ),
    counting: countingSchema,
    submissions: submissionsSchema,
    lag: lagSchema,
    duplicates: duplicatesSchema,
    evidence: evidenceSchema,
    people: rankingSchema,
    departments: rankingSchema,
  },
  {
    /** Which uses of a work count; without it what the rule says. */
    counting: z.optional(z.enum(COUNTINGS)),
    /** The name of a rule for points; without it the one of the period's year. */
    rule: z.optional(z.string()),
    /** The span of days from publishing whose uses are listed. */
    lag: z.optional(z.string()),
  },
)

export type AdoptionAnswer = z.infer<typeof readAdoption.output>
