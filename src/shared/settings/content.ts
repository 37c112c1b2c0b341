import * as z from 'zod/mini'

/** What a centre sets for itself on 内容生产. */
export const contentSettingsSchema = z
  .object({
    /** Days since the last post from which an account is watched, and from which it is warned. */
    silentNoticeDays: z.int(),
    silentWarnDays: z.int(),
    /** Days without a post after which an account counts as silent. */
    silentAfterDays: z.int(),
  })
  .check(z.refine(areInOrder, { error: '提醒不晚于预警，预警不晚于停更，都在 1 到 365 天之间' }))

/** Whether the limits are days of a year, each no earlier than the one before. */
export function areInOrder(limits: {
  silentNoticeDays: number
  silentWarnDays: number
  silentAfterDays: number
}): boolean {
  const { silentNoticeDays: notice, silentWarnDays: warn, silentAfterDays: silent } = limits
  return notice >= 1 && notice <= warn && warn <= silent && silent <= 365
}

export type ContentSettings = z.infer<typeof contentSettingsSchema>

/** The national limit of 14 days, with lights at 7 and 10. Source: 国办秘函〔2019〕19号. */
export const CONTENT_SETTINGS: ContentSettings = {
  silentNoticeDays: 7,
  silentWarnDays: 10,
  silentAfterDays: 14,
}
