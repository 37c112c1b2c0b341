import { chineseNumber } from '#shared/chinese-numbers.ts'
import type { DiagnosticCode } from '#shared/diagnostics.ts'
import { addDays, dateTimeInZone, isDay, monthOf } from '#shared/time/day.ts'
import { plainText, type NumberCell, type RawCell } from './cells.ts'
import { namedDays, partOfMonth } from './date-spans.ts'
import { withPartOfDay } from './day-parts.ts'
import { monthNumber } from './heading.ts'
import { kept, refused, type CellContext, type Reading } from './reading.ts'

/**
 * `YYYY-MM-DD`, whatever the spelling; a time beside it is left off. Days of one month are the first of
 * them and marked so, except where `isEachDay` and a row is what one day comes to.
 */
export function readDay(cell: RawCell, context: CellContext, isEachDay = false): Reading {
  const moment = momentOf(cell, context)
  if ('code' in moment) return refused(moment.code)
  if (moment.day === null) return refused('IMPORT_DATE_NO_DAY')
  const value = `${moment.month}-${moment.day}`
  if (moment.manner !== 'days') return kept(value)
  return isEachDay ? refused('IMPORT_DATE_SEVERAL') : { ok: true, value, inexact: 'days' }
}

/** `YYYY-MM-DD`, or `YYYY-MM` where only the month is written, a part of it or several of its days. */
export function readDayOrMonth(cell: RawCell, context: CellContext): Reading {
  const moment = momentOf(cell, context)
  if ('code' in moment) return refused(moment.code)
  const { month, day, manner } = moment
  if (manner) return { ok: true, value: month, inexact: 'month' }
  return kept(day === null ? month : `${month}-${day}`)
}

/** `YYYY-MM-DDTHH:mm`; seconds are cut. A day without a time is refused: midnight would be a guess. */
export function readDateTime(cell: RawCell, context: CellContext): Reading {
  const moment = momentOf(cell, context)
  if ('code' in moment) return refused(moment.code)
  if (moment.manner === 'days') return refused('IMPORT_DATE_SEVERAL')
  if (moment.day === null) return refused('IMPORT_DATE_NO_DAY')
  if (moment.time === null) return refused('IMPORT_TIME_MISSING')
  return kept(`${moment.month}-${moment.day}T${moment.time}`)
}

/** `YYYY` from 2024, 2024年 or 2024年度. */
export function readYear(cell: RawCell): Reading {
  const text = plainText(typeof cell === 'string' ? cell : String(cell?.number ?? ''))
  const year = /^((?:19|20)\d{2})\s*(?:年度?)?$/.exec(text)?.[1]
  return year === undefined ? refused('IMPORT_DATE_UNREADABLE') : kept(year)
}

/** `month` is `YYYY-MM`, `day` `DD`, `time` `HH:mm`; of several days the first, of a part of a month none. */
type Moment =
  | {
      readonly month: string
      readonly day: string | null
      readonly time: string | null
      readonly manner?: 'days' | 'part'
    }
  | { readonly code: Extract<DiagnosticCode, `IMPORT_DATE_${string}`> }

const UNREADABLE = { code: 'IMPORT_DATE_UNREADABLE' } as const

function momentOf(cell: RawCell, context: CellContext): Moment {
  if (cell === null) return UNREADABLE
  return typeof cell === 'string' ? textMoment(cell, context) : numberMoment(cell, context)
}

// 1990 to 2099: a plain number outside is rather a count than a date.
const FIRST_SERIAL = 32_874
const LAST_SERIAL = 73_050

function numberMoment({ number, format }: NumberCell, context: CellContext): Moment {
  if (format === 'time' || format === 'percent') return UNREADABLE
  const serial = number + context.serialShift
  if (
    format === 'plain' &&
    Number.isInteger(number) &&
    /^(19|20)\d{4}(\d{2})?$/.test(String(number))
  ) {
    return textMoment(String(number), context)
  }
  const isSerial = serial >= FIRST_SERIAL && serial <= LAST_SERIAL
  if (!isSerial && format === 'plain')
    return dayMoment(String(number), context.month ?? null) ?? UNREADABLE
  if (!isSerial) return UNREADABLE
  return serialMoment(serial, format === 'dateTime' || !Number.isInteger(number))
}

function serialMoment(serial: number, hasTime: boolean): Moment {
  const seconds = Math.round(serial * 86_400)
  const day = addDays('1899-12-30', Math.floor(seconds / 86_400))
  const minutes = Math.floor((seconds % 86_400) / 60)
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return { month: day.slice(0, 7), day: day.slice(8), time: hasTime ? time : null }
}

const TIME = String.raw`(?:(\d{1,2}):(\d{1,2})(?::\d{1,2}(?:\.\d+)?)?|(\d{1,2})[时点](?:(\d{1,2})分(?:\d{1,2}秒)?)?)`
const YEAR_MONTH_DAY = new RegExp(
  String.raw`^(\d{4})(?:年(\d{1,2})月(\d{1,2})[日号]? ?|([-./、])(\d{1,2})\4(\d{1,2})[日号]?(?: |$))(?:${TIME})?$`,
)
const SHORT_YEAR = new RegExp(
  String.raw`^(\d{2})(?:年(\d{1,2})月(\d{1,2})[日号]? ?|([-./])(\d{1,2})\4(\d{1,2})(?: |$))(?:${TIME})?$`,
)
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})(?: ${TIME})?$`)
const MONTH_DAY = new RegExp(
  String.raw`^(?:(\d{1,2})月(\d{1,2})[日号]? ?|(\d{1,2})[-./](\d{1,2})[日号]?(?: |$))(?:${TIME})?$`,
)
const YEAR_MONTH = /^(\d{4})(?:年(\d{1,2})月份?|[-./](\d{1,2})|(\d{2}))$/
const MONTH = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/
const WEEKDAY = / ?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/g

function textMoment(written: string, context: CellContext): Moment {
  const text = withPartOfDay(
    inDigits(plainText(written)).replace(/^'/, '').replace(WEEKDAY, ' ').replace(/\s+/g, ' '),
  )
    .replace(/ ?([年月日号时点分秒:]) ?/g, '$1')
    .replace(/([日号])(?=\d)/, '$1 ')
    .replace(/^(\d{4}-\d{2}-\d{2})T(?=\d{2}:\d{2}(:\d{2}(\.\d+)?)?$)/, '$1 ')
    .trim()
  if (INSTANT.test(text)) return instantMoment(text, context.zone)
  if (/^\d{5}(\.\d+)?$/.test(text))
    return numberMoment({ number: Number(text), format: 'plain', shown: text }, context)
  return (
    fullMoment(text) ??
    shortYearMoment(text, context.year) ??
    dayMoment(text, context.month ?? null) ??
    partMoment(text, context.year) ??
    daysMoment(text, context) ??
    UNREADABLE
  )
}

/** 1月24日-25日: of days in several months none is meant before the others. */
function daysMoment(text: string, { year, month = null }: CellContext): Moment | null {
  const days = namedDays(text, { year, month })
  if (days === 'impossible') return { code: 'IMPORT_DATE_IMPOSSIBLE' }
  if (days === 'noYear') return { code: 'IMPORT_DATE_NO_YEAR' }
  if (days === 'several') return { code: 'IMPORT_DATE_SEVERAL' }
  if (!days) return null
  const { from, to } = days
  if (monthOf(from) !== monthOf(to)) return { code: 'IMPORT_DATE_SEVERAL' }
  return { month: monthOf(from), day: from.slice(8), time: null, manner: 'days' }
}

function instantMoment(text: string, zone: string): Moment {
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) return { code: 'IMPORT_DATE_IMPOSSIBLE' }
  const local = dateTimeInZone(instant, zone)
  return { month: local.slice(0, 7), day: local.slice(8, 10), time: local.slice(11, 16) }
}

function fullMoment(text: string): Moment | null {
  const dated = YEAR_MONTH_DAY.exec(text)
  if (dated) return momentFrom(dated[1], dated[2] ?? dated[5], dated[3] ?? dated[6], dated.slice(7))
  const compact = COMPACT.exec(text)
  return compact ? momentFrom(compact[1], compact[2], compact[3], compact.slice(4)) : null
}

/** 25年1月6日 says its year; 25.1.6 does where it is the year around the table. */
function shortYearMoment(text: string, around: number | null): Moment | null {
  const found = SHORT_YEAR.exec(text)
  if (!found) return null
  const year = `20${found[1]}`
  if (found[4] !== undefined && Number(year) !== around) return null
  return momentFrom(year, found[2] ?? found[5], found[3] ?? found[6], found.slice(7))
}

/** 二〇二五年一月十一日 and 元月 in digits. */
function inDigits(text: string): string {
  if (!CHINESE_NUMBER.test(text)) return text
  return text
    .replace(/^[〇零○一二三四五六七八九]{4}(?=年)/, (year) =>
      [...year].map((sign) => Math.max(0, DIGITS.indexOf(sign))).join(''),
    )
    .replace(/元(?=月)/, '1')
    .replace(/(?<=年|^)(?:十[一二]?|[一二三四五六七八九])(?=月)/, countInDigits)
    .replace(
      /(?<=月)(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[日号])/,
      countInDigits,
    )
}

const CHINESE_NUMBER = /[元〇一二三四五六七八九十]/
const DIGITS = '〇一二三四五六七八九'

/** 十一 as 11. */
const countInDigits = (word: string): string => String(chineseNumber(word)?.value ?? word)

/** 5日, or 5 alone, on a sheet of one month. */
function dayMoment(text: string, month: string | null): Moment | null {
  const day = /^(\d{1,2})[日号]?$/.exec(text)?.[1]
  if (day === undefined || month === null) return null
  return momentFrom(month.slice(0, 4), month.slice(5), day)
}

/** A month and day without a year, or a month without a day. */
function partMoment(text: string, year: number | null): Moment | null {
  const whole = partOfMonth(text)
  const named = whole === null ? null : partMoment(whole, year)
  if (named) return 'code' in named ? named : { ...named, manner: 'part' }
  const month = YEAR_MONTH.exec(text)
  if (month) return momentFrom(month[1], month[2] ?? month[3] ?? month[4])
  const dated = MONTH_DAY.exec(text)
  const alone = MONTH.exec(text)
  if (!dated && !alone) return null
  if (year === null) return { code: 'IMPORT_DATE_NO_YEAR' }
  if (dated)
    return momentFrom(String(year), dated[1] ?? dated[3], dated[2] ?? dated[4], dated.slice(5))
  return momentFrom(String(year), String(monthNumber(alone?.[1] ?? '')))
}

function momentFrom(
  year = '',
  month = '',
  day?: string,
  clock: readonly (string | undefined)[] = [],
): Moment {
  const time = timeOf(clock)
  if (time === undefined) return UNREADABLE
  const found = `${year}-${month.padStart(2, '0')}`
  if (!isDay(`${found}-${day?.padStart(2, '0') ?? '01'}`)) return { code: 'IMPORT_DATE_IMPOSSIBLE' }
  if (Number(year) < 1900 || Number(year) > 2100) return UNREADABLE
  return { month: found, day: day?.padStart(2, '0') ?? null, time }
}

/** `HH:mm` of hours and minutes found by TIME; null when none are written, undefined when wrong. */
function timeOf([hour, minute, wordHour, wordMinute]: readonly (string | undefined)[]):
  | string
  | null
  | undefined {
  const [hours, minutes] = [hour ?? wordHour, minute ?? wordMinute ?? '0']
  if (hours === undefined) return null
  return Number(hours) < 24 && Number(minutes) < 60
    ? `${two(Number(hours))}:${two(Number(minutes))}`
    : undefined
}

const two = (number: number): string => String(number).padStart(2, '0')
