import * as z from 'zod/mini'
import { isDay } from '../time/day.ts'

const time = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: '时刻写成 06:00' }))
const day = z.string().check(z.refine(isDay, { error: '日期写成 2024-01-01' }))

/** Clock times on some weekdays, 1 for Monday; an end at or before the start lies on the day after. */
const weekHours = z.object({
  weekdays: z.array(z.int().check(z.gte(1), z.lte(7))),
  start: time,
  end: time,
})

/** A channel's due hours over some days; without `to` they go on. */
const scheduleSchema = z.object({
  channel: z.string(),
  from: day,
  to: z.nullable(day),
  hours: z.array(weekHours),
  /** Regular maintenance, not due. */
  breaks: z.array(weekHours),
})

/** From how many seconds of stoppage a grade is suggested; null where the centre set none. */
const seconds = z.nullable(z.int().check(z.gte(1)))

const gradeRuleSchema = z.object({
  /** 保障等级, as the centre calls it: 三级. */
  tier: z.string(),
  channels: z.array(z.string()),
  considerable: seconds,
  major: seconds,
  extraordinary: seconds,
})

/** Checks that are to be done each month; an empty place is any place. */
const checkPlanSchema = z.object({
  category: z.string().check(z.minLength(1, { error: '写明检查类别' })),
  place: z.string(),
  timesPerMonth: z.int().check(z.gte(1, { error: '每月至少 1 次' }), z.lte(99)),
  from: day,
  to: z.nullable(day),
})

/** What a channel is held to; its tier's value is not public, so none until set. */
const stopRateLimitSchema = z.object({
  channel: z.string(),
  /** 停播率 in 秒/百小时 that is not to be passed; 36 is an availability of 99.99 %. */
  perHundredHours: z.number().check(z.gt(0, { error: '停播率目标要大于 0' })),
})

/** What a centre sets for itself on 安全播出. */
export const safetySettingsSchema = z.object({
  schedules: z.array(scheduleSchema),
  /** Empty by default: the thresholds are in an annex that is not public. */
  gradeRules: z.array(gradeRuleSchema),
  checkPlans: z.array(checkPlanSchema),
  stopRateLimits: z.array(stopRateLimitSchema),
})

export type SafetySettings = z.infer<typeof safetySettingsSchema>
export type GradeRule = z.infer<typeof gradeRuleSchema>

export const SAFETY_SETTINGS: SafetySettings = {
  schedules: [],
  gradeRules: [],
  checkPlans: [],
  stopRateLimits: [],
}
