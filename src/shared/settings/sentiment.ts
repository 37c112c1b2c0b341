import * as z from 'zod/mini'

/** What a centre sets for itself on sentiment. */
export const sentimentSettingsSchema = z.object({})

export const SENTIMENT_SETTINGS: z.infer<typeof sentimentSettingsSchema> = {}
