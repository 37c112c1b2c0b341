import { beforeAll, describe, expect, it } from 'vitest'
import { addRecords } from '#shared/contract/records.ts'
import { readSentiment, type SentimentAnswer } from '#shared/contract/sentiment.ts'
import { readSettings, saveSettings } from '#shared/contract/settings.ts'
import { ask, ownExample, testDesk } from '#test/support/memory-desk.ts'

const desk = await ownExample()
let october: SentimentAnswer
let year: SentimentAnswer

const board = (p: string) => ask(desk, readSentiment, `/boards/sentiment?p=${p}`)

beforeAll(async () => {
  october = await board('2024-10')
  year = await board('2024')
})

const NONE = { pending: 0, noLimit: 0, noTime: 0 }

describe('the daily volume', () => {
  it('holds every day of the month beside what the twelve weeks before say is typical', () => {
    expect(october.daily.days).toHaveLength(31)
    expect(october.daily.days[0]).toEqual({ day: '2024-10-01', value: 327 })
    expect(october.daily).toMatchObject({ isCut: false, known: 84, band: { low: 123, high: 242 } })
  })

  it('of a year shows its last 92 days and says so', () => {
    expect(year.daily.isCut).toBe(true)
    expect(year.daily.days.map(({ day }) => day).at(0)).toBe('2024-10-01')
    expect(year.daily.days).toHaveLength(92)
  })

  it('says no band before anything was registered', async () => {
    const first = await board('2023-01')
    expect(first.daily).toMatchObject({ band: null, known: 0, lookedAt: 84 })
  })

  it('leaves days open that were not registered, and shows none ahead', async () => {
    const february = await board('2025-02')
    expect(february.daily.days).toHaveLength(10)
    expect(february.daily.days.every(({ value }) => value === null)).toBe(true)
    expect((await board('2025-06')).daily.days).toEqual([])
  })
})

describe('the funnel', () => {
  it('has the report’s four counts, forwarded and pushed each as a part of the alerts', () => {
    expect(
      year.funnel.map(({ name, figure, share }) => [
        name,
        'value' in figure ? figure.value : null,
        share?.of ?? null,
      ]),
    ).toEqual([
      ['监测', 70838, null],
      ['预警', 1362, '监测'],
      ['转发', 48, '预警'],
      ['推送', 42, '预警'],
    ])
    expect(year.funnel[2]?.share?.ratio).toBe(48 / 1362)
  })
})

describe('open alerts', () => {
  it('at the end of October are the two found that day, not late by then', () => {
    expect(october.open).toMatchObject({ at: '2024-10-31T23:59', total: 2, ages: [2, 0, 0, 0] })
    expect(october.open.alerts[0]).toMatchObject({
      foundAt: '2024-10-31T14:10',
      closedAt: null,
      limitAt: '2024-11-01T14:10',
      isLate: false,
      seconds: 35_340,
    })
  })

  it('at the end of the year are four, of three ages, the oldest first and late', () => {
    expect(year.open).toMatchObject({ total: 4, ages: [2, 1, 1, 0] })
    expect(year.open.alerts.map(({ isLate }) => isLate)).toEqual([true, false, false, false])
  })
})

describe('timing', () => {
  it('of October: 25 of Ⅱ, two of them late, with median and 90th percentile', () => {
    expect(october.timing.levels[1]).toEqual({
      level: 'orange',
      found: 25,
      close: { ...NONE, inTime: 23, late: 2 },
      closing: { records: 25, median: 3060, ninetieth: 23_136 },
      first: { ...NONE, inTime: 21, late: 0, noTime: 4 },
      acting: { records: 21, median: 720, ninetieth: 1500 },
      limit: { firstSeconds: 7200, closeSeconds: 86_400, closeWorkingDays: null },
    })
  })

  it('counts every alert once: by level, by verdict, by span', () => {
    const { levels, spans, closing, closedWithoutTime } = year.timing
    const sum = (numbers: readonly number[]) => numbers.reduce((so, each) => so + each, 0)
    expect(sum(levels.map(({ found }) => found))).toBe(1362)
    expect(sum(levels.flatMap(({ close }) => Object.values(close)))).toBe(1362)
    expect(sum(levels.flatMap(({ first }) => Object.values(first)))).toBe(1362)
    expect(sum(spans.map(({ records }) => records))).toBe(1358)
    expect([closing.records, closedWithoutTime]).toEqual([1358, 0])
  })

  it('lists the late ones, the latest first: closed late, or open past their limit now', () => {
    expect(year.timing.late.total).toBe(9)
    expect(year.timing.late.alerts).toHaveLength(9)
    expect(year.timing.late.alerts.filter(({ closedAt }) => closedAt === null)).toHaveLength(4)
    expect(
      october.timing.late.alerts.map(({ foundAt, limitAt, closedAt }) => [
        foundAt,
        limitAt,
        closedAt,
      ]),
    ).toEqual([
      ['2024-10-31T14:10', '2024-11-01T14:10', '2024-11-02T07:30'],
      ['2024-10-11T10:14', '2024-10-12T10:14', '2024-10-12T12:24'],
    ])
  })
})

describe('what comes back', () => {
  it('by topic and township, and by title', () => {
    expect(october.repeats).toMatchObject({ from: 3, places: { total: 25 }, titles: { total: 12 } })
    expect(october.repeats.places.list[0]).toEqual({
      township: '大堡镇',
      topic: '民生',
      records: 7,
    })
    expect(october.repeats.titles.list[0]).toEqual({
      matter: '网民反映大堡镇停水通知不及时',
      records: 5,
      first: '2024-10-05',
      last: '2024-10-18',
    })
  })
})

describe('petitions', () => {
  it('of 2024 are eight, all in time, on average in 4.125 working days', () => {
    expect(year.petitions.all).toMatchObject({
      received: 8,
      answered: 8,
      held: { ...NONE, inTime: 8, late: 0 },
      workingDays: 4.125,
      timed: 8,
    })
    expect(year.petitions.sources.map(({ word, received }) => [word, received])).toEqual([
      ['心连心', 7],
      ['海棠社区', 1],
    ])
    expect(year.petitions.categories[0]).toMatchObject({ word: '求助', received: 3, limitDays: 7 })
  })

  it('were asked seven times; one was not called', () => {
    expect(year.petitions.satisfaction).toEqual({
      satisfied: 5,
      fair: 2,
      dissatisfied: 0,
      unasked: 1,
      blank: 0,
    })
  })
})

describe('what the centre sets and enters', () => {
  it('a longer limit holds at once; a step is renamed or taken from 处置方式', async () => {
    const settings = await ask(desk, readSettings, '/settings')
    const { sentiment } = settings
    await ask(desk, saveSettings, '/settings', {
      ...settings,
      sentiment: {
        ...sentiment,
        alertLimits: sentiment.alertLimits.map((limit) =>
          limit.level === 'orange' ? { ...limit, closeSeconds: 48 * 3600 } : limit,
        ),
        funnel: [
          { of: 'alerted', name: '研判预警' },
          { of: 'tracked', name: '跟踪' },
        ],
      },
    })
    const now = await ask(desk, readSentiment, '/boards/sentiment?p=2024-10')
    // The two late ones took 26 h 10 min and 41 h 20 min.
    expect(now.timing.levels[1]?.close).toEqual({ ...NONE, inTime: 25, late: 0 })
    expect(now.funnel.map(({ name, share }) => [name, share?.of ?? null])).toEqual([
      ['研判预警', '监测信息'],
      ['跟踪', '研判预警'],
    ])
  })

  it('one matter written in two ways is one; an unanswered petition past its limit is late', async () => {
    const own = testDesk()
    const alertedAt = '2025-01-05 09:00'
    const titles = ['路灯不亮！', '路灯 不亮', '“路灯不亮”']
    await ask(own, addRecords, '/ledgers/alerts/records', {
      rows: titles.map((title) => ({ alertedAt, title })),
    })
    await ask(own, addRecords, '/ledgers/petitions/records', {
      rows: [
        { receivedOn: '2025-01-06', source: '心连心', category: '咨询', content: '问节目' },
        { receivedOn: '2025-01-06', source: '心连心', category: '其他', content: '问别的' },
      ],
    })
    const { repeats, petitions, timing } = await ask(
      own,
      readSentiment,
      '/boards/sentiment?p=2025-01',
    )
    expect(repeats.titles.list).toEqual([
      { matter: '路灯不亮', records: 3, first: '2025-01-05', last: '2025-01-05' },
    ])
    expect(petitions.all).toMatchObject({ held: { ...NONE, inTime: 0, late: 1, noLimit: 1 } })
    expect(petitions.late).toMatchObject({
      total: 1,
      petitions: [{ content: '问节目', limitOn: '2025-01-09', answeredOn: null }],
    })
    expect(timing.levels.at(-1)).toMatchObject({ level: '', found: 3, close: { noLimit: 3 } })
  })
})
