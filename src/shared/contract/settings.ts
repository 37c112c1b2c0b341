import * as z from 'zod/mini'
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
  timeProgress: z.enum(['months', 'wholePercent', 'days']),
  /** Due broadcast seconds a day, by channel; empty until set. */
  channels: z.array(z.object({ name: z.string(), dueSecondsPerDay: z.int() })),
})

export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  centre: '',
  prefecture: '',
  province: '',
  zone: 'Asia/Shanghai',
  stripe: [],
  timeProgress: 'months',
  channels: [],
}

export const readSettings = defineEndpoint({
  method: 'GET',
  path: '/settings',
  summary: 'The centre’s settings',
  output: settingsSchema,
})

export const saveSettings = defineEndpoint({
  method: 'PUT',
  path: '/settings',
  summary: 'Replace the centre’s settings',
  body: settingsSchema,
  output: settingsSchema,
})
