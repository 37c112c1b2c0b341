import { firstDay, lastDay } from '../time/day.ts'
import { monthPeriod, parsePeriod, rangePeriod, yearOf, type Period } from '../time/period.ts'

/** A stretch of time as a text names it; it holds for what follows, up to the next one. */
export interface PeriodSaid {
  readonly from: number
  readonly to: number
  readonly wording: string
  readonly period: Period
}

const YEAR = '(?:(?<year>20\\d{2})年)?'
const SAID = new RegExp(
  [
    `${YEAR}(?<first>\\d{1,2})月?[—\\-–~～至到](?<last>\\d{1,2})月份?(?!\\d)`,
    `${YEAR}(?<half>上半年|下半年)`,
    `${YEAR}第?(?<quarter>[一二三四1-4])季度`,
    `${YEAR}(?<month>\\d{1,2})月份?(?!\\d{1,2}日)`,
    `(?<alone>20\\d{2})年(?:度|全年)?(?!\\d{1,2}月)`,
    `(?<own>本月|当月|全年|本年|今年)`,
  ]
    .map((form, at) => form.replaceAll(/\(\?<(\w+)>/g, `(?<$1${at}>`))
    .join('|'),
  'g',
)

/** Every period a text names, in order. A year left out is that of `chosen`; 本月 is `chosen` itself. */
export function periodsIn(text: string, chosen: Period): PeriodSaid[] {
  return [...text.matchAll(SAID)].flatMap((match) => {
    const said = Object.fromEntries(
      Object.entries(match.groups ?? {}).flatMap(([name, word]) =>
        word === undefined ? [] : [[name.replace(/\d$/, ''), word]],
      ),
    )
    const period = periodOf(said, chosen)
    const from = match.index
    return period ? [{ from, to: from + match[0].length, wording: match[0], period }] : []
  })
}

function periodOf(said: Readonly<Record<string, string>>, chosen: Period): Period | null {
  const year = said.year ?? said.alone ?? String(yearOf(chosen))
  const month = (number: string): string => `${year}-${number.padStart(2, '0')}`
  if (said.first !== undefined && said.last !== undefined)
    return months(month(said.first), month(said.last))
  if (said.half !== undefined) return parsePeriod(`${year}-H${said.half === '上半年' ? 1 : 2}`)
  if (said.quarter !== undefined) return parsePeriod(`${year}-Q${quarterOf(said.quarter)}`)
  if (said.month !== undefined) return months(month(said.month), month(said.month))
  if (said.own === '本月' || said.own === '当月') return chosen.kind === 'month' ? chosen : null
  return parsePeriod(year)
}

function months(first: string, last: string): Period | null {
  if (![first, last].every((each) => /-(?:0[1-9]|1[0-2])$/.test(each)) || first > last) return null
  return first === last ? monthPeriod(first) : rangePeriod(firstDay(first), lastDay(last))
}

const quarterOf = (word: string): number =>
  /\d/.test(word) ? Number(word) : '一二三四'.indexOf(word) + 1
