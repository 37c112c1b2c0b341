import * as z from 'zod/mini'
import { PRESET_IDS } from './weights.ts'

/** What a centre sets for itself on budget. */
export const budgetSettingsSchema = z.object({
  /** 差值 from which a line is on pace, and below which it is far behind, in 百分点. */
  paceFrom: z.number(),
  farBelow: z.number(),
  /** Whole percent of a line or an indicator below which a reason is demanded. */
  reasonBelow: z.int().check(z.gte(0), z.lte(100)),
  /** Whole percent over its target from which an indicator has to be explained. */
  reasonAbove: z.int().check(z.gte(0)),
  /** The purchase limit in 分 that payments may not be split to stay under; null until set. */
  splitLimit: z.nullable(z.int().check(z.gt(0))),
  /** Days within which payments to one payee are looked at together. */
  splitDays: z.int().check(z.gte(1)),
  /** Payments of December that are whole multiples of it, in 分, are called round. */
  roundTo: z.int().check(z.gt(0)),
  /** Which weights a self-evaluation has to add up to. */
  departmentWeights: z.enum(PRESET_IDS),
  projectWeights: z.enum(PRESET_IDS),
})

export type BudgetSettings = z.infer<typeof budgetSettingsSchema>

/** Reasons below 90 % are Sichuan's form's; the lights are the desk's own. */
export const BUDGET_SETTINGS: BudgetSettings = {
  paceFrom: 0,
  farBelow: -5,
  reasonBelow: 90,
  reasonAbove: 30,
  splitLimit: null,
  splitDays: 30,
  roundTo: 1_000_000,
  departmentWeights: 'sichuan',
  projectWeights: 'national',
}
