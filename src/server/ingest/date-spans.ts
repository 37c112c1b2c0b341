import { isDay, type Day } from '#shared/time/day.ts'

/** Days a cell names instead of one, first and last. */
export interface NamedDays {
  readonly from: Day
  readonly to: Day
}

const TO = '(?:至|到|[-—–~]+|[、和及])'
const LISTED = /[、和及]/
const DAY = String.raw`(\d{1,2})[日号]?`
const DATE = String.raw`(?:(\d{4})(年|[-./]))?(\d{1,2})(月|[-./])${DAY}`
const SPAN = new RegExp(String.raw`^${DATE}${TO}(?:(?:(\d{4})[年\-./])?(\d{1,2})[月\-./])?${DAY}$`)
const OF_MONTH = new RegExp(String.raw`^${DAY}${TO}(\d{1,2})[日号]$`)

/**
 * The days 1月24日-25日 or 2024.1.24-2.3 names; `several` for days that are no span, as 1月3日、8日; null for
 * no such text. `year` and `month` (`YYYY-MM`) are those around it: from December to January is the next year.
 */
export function namedDays(
  text: string,
  { year, month }: { readonly year: number | null; readonly month: string | null },
): NamedDays | 'impossible' | 'noYear' | 'several' | null {
  const plain = text.replace(/\s+/g, '')
  const [, own, , first, sign, day, other, last, end] = SPAN.exec(plain) ?? []
  const [, one, two] = OF_MONTH.exec(plain) ?? []
  if ((first ?? one) !== undefined && LISTED.test(plain)) return 'several'
  if (one !== undefined && two !== undefined && month !== null)
    return daysOf([month, one], [month, two])
  // 2024-1-24-25 is four numbers of one sign: which are a date is not told.
  if (first === undefined || (sign === '-' && !/[至到~—–]/.test(plain))) return null
  const from = own === undefined ? year : Number(own)
  if (from === null) return 'noYear'
  const late = last ?? first
  const next = Number(late) < Number(first) ? from + 1 : from
  const to = other === undefined ? next : Number(other)
  return daysOf([monthOf(from, first), day], [monthOf(to, late), end])
}

const monthOf = (year: number, month: string): string => `${year}-${month.padStart(2, '0')}`

type Written = readonly [month: string, day: string | undefined]

function daysOf([month, day = '']: Written, [last, end = '']: Written): NamedDays | 'impossible' {
  const from = `${month}-${day.padStart(2, '0')}`
  const to = `${last}-${end.padStart(2, '0')}`
  return isDay(from) && isDay(to) && from < to ? { from, to } : 'impossible'
}

/** 6月底 or 6月上旬 as its month; null for a text that says no part of a month. */
export function partOfMonth(text: string): string | null {
  return /^((?:\d{4}年)?\d{1,2}月)份?(?:底|末|初|中|[上中下]旬)$/.exec(text)?.[1] ?? null
}
