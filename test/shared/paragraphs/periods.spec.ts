import { describe, expect, it } from 'vitest'
import { understand } from '#shared/paragraphs/propose.ts'
import { periodsIn } from '#shared/paragraphs/periods.ts'
import { monthPeriod, yearPeriod } from '#shared/time/period.ts'

const OCTOBER = monthPeriod('2024-10')
const said = (text: string, chosen = OCTOBER) =>
  periodsIn(text, chosen).map(({ wording, period }) => [wording, period?.key ?? null])
const known = { lists: new Map() }
const times = (text: string, chosen = OCTOBER) =>
  understand(text, chosen, known).proposals.map(({ wording, period }) => [wording, period.key])

describe('a period named in a text', () => {
  it.each([
    ['2024年10月', '2024-10'],
    ['9月份', '2024-09'],
    ['上半年', '2024-H1'],
    ['2023年下半年', '2023-H2'],
    ['三季度', '2024-Q3'],
    ['2024年度', '2024'],
    ['全年', '2024'],
    ['本月', '2024-10'],
    ['1—9月', '2024-01-01..2024-09-30'],
    ['1—12月', '2024'],
    ['截至10月底', '2024-01-01..2024-10-31'],
    ['截至2024年10月15日', '2024-01-01..2024-10-15'],
    ['截止12月末', '2024'],
    ['前三季度', '2024-01-01..2024-09-30'],
    ['前两个季度', '2024-H1'],
    ['前10个月', '2024-01-01..2024-10-31'],
    ['前十一个月', '2024-01-01..2024-11-30'],
    ['今年以来', '2024-01-01..2024-10-31'],
    ['今年', '2024-01-01..2024-10-31'],
    ['去年', '2023'],
    ['去年10月', '2023-10'],
    ['上年同期', '2023-10'],
    ['上月', '2024-09'],
    ['上季度', '2024-Q3'],
    ['10月15日', '2024-10-15..2024-10-15'],
    ['10月1日至7日', '2024-10-01..2024-10-07'],
    ['9月28日—10月7日', '2024-09-28..2024-10-07'],
    ['10月上旬', '2024-10-01..2024-10-10'],
    ['2月下旬', '2024-02-21..2024-02-29'],
    ['2022—2024年', '2022-01-01..2024-12-31'],
  ])('%s', (text, key) => {
    expect(said(text)).toEqual([[text, key]])
  })

  it.each([
    '本周',
    '近三年',
    '同期',
    '三年来',
    '今天',
    '成立以来',
    '13月',
    '2月30日',
    '前二三个月',
  ])('%s is named, and nobody can tell its days', (text) => {
    expect(said(text)).toEqual([[text, null]])
  })

  it('本月 of a chosen year, and 上月, are nobody’s month', () => {
    expect(said('本月', yearPeriod(2024))).toEqual([['本月', null]])
    expect(said('上月', yearPeriod(2024))).toEqual([['上月', null]])
    expect(said('今年以来', yearPeriod(2024))).toEqual([['今年以来', '2024']])
  })

  it('what a growth is measured against is no time of its own', () => {
    expect(said('比上年增加198条，较去年同期多，与上年同期相比')).toEqual([])
  })
})

describe('the period of a number', () => {
  it('is the one named before it; 上年同期 holds for one number alone', () => {
    expect(times('截至10月底，上级采用1030条（上年同期900条），预警120条。')).toEqual([
      ['1030条', '2024-01-01..2024-10-31'],
      ['900条', '2023-01-01..2023-10-31'],
      ['120条', '2024-01-01..2024-10-31'],
    ])
    expect(times('上级采用1246条。去年上级采用1048条。', yearPeriod(2024))).toEqual([
      ['1246条', '2024'],
      ['1048条', '2023'],
    ])
    expect(times('10月15日，上级采用3条')).toEqual([['3条', '2024-10-15..2024-10-15']])
  })

  it('of which nobody can tell the days leaves the number over', () => {
    const { proposals, leftovers } = understand('本周上级采用3条。', OCTOBER, known)
    expect([proposals, leftovers.map(({ why }) => why)]).toEqual([[], ['“本周”是哪几天说不清']])
  })
})
