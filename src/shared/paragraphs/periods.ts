import { chineseNumber } from '../chinese-numbers.ts'
import { addDays, firstDay, isDay, isMonth, lastDay, monthOf, type Day } from '../time/day.ts'
import {
  cumulative,
  monthPeriod,
  parsePeriod,
  previousPeriod,
  rangePeriod,
  samePeriodLastYear,
  stepPeriod,
  widenPeriod,
  yearOf,
  yearPeriod,
  type Period,
} from '../time/period.ts'

/** A stretch of time as a text names it. */
export interface PeriodSaid {
  readonly from: number
  readonly to: number
  readonly wording: string
  /** Null where no one can tell its days: 本周, 近三年, 同期. */
  readonly period: Period | null
  /** Holds for the next number alone: 上年同期1048条. Any other holds up to the next one named. */
  readonly isAside: boolean
}

type Groups = Readonly<Record<string, string | undefined>>
interface Form {
  readonly words: RegExp
  readonly isAside?: boolean
  /** `now` is the period named before, else the chosen one. */
  readonly read: (said: Groups, chosen: Period, now: Period) => Period | null
}

const YEAR = String.raw`(?:(?<year>20\d\d)年|(?<then>去年|上年|今年|本年))?`
const TO = '[—–~～至到-]+'
const NUMERAL = '[一二两三四五六七八九十\\d]{1,3}'
const form = (words: string, read: Form['read'], isAside = false): Form => ({
  words: new RegExp(words, 'g'),
  read,
  isAside,
})

/** Every way a period is written; at one place the longest is taken. */
const FORMS: readonly Form[] = [
  // 截至10月底: what was reached by then since 1 January.
  form(`截[至止]${YEAR}(?<month>\\d{1,2})月(?:份|底|末)?(?!\\d)`, (said, chosen) => {
    const period = oneMonth(yearSaid(said, chosen), said.month)
    return period && cumulative(period)
  }),
  form(`截[至止]${YEAR}(?<month>\\d{1,2})月(?<day>\\d{1,2})日`, (said, chosen) => {
    const day = dayOf(yearSaid(said, chosen), said.month, said.day)
    return day === null ? null : rangePeriod(`${day.slice(0, 4)}-01-01`, day)
  }),
  form(
    `${YEAR}(?<month>\\d{1,2})月(?<day>\\d{1,2})日?${TO}(?:(?<month2>\\d{1,2})月)?(?<day2>\\d{1,2})日`,
    (said, chosen) => {
      const year = yearSaid(said, chosen)
      const from = dayOf(year, said.month, said.day)
      const to = dayOf(year, said.month2 ?? said.month, said.day2)
      return from !== null && to !== null && from <= to ? rangePeriod(from, to) : null
    },
  ),
  form(`${YEAR}(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]`, (said, chosen) => {
    const day = dayOf(yearSaid(said, chosen), said.month, said.day)
    return day === null ? null : rangePeriod(day, day)
  }),
  form(`${YEAR}(?<month>\\d{1,2})月份?(?<third>[上中下])旬`, (said, chosen) => {
    const period = oneMonth(yearSaid(said, chosen), said.month)
    return period && thirdOf(period, said.third ?? '')
  }),
  form(`${YEAR}(?<first>\\d{1,2})月?${TO}(?<last>\\d{1,2})月份?(?!\\d)`, (said, chosen) =>
    months(yearSaid(said, chosen), said.first, said.last),
  ),
  form(`(?<first>20\\d\\d)年?${TO}(?<last>20\\d\\d)年`, ({ first, last }) =>
    first !== undefined && last !== undefined && first < last
      ? rangePeriod(`${first}-01-01`, `${last}-12-31`)
      : null,
  ),
  form(`${YEAR}前(?<count>${NUMERAL})个?季度`, (said, chosen) =>
    months(yearSaid(said, chosen), '1', String(3 * numberOf(said.count))),
  ),
  form(`${YEAR}前(?<count>${NUMERAL})个月`, (said, chosen) =>
    months(yearSaid(said, chosen), '1', String(numberOf(said.count))),
  ),
  form(`${YEAR}(?<half>[上下])半年`, (said, chosen) =>
    parsePeriod(`${yearSaid(said, chosen)}-H${said.half === '上' ? 1 : 2}`),
  ),
  form(`${YEAR}第?(?<quarter>[一二三四1-4])季度`, (said, chosen) =>
    parsePeriod(`${yearSaid(said, chosen)}-Q${numberOf(said.quarter)}`),
  ),
  form(`${YEAR}(?<month>\\d{1,2})月份?(?!\\d{1,2}[日号])`, (said, chosen) =>
    oneMonth(yearSaid(said, chosen), said.month),
  ),
  form(`(?<year>20\\d\\d)年(?:度|全年)?(?!\\d{1,2}月)`, ({ year }) => yearPeriod(Number(year))),
  form('今年以来|年初以来|今年|全年累计到?目前', (_, chosen) => cumulative(chosen)),
  form('全年|本年度?', (_, chosen) => yearPeriod(yearOf(chosen))),
  form('(?<![比较与和同])(?:去年|上年)(?:全年|度)?(?!同期)', (_, chosen) =>
    yearPeriod(yearOf(chosen) - 1),
  ),
  form('(?<![比较与和同])(?:去年|上年)同期', (_, _chosen, now) => samePeriodLastYear(now), true),
  form('(?<![年比较与和同])同期', () => null, true),
  form('本月|当月', (_, chosen) => (chosen.kind === 'month' ? chosen : null)),
  form('(?<![比较])上个?月', (_, chosen) =>
    chosen.kind === 'month' ? previousPeriod(chosen) : null,
  ),
  form('本季度?', (_, chosen) => widened(chosen, 'quarter')),
  form('(?<![比较])上个?季度', (_, chosen) => {
    const quarter = widened(chosen, 'quarter')
    return quarter && stepPeriod(quarter, -1)
  }),
  form('[本上这]周|当周|[本上]旬|今[天日]|昨[天日]|当[天日]|近期|目前为止', () => null),
  form(`[近过][去]?${NUMERAL}(?:个月|年|天|周)(?:来|以来)?`, () => null),
  form(`${NUMERAL}年来|近年来|历年|(?:成立|建台|建县|开播|上线)以来`, () => null),
]

/**
 * Every period a text names, in order. A year left out is that of `chosen`, 去年 the one before;
 * 本月 is `chosen` itself.
 */
export function periodsIn(text: string, chosen: Period): PeriodSaid[] {
  const found = FORMS.flatMap((each) =>
    [...text.matchAll(each.words)].map((match) => ({ ...each, match, from: match.index })),
  ).sort((a, b) => a.from - b.from || b.match[0].length - a.match[0].length)
  const said: PeriodSaid[] = []
  let now = chosen
  for (const { match, from, read, isAside = false } of found) {
    if (from < (said.at(-1)?.to ?? 0)) continue
    const period = read(match.groups ?? {}, chosen, now)
    said.push({ from, to: from + match[0].length, wording: match[0], period, isAside })
    if (period && !isAside) now = period
  }
  return said
}

function yearSaid({ year, then }: Groups, chosen: Period): number {
  if (year !== undefined) return Number(year)
  return yearOf(chosen) - (then === '去年' || then === '上年' ? 1 : 0)
}

const monthText = (year: number, month: string | undefined): string =>
  `${year}-${(month ?? '').padStart(2, '0')}`

function oneMonth(year: number, month: string | undefined): Period | null {
  const text = monthText(year, month)
  return isMonth(text) ? monthPeriod(text) : null
}

function months(year: number, first: string | undefined, last: string | undefined): Period | null {
  const [from, to] = [monthText(year, first), monthText(year, last)]
  if (!isMonth(from) || !isMonth(to) || from > to) return null
  if (from === to) return monthPeriod(from)
  const range = rangePeriod(firstDay(from), lastDay(to))
  // 1—12月 is the year, 前两季度 the first half.
  const named = [yearPeriod(year), parsePeriod(`${year}-H1`), parsePeriod(`${year}-Q1`)]
  return named.find((each) => each?.from === range.from && each.to === range.to) ?? range
}

function dayOf(year: number, month: string | undefined, day: string | undefined): Day | null {
  const text = `${monthText(year, month)}-${(day ?? '').padStart(2, '0')}`
  return isDay(text) ? text : null
}

function thirdOf({ from, to }: Period, third: string): Period {
  if (third === '上') return rangePeriod(from, addDays(from, 9))
  return third === '中'
    ? rangePeriod(addDays(from, 10), addDays(from, 19))
    : rangePeriod(addDays(from, 20), to)
}

const widened = (chosen: Period, kind: 'quarter'): Period | null =>
  chosen.kind === 'month' || chosen.kind === kind
    ? widenPeriod(monthPeriod(monthOf(chosen.to)), kind)
    : null

/** `3`, `三`, `两`, `十一`; 0, which is no month, of what is no number. */
const numberOf = (word = ''): number =>
  /^\d+$/.test(word) ? Number(word) : (chineseNumber(word)?.value ?? 0)
