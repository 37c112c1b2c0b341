import * as z from 'zod/mini'
import { ACCOUNTS_SETTINGS, accountsSettingsSchema } from '../settings/accounts.ts'
import { ADOPTION_SETTINGS, adoptionSettingsSchema } from '../settings/adoption.ts'
import { PACE_RULES } from '../metrics/formulas.ts'
import { BACKUP_SETTINGS, backupSettingsSchema } from '../settings/backup.ts'
import { BUDGET_SETTINGS, budgetSettingsSchema } from '../settings/budget.ts'
import { CHECKS_SETTINGS, checksSettingsSchema } from '../settings/checks.ts'
import { CONTENT_SETTINGS, contentSettingsSchema } from '../settings/content.ts'
import { EVIDENCE_SETTINGS, evidenceSettingsSchema } from '../settings/evidence.ts'
import { POINT_RULES, pointRuleSchema } from '../settings/points.ts'
import { REPORTS_SETTINGS, reportsSettingsSchema } from '../settings/reports.ts'
import { REVIEW_SETTINGS, reviewSettingsSchema } from '../settings/review.ts'
import { SAFETY_SETTINGS, safetySettingsSchema } from '../settings/safety.ts'
import { SENTIMENT_SETTINGS, sentimentSettingsSchema } from '../settings/sentiment.ts'
import { WALL_SETTINGS, wallSettingsSchema } from '../settings/wall.ts'
import { DEFAULT_ZONE } from '../settings/zone.ts'
import { defineEndpoint } from './define.ts'

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** What a centre sets for itself. */
export const settingsSchema = z.object({
  centre: z.string(),
  prefecture: z.string(),
  province: z.string(),
  /** IANA zone in which the centre's days are counted. */
  zone: z.string().check(z.refine(isZone, { error: '没有这个时区' })),
  /** The centre's own mark: three colours, or none. */
  stripe: z.array(z.string()),
  /** How the months passed are counted into 序时进度. */
  timeProgress: z.enum(PACE_RULES),
  /** Due broadcast seconds a day, by channel; empty until set. */
  channels: z.array(z.object({ name: z.string(), dueSecondsPerDay: z.int() })),
  pointRules: z.array(pointRuleSchema),
  content: contentSettingsSchema,
  adoption: adoptionSettingsSchema,
  sentiment: sentimentSettingsSchema,
  safety: safetySettingsSchema,
  budget: budgetSettingsSchema,
  checks: checksSettingsSchema,
  evidence: evidenceSettingsSchema,
  review: reviewSettingsSchema,
  wall: wallSettingsSchema,
  backup: backupSettingsSchema,
  reports: reportsSettingsSchema,
  accounts: accountsSettingsSchema,
})

export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  centre: '',
  prefecture: '',
  province: '',
  zone: DEFAULT_ZONE,
  stripe: [],
  timeProgress: 'months',
  channels: [],
  pointRules: [...POINT_RULES],
  content: CONTENT_SETTINGS,
  adoption: ADOPTION_SETTINGS,
  sentiment: SENTIMENT_SETTINGS,
  safety: SAFETY_SETTINGS,
  budget: BUDGET_SETTINGS,
  checks: CHECKS_SETTINGS,
  evidence: EVIDENCE_SETTINGS,
  review: REVIEW_SETTINGS,
  wall: WALL_SETTINGS,
  backup: BACKUP_SETTINGS,
  reports: REPORTS_SETTINGS,
  accounts: ACCOUNTS_SETTINGS,
}

/** Saved settings as they are now read: what an older desk did not know stands at its default. */
export function settingsFrom(saved: unknown): Settings {
  const known = looseRecord.parse(saved)
  const merged = Object.entries(DEFAULT_SETTINGS).map(([name, otherwise]) => {
    const value = known[name] ?? otherwise
    const isArea = looseRecord.safeParse(otherwise).success && !Array.isArray(otherwise)
    return [name, isArea ? { ...looseRecord.parse(otherwise), ...looseRecord.parse(value) } : value]
  })
  return settingsSchema.parse(Object.fromEntries(merged))
}

const looseRecord = z.record(z.string(), z.unknown())

export const readSettings = defineEndpoint({
  method: 'GET',
  path: '/settings',
  summary: 'The centre’s settings',
  right: 'signedIn',
  output: settingsSchema,
})

/** Longer ones are no names, and would stand on every page and file. */
const place = z.string().check(z.maxLength(60))

export const saveSettings = defineEndpoint({
  method: 'PATCH',
  path: '/settings',
  summary: 'Keep those parts of the settings that are given; the others stay as they are',
  right: 'settings',
  // Who may loosen the rules of signing in could loosen this one first.
  proof: { part: 'accounts' },
  journal: 'setting',
  body: z.partial(z.extend(settingsSchema, { centre: place, prefecture: place, province: place })),
  output: settingsSchema,
})
