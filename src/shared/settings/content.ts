import * as z from 'zod/mini'

/** What a centre sets for itself on 内容生产. */
export const contentSettingsSchema = z.object({
  /** Days since the last post from which an account is watched, and from which it is warned. */
  silentNoticeDays: z.int(),
  silentWarnDays: z.int(),
  /** Days without a post after which an account counts as silent. */
  silentAfterDays: z.int(),
})

export type ContentSettings = z.infer<typeof contentSettingsSchema>

/** The national limit of 14 days, with lights at 7 and 10. Source: domain.md §1.2. */
export const CONTENT_SETTINGS: ContentSettings = {
  silentNoticeDays: 7,
  silentWarnDays: 10,
  silentAfterDays: 14,
}
