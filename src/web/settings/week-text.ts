import type { SafetySettings } from '#shared/settings/safety.ts'

type WeekHours = SafetySettings['schedules'][number]['hours'][number]

const NAMES = ['一', '二', '三', '四', '五', '六', '日'] as const
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  每天: [1, 2, 3, 4, 5, 6, 7],
  每日: [1, 2, 3, 4, 5, 6, 7],
  工作日: [1, 2, 3, 4, 5],
  周末: [6, 7],
}

/** Hours as people write them, a line each: `每天 05:50—05:30`, `周二、周四 14:00—16:00`. */
export const weekText = (hours: readonly WeekHours[]): string =>
  hours.map(({ weekdays, start, end }) => `${daysText(weekdays)} ${start}—${end}`).join('\n')

function daysText(weekdays: readonly number[]): string {
  const own = [...new Set(weekdays)].sort((a, b) => a - b)
  if (own.length === 7) return '每天'
  if (own.join() === '1,2,3,4,5') return '工作日'
  return own.map((day) => `周${NAMES[day - 1] ?? ''}`).join('、')
}

/**
 * Lines of `weekText` read back; a missing weekday is every day, an end at or before its start lies
 * on the day after. `wrong` holds the lines that could not be read.
 */
export function weekHoursFrom(text: string): { hours: WeekHours[]; wrong: string[] } {
  const lines = text
    .split(/[\n;；]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => ({ line, hours: lineFrom(line) }))
  return {
    hours: read.flatMap(({ hours }) => hours ?? []),
    wrong: read.flatMap(({ line, hours }) => (hours === null ? [line] : [])),
  }
}

const LINE =
  /^(\D*?)\s*(\d{1,2})[:：](\d{2})\s*(?:[-—–~～至到]+)\s*(次日)?\s*(\d{1,2})[:：](\d{2})$/

function lineFrom(line: string): WeekHours | null {
  const [, days = '', startHour = '', startMinute = '', , endHour = '', endMinute = ''] =
    LINE.exec(line) ?? []
  const weekdays = weekdaysFrom(days)
  const [start, end] = [clock(startHour, startMinute), clock(endHour, endMinute)]
  return weekdays && start && end && start !== '24:00' ? { weekdays, start, end } : null
}

function weekdaysFrom(text: string): number[] | null {
  const words = text.replace(/[\s:：]/g, '')
  if (words === '') return [...(GROUPS.每天 ?? [])]
  const group = GROUPS[words]
  if (group) return [...group]
  const span = /^(?:周|星期)([一二三四五六日天])[至到-](?:周|星期)?([一二三四五六日天])$/.exec(
    words,
  )
  if (span) return daysBetween(dayOf(span[1] ?? ''), dayOf(span[2] ?? ''))
  const named = words.replace(/周|星期|[、，,和]/g, '')
  if (named === '' || !/^[一二三四五六日天]+$/.test(named)) return null
  return [...new Set([...named].map(dayOf))].sort((a, b) => a - b)
}

const dayOf = (name: string): number => (name === '天' ? 7 : 1 + NAMES.findIndex((n) => n === name))

const daysBetween = (first: number, last: number): number[] | null =>
  first <= last ? Array.from({ length: last - first + 1 }, (_, n) => first + n) : null

function clock(hour: string, minute: string): string | null {
  const text = `${hour.padStart(2, '0')}:${minute}`
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text) ? text : null
}
