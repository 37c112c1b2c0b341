import { describe, expect, it } from 'vitest'
import type {
  BestPiece,
  ContentAnswer,
  DailyFloor,
  ReviewFaults,
  SilentAccount,
  StaffPoints,
  StaffRow,
} from '#shared/contract/content.ts'
import {
  bestTitle,
  campaignsTitle,
  floorTitle,
  hoursTitle,
  longestMissedWords,
  matrixTitle,
  monthsTitle,
  reviewTitle,
  silenceTitle,
  staffTitle,
  timesText,
  turnaroundTitle,
} from '#shared/headlines/content.ts'

describe('ratios in words', () => {
  it('a ratio below ten has two decimals', () => {
    expect([57.02, 9.994, 10].map(timesText)).toEqual(['57.0', '9.99', '10.0'])
  })
})

describe('platform and form', () => {
  const word = (form: string): string => (form === 'text' ? '图文' : '视频')

  it('names the largest and its share', () => {
    const cells = [
      { platform: '甲号', form: 'video', count: 10 },
      { platform: '乙号', form: 'text', count: 30 },
      { platform: '', form: 'text', count: 60 },
    ]
    expect(matrixTitle(cells.slice(0, 2), word)).toBe('乙号的图文最多：30 条，占七成多')
    expect(matrixTitle(cells, word)).toBe('未填平台的图文最多：60 条，占六成')
  })

  it('says that nothing was published', () => {
    expect(matrixTitle([], word)).toBe('期内没有发布')
  })
})

describe('silent accounts', () => {
  const account = (platform: string, daysSince: number | null): SilentAccount => ({
    platform,
    medium: '',
    runBy: '',
    lastDay: null,
    daysSince,
    longestGap: null,
    zeroMonths: [],
    light: daysSince === null ? 'never' : daysSince > 14 ? 'silent' : 'fresh',
  })
  const limits = { notice: 7, warn: 10, silent: 14 }

  it('names who is silent and who never posted', () => {
    const rows = [
      account('丁号', null),
      account('甲号', 40),
      account('乙号', 15),
      account('丙号', 2),
    ]
    expect(silenceTitle(rows, limits)).toBe(
      '2 个账号停更超过 14 天：甲号、乙号；1 个账号没有发过：丁号',
    )
  })

  it('names three of more', () => {
    const rows = ['甲', '乙', '丙', '丁'].map((name) => account(name, 20))
    expect(silenceTitle(rows, limits)).toBe('4 个账号停更超过 14 天：甲、乙、丙等')
  })

  it('names the longest where none is silent', () => {
    expect(silenceTitle([account('甲号', 0), account('乙号', 3)], limits)).toBe(
      '2 个账号没有停更的，最久的是乙号，3 天没有更新',
    )
    expect(silenceTitle([account('甲号', 0)], limits)).toBe('1 个账号没有停更的，当天都有更新')
    expect(silenceTitle([], limits)).toBe('没有登记账号')
  })
})

describe('daily floors', () => {
  const floor = (change: Partial<DailyFloor>): DailyFloor => ({
    id: '1',
    metric: 'published',
    label: '甲号每天不少于 3 条',
    wording: '',
    source: '',
    unit: '条',
    low: 3,
    part: null,
    days: [{ day: '2024-02-11', value: 0, isMet: false }],
    met: 0,
    longestMissed: { days: 8, from: '2024-02-11', to: '2024-02-18' },
    periodMet: 31,
    periodDays: 31,
    ...change,
  })

  it('count days met and missed', () => {
    expect(floorTitle(floor({}))).toBe('甲号每天不少于 3 条：期内 31 天都达到')
    expect(floorTitle(floor({ periodMet: 27 }))).toBe(
      '甲号每天不少于 3 条：期内 31 天有 4 天没有达到',
    )
    expect(floorTitle(floor({ periodDays: 0, periodMet: 0 }))).toBe(
      '甲号每天不少于 3 条：期内没有可判断的日子，全年至今 1 天达到 0 天',
    )
  })

  it('name the longest stretch missed', () => {
    expect(longestMissedWords(floor({}))).toBe('没有达到的最长一段是 2月11—18日，连续 8 天')
    expect(
      longestMissedWords(
        floor({ longestMissed: { days: 1, from: '2024-03-02', to: '2024-03-02' } }),
      ),
    ).toBe('没有达到的日子不相连，如 3月2日')
    expect(longestMissedWords(floor({ longestMissed: null }))).toBe('没有一天没有达到')
  })
})

describe('columns, hours and people', () => {
  const row = { column: '县庆', pieces: 1315, reads: null, blank: 0, adopted: 70 }

  it('name the largest column and leave out an adoption nobody knows', () => {
    expect(campaignsTitle({ rows: [row], unnamed: 0 })).toBe(
      '最多的是“县庆”：1,315 条，被上级采用 70 条次',
    )
    expect(campaignsTitle({ rows: [{ ...row, adopted: null }], unnamed: 0 })).toBe(
      '最多的是“县庆”：1,315 条',
    )
    expect(campaignsTitle({ rows: [], unnamed: 9 })).toBe('期内没有注明栏目的稿件')
  })

  it('name the busiest hour', () => {
    const cells = [
      { weekday: 1, hour: 9, value: 4 },
      { weekday: 2, hour: 18, value: 22 },
    ]
    expect(hoursTitle({ cells, blank: 0 })).toBe('周二 18 时发得最多：22 条')
    expect(hoursTitle({ cells: [], blank: 5 })).toBe('期内稿件都没有登记发布时刻')
  })

  it('name who leads by points, by pieces without a rule, and never an empty name', () => {
    const person = (name: string, points: number): StaffRow => ({
      name,
      pieces: 195,
      forms: [],
      points,
      otherPoints: null,
      beforePieces: null,
      beforePoints: null,
    })
    const staff: StaffPoints = {
      rules: [],
      rule: '某年办法',
      other: null,
      against: null,
      unscored: 0,
      departments: [],
      people: [person('', 90_000), person('甲', 20_800)],
    }
    expect(staffTitle(staff)).toBe('甲得分最高：208 分（195 条）')
    expect(staffTitle({ ...staff, rule: null })).toBe('甲发稿最多：195 条')
    expect(staffTitle({ ...staff, people: [] })).toBe('期内稿件都没有注明作者')
  })
})

describe('the best pieces', () => {
  const piece: BestPiece = {
    id: '1',
    day: '2024-10-06',
    title: '民宿火热',
    platform: '甲号',
    form: 'video',
    reads: 5700,
    typical: 100,
    of: 44,
    ratio: 57,
  }
  const best = (change: Partial<ContentAnswer['best']>): ContentAnswer['best'] => ({
    fewest: 5,
    byRatio: [piece],
    byReads: [piece],
    read: 1,
    few: 0,
    blank: 0,
    ...change,
  })

  it('are told against what is typical, or why they cannot be', () => {
    expect(bestTitle(best({}))).toBe('《民宿火热》的阅读是同类中位数的 57.0 倍')
    expect(bestTitle(best({ byRatio: [] }))).toBe('同平台同体裁同月都不足 5 条，说不出多少算平常')
    expect(bestTitle(best({ byRatio: [], byReads: [] }))).toBe('期内稿件都没有登记阅读量')
  })
})

describe('months by platform and form', () => {
  const word = (form: string): string => (form === 'text' ? '图文' : '视频')
  const months = ['2024-01', '2024-02', '2024-03'].map((month) => ({ month, isWhole: true }))
  const steady = { platform: '甲号', form: 'text', counts: [30, 41, 20] }

  it('name the highest month of all, and where whole months stand empty', () => {
    expect(monthsTitle({ months, rows: [steady] }, word)).toBe('最多的一格是2月甲号图文：41 条')
    const gaps = { platform: '乙号', form: 'video', counts: [0, 3, 0] }
    expect(monthsTitle({ months, rows: [steady, gaps] }, word)).toBe(
      '最多的一格是2月甲号图文：41 条；乙号视频有 2 个月一条没有',
    )
  })

  it('a month that still runs is no empty month', () => {
    const running = [...months.slice(0, 2), { month: '2024-03', isWhole: false }]
    const late = { platform: '乙号', form: 'video', counts: [1, 3, 0] }
    expect(monthsTitle({ months: running, rows: [steady, late] }, word)).toBe(
      '最多的一格是2月甲号图文：41 条',
    )
  })
})

describe('the turnaround of reviews', () => {
  it('says the middle and the ninetieth, or that no times are written down', () => {
    expect(turnaroundTitle(2280, 31_620)).toBe('一半稿件 38分内签发，九成在 8小时47分内')
    expect(turnaroundTitle(null, null)).toBe('期内稿件没有登记送审和签发时间')
  })
})

describe('三审三校', () => {
  const faults = (
    three: number,
    some: number,
    none: number,
    same = 0,
    early = 0,
    of = 100,
  ): ReviewFaults => ({
    reviews: { three, some, none },
    sameReviewer: { all: same, rows: [] },
    early: { all: early, rows: [], of },
  })

  it('leaves pieces with no reviewer out of the share', () => {
    expect(reviewTitle(faults(75, 25, 900, 2, 5))).toBe(
      '三审齐全 75.0%；25 条审签人不全，2 条同一人审了两道，5 条先发后签',
    )
  })

  it('is never rounded up to all', () => {
    expect(reviewTitle(faults(1999, 1, 0))).toBe('三审齐全 99.95%；1 条审签人不全')
    expect(reviewTitle(faults(10, 0, 0))).toBe('三审齐全 100%，没有发现问题')
    expect(reviewTitle(faults(10, 0, 0, 0, 0, 0))).toBe('三审齐全 100%，没有登记签发时间')
    expect(reviewTitle(faults(0, 0, 3))).toBe('期内稿件的审签三栏都空着')
  })
})
