import type { SafetySettings } from '#shared/settings/safety.ts'
import { isDay } from '#shared/time/day.ts'
import { weekHoursFrom, weekText } from './week-text.ts'

/** What the form holds of a channel's schedule, a check plan, thresholds and limits: words as typed. */
export interface SafetyForm {
  schedules: { channel: string; from: string; to: string; hours: string; breaks: string }[]
  plans: { category: string; place: string; times: string; from: string; to: string }[]
  grades: {
    tier: string
    channels: string
    considerable: string
    major: string
    extraordinary: string
  }[]
  limits: { channel: string; rate: string }[]
}

const typed = (value: number | null): string => (value === null ? '' : String(value))

/** Settings as their form shows them. */
export const safetyForm = (settings: SafetySettings): SafetyForm => ({
  schedules: settings.schedules.map(({ channel, from, to, hours, breaks }) => ({
    channel,
    from,
    to: to ?? '',
    hours: weekText(hours),
    breaks: weekText(breaks),
  })),
  plans: settings.checkPlans.map(({ category, place, timesPerMonth, from, to }) => ({
    category,
    place,
    times: String(timesPerMonth),
    from,
    to: to ?? '',
  })),
  grades: settings.gradeRules.map((rule) => ({
    tier: rule.tier,
    channels: rule.channels.join('、'),
    considerable: typed(rule.considerable),
    major: typed(rule.major),
    extraordinary: typed(rule.extraordinary),
  })),
  limits: settings.stopRateLimits.map(({ channel, perHundredHours }) => ({
    channel,
    rate: String(perHundredHours),
  })),
})

/** A form read back: the settings where nothing is wrong, else what is, a sentence each. */
export function safetyFrom(form: SafetyForm): { settings: SafetySettings; faults: string[] } {
  const faults: string[] = []
  const settings = {
    schedules: form.schedules.map((row, n) => scheduleFrom(row, `第 ${n + 1} 个排期`, faults)),
    checkPlans: form.plans.map((row, n) => planFrom(row, `第 ${n + 1} 个计划`, faults)),
    gradeRules: form.grades.map((row, n) => gradeFrom(row, `第 ${n + 1} 个阈值`, faults)),
    stopRateLimits: form.limits.map(({ channel, rate }, n) => {
      const perHundredHours = Number(rate)
      if (channel.trim() === '' || !/^\d+(\.\d+)?$/.test(rate.trim()) || perHundredHours === 0)
        faults.push(`第 ${n + 1} 个目标值：写明频道和大于 0 的停播率。`)
      return { channel: channel.trim(), perHundredHours }
    }),
  }
  return { settings, faults }
}

/** First and last day; an empty last day goes on. */
function daysFrom({ from, to }: { from: string; to: string }, name: string, faults: string[]) {
  const [first, last] = [from.trim(), to.trim()]
  const isSound = isDay(first) && (last === '' || (isDay(last) && first <= last))
  if (!isSound) faults.push(`${name}：起止日期写成 2024-01-01，止可以不填。`)
  return { from: first, to: last === '' ? null : last }
}

function scheduleFrom(row: SafetyForm['schedules'][number], name: string, faults: string[]) {
  const channel = row.channel.trim()
  const [hours, breaks] = [weekHoursFrom(row.hours), weekHoursFrom(row.breaks)]
  if (channel === '') faults.push(`${name}：写明频道。`)
  if (hours.hours.length === 0) faults.push(`${name}：至少写一行播出时段。`)
  for (const line of [...hours.wrong, ...breaks.wrong])
    faults.push(`${name}：“${line}”读不出来，写成 每天 06:00—23:00 或 周二 14:00—16:00。`)
  return { channel, ...daysFrom(row, name, faults), hours: hours.hours, breaks: breaks.hours }
}

function planFrom(row: SafetyForm['plans'][number], name: string, faults: string[]) {
  const [category, timesPerMonth] = [row.category.trim(), Number(row.times)]
  if (category === '') faults.push(`${name}：写明检查类别，与台账里的写法一样。`)
  if (!/^[1-9]\d?$/.test(row.times.trim())) faults.push(`${name}：每月次数是 1 到 99 的整数。`)
  return { category, place: row.place.trim(), timesPerMonth, ...daysFrom(row, name, faults) }
}

const GRADES = ['considerable', 'major', 'extraordinary'] as const

function gradeFrom(row: SafetyForm['grades'][number], name: string, faults: string[]) {
  const channels = row.channels.split(/[、，,\s]+/).filter((channel) => channel !== '')
  if (channels.length === 0) faults.push(`${name}：写明管哪些频道，用顿号隔开。`)
  const seconds = GRADES.map((grade) => row[grade].trim())
  const known = seconds.filter((text) => text !== '')
  if (known.some((text) => !/^[1-9]\d*$/.test(text)))
    faults.push(`${name}：阈值是大于 0 的整秒数，不设就留空。`)
  else if (known.some((text, n) => n > 0 && Number(text) <= Number(known[n - 1])))
    faults.push(`${name}：级别越高，秒数要越大。`)
  const [considerable = null, major = null, extraordinary = null] = seconds.map((text) =>
    text === '' ? null : Number(text),
  )
  return { tier: row.tier.trim(), channels, considerable, major, extraordinary }
}
