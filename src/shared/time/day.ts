/** A calendar day as `YYYY-MM-DD`; days compare as text. */
export type Day = string
/** A calendar month as `YYYY-MM`; months compare as text. */
export type Month = string

/** Before anything a desk holds: "since the ledger began". */
export const EARLIEST: Day = '1900-01-01'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const START_OF_1992 = Date.UTC(1992, 0, 1)

/** Whether the text is a day that exists, from year 100 on. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  return dayAt(midnight(text)) === text
}

/** Whether the text is a month that exists, from year 100 on. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)
}

/** The day `n` days later; earlier when `n` is negative. */
export function addDays(day: Day, n: number): Day {
  return dayAt(midnight(day) + n * DAY_MS)
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return (midnight(b) - midnight(a)) / DAY_MS
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

/** The 1st of a month. */
export function firstDay(month: Month): Day {
  return `${month}-01`
}

/** The last day of a month. */
export function lastDay(month: Month): Day {
  return `${month}-${daysInMonth(month)}`
}

/** 28 to 31. */
export function daysInMonth(month: Month): number {
  const year = Number(month.slice(0, 4))
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return (
    [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month.slice(5, 7)) - 1] ??
    31
  )
}

/** A month of a year, 1 to 12. */
export const monthIn = (year: number, month: number): Month =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`

/** The month `n` months later; earlier when `n` is negative. */
export function addMonths(month: Month, n: number): Month {
  const number = monthNumber(month) + n - 1
  const year = Math.floor(number / 12)
  return monthIn(year, number - year * 12 + 1)
}

/** 1 for Monday to 7 for Sunday. */
export function isoWeekday(day: Day): number {
  return new Date(midnight(day)).getUTCDay() || 7
}

/** Every day of a span, both ends included; none when `to` is before `from`. */
export function eachDay(from: Day, to: Day): Day[] {
  const length = Math.max(0, daysBetween(from, to) + 1)
  return Array.from({ length }, (_, n) => addDays(from, n))
}

/** Every month of a span, both ends included; none when `to` is before `from`. */
export function eachMonth(from: Month, to: Month): Month[] {
  const length = Math.max(0, monthNumber(to) - monthNumber(from) + 1)
  return Array.from({ length }, (_, n) => addMonths(from, n))
}

/** The day on the calendars of an IANA zone at an instant. Throws RangeError on an unknown zone. */
export function dayInZone(instantMs: number, zone: string): Day {
  return dateTimeInZone(instantMs, zone).slice(0, 10)
}

/** `YYYY-MM-DDTHH:mm` on the clocks of an IANA zone. Throws RangeError on an unknown zone. */
export function dateTimeInZone(instantMs: number, zone: string): string {
  // Without daylight saving since 1992; setting Intl up costs a slow machine 100 ms.
  if (zone === 'Asia/Shanghai' && instantMs >= START_OF_1992) {
    return new Date(instantMs + 8 * HOUR_MS).toISOString().slice(0, 16)
  }
  const parts = new Map(
    formatIn(zone)
      .formatToParts(instantMs)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** The instant in ms at which a day begins on the clocks of an IANA zone. Throws RangeError on an unknown zone. */
export function startOfDay(day: Day, zone: string): number {
  const utc = midnight(day)
  return utc - (Date.parse(`${dateTimeInZone(utc, zone)}Z`) - utc)
}

const formats = new Map<string, Intl.DateTimeFormat>()

// Building a formatter costs far more than using it.
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, format)
  return format
}

const midnight = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))

const monthNumber = (month: Month): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))

const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)
