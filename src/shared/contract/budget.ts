import * as z from 'zod/mini'
import { AUDIT_IDS } from '../metrics/budget/audit.ts'
import { LIGHTS } from '../metrics/budget/execution.ts'
import { PACE_RULES } from '../metrics/formulas.ts'
import { NO_FORECAST } from '../metrics/budget/year-end.ts'
import { boardEndpoint } from './boards.ts'
import { evaluationSchema } from './evaluation.ts'

const amount = z.nullable(z.int())
const share = z.nullable(z.number())
const maybe = z.nullable(z.string())

/** What a project's self-evaluation form says beside its amounts; '' and null where nobody wrote it. */
const formSchema = z.object({
  /** The record of 预算项目 its texts are cells of; null where payments alone name the project. */
  record: maybe,
  code: z.string(),
  category: z.string(),
  fiscal: amount,
  otherFunds: amount,
  approvedOn: z.string(),
  adjustReason: z.string(),
  goal: z.string(),
  goalDone: z.string(),
  conclusion: z.string(),
  problems: z.string(),
  improvements: z.string(),
})

export type ProjectForm = z.infer<typeof formSchema>

const forecastSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('foreseen'), amount: z.int() }),
  z.object({ state: z.literal('refused'), why: z.enum(NO_FORECAST) }),
])

/** One project of the year; amounts in whole 分, null where they are not registered. */
const budgetLineSchema = z.object({
  project: z.string(),
  /** Records of 预算项目 it is made of; empty where payments name a project that has none. */
  records: z.array(z.string()),
  initial: amount,
  /** Null where nothing was adjusted. */
  adjusted: amount,
  budget: amount,
  inPlace: amount,
  carriedOver: amount,
  /** Budget and carried over. */
  available: amount,
  paidOfYear: amount,
  paidCarried: amount,
  /** Budget and carried over less all that was paid. */
  left: amount,
  ofYear: share,
  carried: share,
  withCarried: share,
  /** 执行率 − 序时进度 in 百分点. */
  points: z.nullable(z.number()),
  light: z.enum(LIGHTS),
  /** Asked for once the year is over and less than the set share was paid. */
  reason: z.enum(['notAsked', 'given', 'missing']),
  reasonText: z.string(),
  byMonths: forecastSchema,
  byLastYear: forecastSchema,
  /** Absent in 定稿 made before it was kept. */
  form: z.optional(formSchema),
})

const executionSchema = z.object({
  /** 序时进度 at the period's end, a share of one; null before the year has begun. */
  pace: share,
  paceRule: z.enum(PACE_RULES),
  lines: z.array(budgetLineSchema),
  total: budgetLineSchema,
  /** Whole months that forecasts stand on. */
  months: z.int(),
})

/** One payment as a list shows it. */
const paymentSchema = z.object({
  id: z.string(),
  paidOn: z.string(),
  project: z.string(),
  amount: z.int(),
  voucher: z.string(),
  payee: z.string(),
  summary: z.string(),
  pot: z.string(),
})

/** One automatic check. `count` records found of those looked at; the first few are listed. */
const auditSchema = z.array(
  z.object({
    id: z.enum(AUDIT_IDS),
    state: z.enum(['checked', 'unable']),
    /** Why it cannot be made; '' where it is. */
    why: z.string(),
    count: z.int(),
    of: z.int(),
    /** Of all records found, in 分; null where they are not about money. */
    amount,
    records: z.array(
      z.object({
        ledger: z.enum(['payments', 'budgetLines', 'indicators', 'statedFigures']),
        id: z.string(),
        label: z.string(),
        amount,
      }),
    ),
  }),
)

export const readBudget = boardEndpoint(
  'budget',
  {
    execution: executionSchema,
    /** The period's payments, latest first; `total` of them, the first few listed. */
    payments: z.object({ total: z.int(), rows: z.array(paymentSchema) }),
    evaluation: evaluationSchema,
    audit: auditSchema,
  },
  {},
)

export type BudgetAnswer = z.infer<typeof readBudget.output>
export type BudgetLine = z.infer<typeof budgetLineSchema>
export type Execution = z.infer<typeof executionSchema>
export type Payment = z.infer<typeof paymentSchema>
export type Audit = z.infer<typeof auditSchema>
