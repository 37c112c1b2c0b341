import { isDay, lastDay, monthIn, type Day } from '#shared/time/day.ts'
import { plainText } from './cells.ts'
import { monthNumber } from './heading.ts'

/** What the words around a table say of its rows. */
export interface SheetContext {
  /** The only year named, for dates written without one. */
  readonly year: number | null
  /** Days the words speak of, when they name a year, some of its months or two days. */
  readonly span: { readonly from: Day; readonly to: Day } | null
  /** 元, 万元 or 亿元 as the sheet says for all its amounts. */
  readonly moneyUnit: string | null
  /** Where the year was taken from, in words. */
  readonly notes: readonly { readonly level: 'info' | 'warn'; readonly text: string }[]
}

/** Reads year, months and money unit from the lines above the head, the sheet name, the file name. */
export function contextOf(banner: readonly string[], sheet: string, file: string): SheetContext {
  const title = file.replace(/\.[^.]*$/, '')
  const named = [
    ...banner
      .filter((text) => !NOT_ABOUT_ROWS.test(plainText(text)))
      .map((text) => ({ text, from: '表头上方' })),
    // A text table has no sheet name but its file's.
    ...(sheet === title ? [] : [{ text: sheet, from: '表名' }]),
    { text: title, from: '文件名' },
  ].map(({ text, from }) => ({ from, ...timeIn(text) }))
  const dated = named.find(({ year }) => year !== null)
  const other = named.find(({ year }) => year !== null && year !== dated?.year)
  const months = named.find((one) => one.months !== null)?.months ?? null
  const days = named.find((one) => one.days !== null)?.days ?? null
  const year = dated?.year ?? null
  const moneyUnit = banner.map(moneyUnitIn).find((unit) => unit !== null) ?? null
  return { year, span: days ?? spanOf(year, months), moneyUnit, notes: yearNotes(dated, other) }
}

/** `YYYY-MM` where the words name one month; null otherwise. */
export function onlyMonth({ year, span }: SheetContext): string | null {
  const month = span?.from.slice(0, 7) ?? null
  const isOne = month !== null && month === span?.to.slice(0, 7)
  return isOne && year !== null ? `${year}${month.slice(4)}` : null
}

type Named = { readonly from: string; readonly year: number | null }
type Months = readonly [number, number]

function yearNotes(dated: Named | undefined, other: Named | undefined): SheetContext['notes'] {
  if (!dated) return []
  const taken = { level: 'info' as const, text: `年份 ${dated.year} 取自${dated.from}` }
  if (!other) return [taken]
  const text = `${other.from}写的是 ${other.year} 年，按${dated.from}的 ${dated.year} 年读`
  return [taken, { level: 'warn', text }]
}

function spanOf(year: number | null, months: Months | null): SheetContext['span'] {
  if (year === null) return null
  const [first, last] = months ?? [1, 12]
  return { from: `${monthIn(year, first)}-01`, to: lastDay(monthIn(year, last)) }
}

// When a table was filled in or printed says nothing of when its rows happened.
const NOT_ABOUT_ROWS = /(填报|填表|制表|打印|导出|编制|统计)(日期|时间)/

function timeIn(words: string): {
  year: number | null
  months: Months | null
  days: SheetContext['span']
} {
  const text = plainText(words).replace(/\s+/g, '').replace(DOCUMENT_NUMBER, '')
  const found = [...text.matchAll(DAY)].map(([whole, ...parts]) => ({ whole, day: dayFrom(parts) }))
  const real = found.filter(({ day }) => isDay(day))
  const [from, to] = real.map(({ day }) => day)
  // A lone day is rather when the file was saved.
  const days =
    from !== undefined && to !== undefined && real.length === 2 && from <= to ? { from, to } : null
  const rest = real.reduce((left, { whole }) => left.replace(whole, '|'), text)
  const years = new Set([...rest.matchAll(YEAR)].map(([, year]) => Number(year)))
  if (days && days.from.slice(0, 4) === days.to.slice(0, 4))
    years.add(Number(days.from.slice(0, 4)))
  const [year] = years
  return {
    year: years.size === 1 && year !== undefined ? year : null,
    months: monthsIn(rest),
    days,
  }
}

const DAY =
  /(?<!\d)(20\d{2})(?:年(\d{1,2})月(\d{1,2})日?|([-./])(\d{1,2})\4(\d{1,2})|(\d{2})(\d{2}))(?!\d)/g

// 2024, 2024年, and the year of 202401.
const YEAR = /(?<!\d)((?:19|20)\d{2})(?:(?!\d)|(?=(?:0[1-9]|1[0-2])(?!\d)))/g
const DOCUMENT_NUMBER = /[〔[]\d{4}[〕\]]第?\d+号/g

function dayFrom(parts: readonly (string | undefined)[]): Day {
  const [year = '', month = '', day = ''] = parts.filter((part) => /^\d+$/.test(part ?? ''))
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function monthsIn(text: string): Months | null {
  const range = /(\d{1,2})月?份?(?:至|到|[-—–~]+)(\d{1,2})月/.exec(text)
  if (range) return monthsBetween(Number(range[1]), Number(range[2]))
  if (/上半年/.test(text)) return [1, 6]
  if (/下半年/.test(text)) return [7, 12]
  const quarter = /第?([一二三四1-4])季度|Q([1-4])/i.exec(text)
  if (quarter) {
    const number = QUARTERS.indexOf(quarter[1] ?? quarter[2] ?? '') % 4
    return [number * 3 + 1, number * 3 + 3]
  }
  const numbered = /(?<!\d)20\d{2}[-.]?(0[1-9]|1[0-2])(?!\d)/.exec(text)
  if (numbered) return monthsBetween(Number(numbered[1]), Number(numbered[1]))
  const single = new Set(
    [...text.matchAll(/(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?!\d)/g)].map(([, word]) =>
      monthNumber(word ?? ''),
    ),
  )
  const [month] = single
  return single.size === 1 && month !== undefined ? monthsBetween(month, month) : null
}

const QUARTERS = ['一', '二', '三', '四', '1', '2', '3', '4']
function monthsBetween(first: number, last: number): Months | null {
  return first >= 1 && first <= last && last <= 12 ? [first, last] : null
}

/** 单位：万元, but not 编制单位 or 单位：某某中心. */
function moneyUnitIn(words: string): string | null {
  const text = plainText(words).replace(/\s+/g, '')
  return (
    /(?<!编制|填报|填表|报送|主管)单位:?\(?(?:人民币)?(亿元|万元|千元|元)/.exec(text)?.[1] ?? null
  )
}
