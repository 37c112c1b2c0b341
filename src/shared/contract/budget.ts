import type * as z from 'zod/mini'
import { boardEndpoint } from './boards.ts'

export const readBudget = boardEndpoint('budget', {}, {})

export type BudgetAnswer = z.infer<typeof readBudget.output>
