import { plainText } from './cells.ts'

/** Words over a column, reduced so that spellings of the same heading are equal. */
export interface Heading {
  readonly key: string
  /** Without a bracket at the end; equal to `key` when there is none. */
  readonly bare: string
  /** The unit written in that bracket: 条, 万元 … */
  readonly unit: string | null
}

/** Reads a heading: width and spaces do not matter, nor do a required mark or a bracket at the end. */
export function headingOf(text: string): Heading {
  const known = READ.get(text)
  if (known) return known
  const heading = read(text)
  if (READ.size >= MOST_READ) READ.clear()
  if (text.length <= LONGEST_READ) READ.set(text, heading)
  return heading
}

// A sheet is tried as every ledger in turn, with the same words over its columns.
const READ = new Map<string, Heading>()
const MOST_READ = 2000
const LONGEST_READ = 100

function read(text: string): Heading {
  const key = plainText(text)
    .replace(/\s+/g, '')
    .replace(/^\*+|\*+$|[:：]$/g, '')
    .toUpperCase()
  const bracket = /^(.+?)[([【]([^()[\]【】]*)[)\]】]$/.exec(key)
  const named = bracket?.[2]?.replace(/^单位:?/, '') ?? null
  return { key, bare: bracket?.[1] ?? key, unit: named && isUnit(named) ? named : null }
}

/** 1 to 12 and the year, if written, of a heading that names a month. */
export function monthOfHeading(text: string): { month: number; year: number | null } | null {
  const { bare } = headingOf(text)
  const [, year, word, rest] =
    /^(?:(\d{4})(?:年|[-./]))?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?(.*)$/.exec(bare) ?? []
  if (word === undefined || rest === undefined) return null
  const month = monthNumber(word)
  const isMonth = month >= 1 && month <= 12 && (rest === '' || AMOUNT_WORDS.test(rest))
  return isMonth ? { month, year: year === undefined ? null : Number(year) } : null
}

/** The month up to which a heading adds up its year: 3月累计支出, 1-3月, 截至3月底. */
export function runningMonthOf(text: string): { month: number; year: number | null } | null {
  const [, year, until, from, word, total] = RUNNING.exec(headingOf(text).bare) ?? []
  if (word === undefined || (until ?? from ?? total) === undefined) return null
  const month = monthNumber(word)
  const isMonth = month >= 1 && month <= 12
  return isMonth ? { month, year: year === undefined ? null : Number(year) } : null
}

/** 1 to 12 for `3`, `03` or 三; 0 or more than 12 for what is no month. */
export function monthNumber(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : MONTH_WORDS.indexOf(word) + 1
}

/** Whether a heading stands over sums of the other columns, or their share. */
export function isTotalHeading(text: string): boolean {
  return TOTAL.test(headingOf(text).bare)
}

/** Whether a heading numbers the rows and says nothing of them. */
export function isOrdinalHeading(text: string): boolean {
  return ['序号', '行次', 'NO', 'NO.', '#', '序'].includes(headingOf(text).bare)
}

const MONTH_WORDS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const RUNNING =
  /^(?:(\d{4})(?:年|[-./]))?(截[至止])?([1一]月?份?[-—–~至到])?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?[底末]?(累计)?已?(?:支出|支付|执行|金额)?[数额]?$/
const AMOUNT_WORDS = /^(支出|支出数|支付|支付数|执行|执行数|金额)$/
const TOTAL =
  /^((本年|全年|本月)?累计(支出|支付|执行|已支付)?数?|合计|小计|总计|共计|(支出|支付)合计|(预算)?执行率|(支出|执行|支付)进度)$/

const isUnit = (text: string): boolean =>
  /^(千|万|亿|百万)?(元|[条篇次件人个户期名天项秒分时笔家]|分钟|小时|人次)$|^%$/.test(text)
