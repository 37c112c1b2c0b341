import * as z from 'zod/mini'

/** What a centre sets for itself on budget. */
export const budgetSettingsSchema = z.object({})

export const BUDGET_SETTINGS: z.infer<typeof budgetSettingsSchema> = {}
