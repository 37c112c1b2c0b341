import * as z from 'zod/mini'

/** Files that can be written on a day set, each as it is handed out on its page. */
export const SCHEDULED_IDS = ['monthly', 'brief', 'slides', 'figures'] as const
export type ScheduledId = (typeof SCHEDULED_IDS)[number]

export const SCHEDULED: Readonly<Record<ScheduledId, { readonly label: string }>> = {
  monthly: { label: '工作报告（Word）' },
  brief: { label: '舆情简报（Word）' },
  slides: { label: '编委会演示（PPT）' },
  figures: { label: '各页数字（Excel）' },
}

/** What a centre sets for itself on reports that are written without anybody asking. */
export const reportsSettingsSchema = z.object({
  isOn: z.boolean(),
  /** Day of the month after; a shorter month's last day stands for it. */
  day: z.int().check(z.gte(1), z.lte(31)),
  hour: z.int().check(z.gte(0), z.lte(23)),
  files: z.array(z.enum(SCHEDULED_IDS)),
  /** The first month that is written, `YYYY-MM`: the last one over when it was turned on. */
  since: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}$/))),
})

export type ReportsSettings = z.infer<typeof reportsSettingsSchema>

export const REPORTS_SETTINGS: ReportsSettings = {
  isOn: false,
  day: 3,
  hour: 8,
  files: ['monthly'],
  since: null,
}
