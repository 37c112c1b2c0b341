import * as z from 'zod/mini'

/** What a centre sets for itself on 内容生产. */
export const contentSettingsSchema = z.object({
  /** Days without a post after which an account counts as silent. */
  silentAfterDays: z.int(),
})

export const CONTENT_SETTINGS: z.infer<typeof contentSettingsSchema> = { silentAfterDays: 14 }
