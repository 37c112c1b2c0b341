import * as z from 'zod/mini'

/** What a centre sets for itself on adoption. */
export const adoptionSettingsSchema = z.object({})

export const ADOPTION_SETTINGS: z.infer<typeof adoptionSettingsSchema> = {}
