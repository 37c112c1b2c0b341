import * as z from 'zod/mini'

const seconds = z.nullable(z.int().check(z.nonnegative()))
const days = z.int().check(z.nonnegative())

/** How long an alert of a level may take; null where nothing is asked. */
const alertLimitSchema = z.object({
  /** Code of the level. */
  level: z.string(),
  /** From finding to the first action. */
  firstSeconds: seconds,
  /** From finding to close, by the clock. */
  closeSeconds: seconds,
  /** To the end of that working day after the day of finding; holds instead of `closeSeconds`. */
  closeWorkingDays: z.nullable(days),
})

/** What a centre sets for itself on sentiment. */
export const sentimentSettingsSchema = z.object({
  alertLimits: z.array(alertLimitSchema),
  /** Working days from receipt to answer, by the category's word. */
  petitionLimits: z.array(z.object({ category: z.string(), workingDays: days })),
  /** The centre's own steps and their names: a metric's id, or a code of 处置方式. */
  funnel: z.array(z.object({ of: z.string(), name: z.string() })),
  /** Times a matter comes back within the period before it is listed. */
  repeatFrom: z.int().check(z.minimum(2)),
})

export type SentimentSettings = z.infer<typeof sentimentSettingsSchema>
export type AlertLimit = z.infer<typeof alertLimitSchema>

const HOUR = 3600

/** Limits after 国办's of 2016 (5 h, 24 h, 48 h): Ⅰ 1/5 h, Ⅱ 2/24 h, Ⅲ 24/48 h, Ⅳ 3 working days. */
export const SENTIMENT_SETTINGS: SentimentSettings = {
  alertLimits: [
    { level: 'red', firstSeconds: HOUR, closeSeconds: 5 * HOUR, closeWorkingDays: null },
    { level: 'orange', firstSeconds: 2 * HOUR, closeSeconds: 24 * HOUR, closeWorkingDays: null },
    { level: 'yellow', firstSeconds: 24 * HOUR, closeSeconds: 48 * HOUR, closeWorkingDays: null },
    { level: 'blue', firstSeconds: null, closeSeconds: null, closeWorkingDays: 3 },
  ],
  petitionLimits: [
    { category: '咨询', workingDays: 3 },
    { category: '求助', workingDays: 7 },
    { category: '建议', workingDays: 7 },
    { category: '投诉', workingDays: 15 },
    { category: '举报', workingDays: 15 },
    { category: '投诉举报', workingDays: 15 },
  ],
  funnel: [
    { of: 'monitored', name: '监测' },
    { of: 'alerted', name: '预警' },
    { of: 'forwarded', name: '转发' },
    { of: 'pushed', name: '推送' },
  ],
  repeatFrom: 3,
}
