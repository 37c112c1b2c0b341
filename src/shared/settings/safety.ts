import * as z from 'zod/mini'

/** What a centre sets for itself on safety. */
export const safetySettingsSchema = z.object({})

export const SAFETY_SETTINGS: z.infer<typeof safetySettingsSchema> = {}
