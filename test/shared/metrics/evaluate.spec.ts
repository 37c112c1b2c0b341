import { describe, expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import { dueHours } from '#shared/metrics/safety/due-hours.ts'
import type { Facts } from '#shared/metrics/facts.ts'
import { SENTIMENT_SETTINGS } from '#shared/settings/sentiment.ts'
import { monthPeriod, rangePeriod, yearPeriod, type Period } from '#shared/time/period.ts'
import { covering, evaluating } from '#test/support/evaluating.ts'

const YEAR = yearPeriod(2024)
const OCTOBER = monthPeriod('2024-10')

const adoption = (day: string, level: string, work: string, outlet = '四川日报'): Row => ({
  day,
  level,
  work,
  outlet,
})
const stated = (cells: Row) => ({
  id: 's1',
  row: {
    source: '2024年报告',
    qualifier: 'exact',
    unit: '条',
    periodFrom: '2024-01-01',
    periodTo: '2024-12-31',
    ...cells,
  },
})

describe('counted figures', () => {
  it('add records of the period and nothing else', async () => {
    const { figure } = await evaluating(
      {
        adoptions: [
          adoption('2024-10-01', 'national', '甲'),
          adoption('2024-10-31', 'provincial', '乙'),
          adoption('2024-11-01', 'national', '丙'),
        ],
      },
      covering('adoptions'),
    )
    expect(await figure('adopted', OCTOBER)).toEqual({
      state: 'counted',
      value: 2,
      complete: true,
      from: '2024-10-01',
      to: '2024-10-31',
      blank: 0,
    })
  })

  it('are zero where the ledger covers the period and holds nothing', async () => {
    const { figure } = await evaluating({}, covering('faults'))
    expect(await figure('faulted', OCTOBER)).toMatchObject({ state: 'counted', value: 0 })
  })

  it('are absent where no ledger covers the period', async () => {
    const { figure } = await evaluating({})
    expect(await figure('faulted', OCTOBER)).toEqual({ state: 'none', why: 'notCovered' })
  })

  it('are not yet where the period has not begun', async () => {
    const { figure } = await evaluating({}, { ...covering('faults'), today: '2024-09-30' })
    expect(await figure('faulted', OCTOBER)).toEqual({ state: 'none', why: 'notYet' })
  })

  it('say up to which day they count while the month runs', async () => {
    const { figure } = await evaluating(
      { adoptions: [adoption('2024-10-05', 'national', '甲')] },
      { ...covering('adoptions'), today: '2024-10-23' },
    )
    expect(await figure('adopted', OCTOBER)).toMatchObject({
      value: 1,
      complete: false,
      to: '2024-10-23',
    })
  })

  it('tell how many records leave the value empty', async () => {
    const piece = { day: '2024-10-01', title: '甲', platform: '爱峨边', form: 'text' }
    const { figure } = await evaluating(
      {
        pieces: [
          { ...piece, reads: 120 },
          { ...piece, title: '乙', reads: null },
        ],
      },
      covering('pieces'),
    )
    expect(await figure('pieceReads', OCTOBER)).toMatchObject({ value: 120, blank: 1 })
  })

  it('of a form on a platform count what is both; by what no sums are kept there is none', async () => {
    const piece = {
      day: '2024-10-01',
      title: '甲',
      platform: '爱峨边',
      form: 'video',
      column: '县庆',
    }
    const rows = [
      piece,
      { ...piece, title: '乙', platform: '峨边在线' },
      { ...piece, form: 'text' },
    ]
    const { figure } = await evaluating({ pieces: rows }, covering('pieces'))
    const on = (field: string, value: string) => figure('publishedVideo', OCTOBER, { field, value })
    expect(await on('platform', '爱峨边')).toMatchObject({ value: 1 })
    expect(await on('column', '县庆')).toEqual({ state: 'none', why: 'notBrokenDown' })
  })

  it('count a work carried by two outlets once among works and twice among adoptions', async () => {
    const { figure } = await evaluating(
      {
        adoptions: [
          adoption('2024-10-01', 'national', '甲', '新华社'),
          adoption('2024-10-02', 'provincial', '甲', '四川日报'),
          adoption('2024-10-02', 'provincial', '乙', '四川日报'),
        ],
      },
      covering('adoptions'),
    )
    expect(await figure('adopted', OCTOBER)).toMatchObject({ value: 3 })
    expect(await figure('adoptedWorks', OCTOBER)).toMatchObject({ value: 2 })
  })

  it('of any range take whole months and left-over days alike', async () => {
    const days = [
      '2024-01-30',
      '2024-01-31',
      '2024-02-15',
      '2024-03-14',
      '2024-03-15',
      '2024-03-16',
    ]
    const { figure } = await evaluating(
      { adoptions: days.map((day) => adoption(day, 'national', day)) },
      covering('adoptions'),
    )
    expect(await figure('adopted', rangePeriod('2024-01-31', '2024-03-15'))).toMatchObject({
      value: 4,
    })
  })
})

describe('payments known by the month only', () => {
  const budget = {
    budgetLines: [
      { year: '2024', category: 'project', project: '数字化建设项目', initial: 5_800_000 },
    ],
    payments: [
      { paidOn: '2024-01', category: 'project', project: '数字化建设项目', amount: 493_314 },
      { paidOn: '2024-02', category: 'project', project: '数字化建设项目', amount: 373_921 },
    ],
  }

  it('add up over months', async () => {
    const { figure } = await evaluating(budget, covering('budgetLines', 'payments'))
    expect(await figure('paid', monthPeriod('2024-02'))).toMatchObject({ value: 867_235 })
  })

  it('cannot be cut at a day, and the figure says so', async () => {
    const { figure } = await evaluating(budget, covering('budgetLines', 'payments'))
    expect(await figure('paid', rangePeriod('2024-01-01', '2024-02-15'))).toEqual({
      state: 'none',
      why: 'monthsOnly',
    })
  })

  it('give the execution rate of the year up to the month', async () => {
    const { figure } = await evaluating(budget, covering('budgetLines', 'payments'))
    const rate = await figure('executionRate', monthPeriod('2024-02'))
    expect(rate).toMatchObject({ state: 'counted', value: 867_235 / 5_800_000 })
    const lead = await figure('executionLead', monthPeriod('2024-02'))
    expect(lead).toMatchObject({ value: (867_235 / 5_800_000 - 2 / 12) * 100 })
  })
})

describe('stated figures', () => {
  const total = stated({ metric: 'adopted', label: '采用', value: '1246' })

  it('stand in where no ledger covers the period', async () => {
    const { figure } = await evaluating({}, { stated: [total] })
    expect(await figure('adopted', YEAR)).toMatchObject({
      state: 'stated',
      value: 1246,
      source: '2024年报告',
    })
  })

  it('give way to counted ones where the ledger covers the period', async () => {
    const { figure } = await evaluating(
      { adoptions: [adoption('2024-10-01', 'national', '甲')] },
      { ...covering('adoptions'), stated: [total] },
    )
    expect(await figure('adopted', YEAR)).toMatchObject({ state: 'counted', value: 1 })
  })

  it('of a year have no months', async () => {
    const { months } = await evaluating({}, { stated: [total] })
    const [october] = await months('adopted', ['2024-10'], 'level')
    expect(october).toEqual({
      at: '2024-10',
      figure: { state: 'none', why: 'noMonths' },
      parts: [],
    })
  })

  const january = { periodFrom: '2024-01-01', periodTo: '2024-01-31' }
  const february = { periodFrom: '2024-02-01', periodTo: '2024-02-29' }
  const together = rangePeriod('2024-01-01', '2024-02-29')

  it('of months fill the period they make up; one approximate month makes the sum so', async () => {
    const months = [
      stated({ metric: 'adopted', value: '368', qualifier: 'nearly', ...january }),
      stated({ metric: 'adopted', value: '878', ...february }),
    ]
    const { figure } = await evaluating({}, { stated: months })
    expect(await figure('adopted', together)).toMatchObject({
      state: 'stated',
      value: 1246,
      qualifier: 'nearly',
      wording: '',
    })
    const gap = await evaluating({}, { stated: months.slice(0, 1) })
    expect(await gap.figure('adopted', together)).toEqual({ state: 'none', why: 'notCovered' })
  })

  it('of one part do not stand for the whole', async () => {
    const part = { partField: 'platform', partValue: '峨边在线' }
    const { figure, parts } = await evaluating(
      {},
      { stated: [stated({ metric: 'published', value: '300', ...part })] },
    )
    expect(await figure('published', YEAR)).toEqual({ state: 'none', why: 'notCovered' })
    expect(await parts('published', YEAR, 'platform')).toMatchObject([
      { value: '峨边在线', figure: { state: 'stated', value: 300 } },
    ])
  })

  it('of a level are a part of the total, though they are a metric of their own', async () => {
    const { parts } = await evaluating(
      {},
      { stated: [stated({ metric: 'adoptedNational', value: '166' })] },
    )
    expect(await parts('adopted', YEAR, 'level')).toMatchObject([
      { value: 'national', figure: { state: 'stated', value: 166 } },
    ])
  })

  it('that are approximate make a ratio over them 约, not one that keeps their wording', async () => {
    const { figure } = await evaluating(
      {},
      {
        stated: [
          stated({ metric: 'alerted', value: '36', qualifier: 'nearly', wording: '近36条' }),
          stated({ metric: 'monitored', value: '1000' }),
        ],
      },
    )
    expect(await figure('alertRate', YEAR)).toMatchObject({
      state: 'stated',
      value: 0.036,
      qualifier: 'about',
      wording: '',
    })
  })

  it('that are approximate are compared, and the change says so', async () => {
    const { compare } = await evaluating(
      {},
      {
        stated: [
          stated({ metric: 'adopted', value: '1200', qualifier: 'moreThan' }),
          stated({
            metric: 'adopted',
            value: '1000',
            periodFrom: '2023-01-01',
            periodTo: '2023-12-31',
          }),
        ],
      },
    )
    const { change } = await compare('adopted', YEAR, 'yoy')
    expect(change).toEqual({ kind: 'percent', ratio: 0.2, from: 1000, isAbout: true })
  })

  it('keep a figure in 万元 exact to the 分', async () => {
    const { figure } = await evaluating(
      {},
      { stated: [stated({ metric: 'budget', value: '426.45', unit: '万元' })] },
    )
    expect(await figure('budget', YEAR)).toMatchObject({
      state: 'stated',
      value: 426_450_000,
      wording: '426.45万元',
    })
  })
})

describe('open alerts', () => {
  const alert = (alertedAt: string, closedAt: string | null): Row => ({
    alertedAt,
    closedAt,
    title: alertedAt,
    level: 'blue',
  })

  it('are those found by the end of the period and closed after it or never', async () => {
    const { figure } = await evaluating(
      {
        alerts: [
          alert('2024-09-30T10:00', '2024-10-02T10:00'),
          alert('2024-10-30T10:00', '2024-11-01T08:00'),
          alert('2024-10-31T10:00', null),
          alert('2024-11-02T10:00', null),
        ],
      },
      covering('alerts'),
    )
    expect(await figure('openAlerts', monthPeriod('2024-09'))).toMatchObject({ value: 1 })
    expect(await figure('openAlerts', OCTOBER)).toMatchObject({ value: 2 })
  })

  it('take minutes and hours into the median of those closed', async () => {
    const { figure } = await evaluating(
      {
        alerts: [
          alert('2024-10-01T08:00', '2024-10-01T08:10'),
          alert('2024-10-01T09:00', '2024-10-01T10:00'),
          alert('2024-10-02T09:00', null),
        ],
      },
      covering('alerts'),
    )
    expect(await figure('handlingMedian', OCTOBER)).toMatchObject({ value: 2100 })
  })

  const october = [
    // Monday 28: Ⅳ has three working days, so to the end of Thursday 31.
    alert('2024-10-28T10:00', '2024-10-31T23:00'),
    alert('2024-10-28T11:00', '2024-11-01T00:05'),
    alert('2024-10-29T11:00', null),
  ]

  it('are late by the limits that are set, also when they are changed', async () => {
    const rows = { alerts: october }
    const asSet = await evaluating(rows, covering('alerts'))
    expect(await asSet.figure('overdue', OCTOBER)).toMatchObject({ value: 2, blank: 0 })
    expect(await asSet.figure('onTimeRate', OCTOBER)).toMatchObject({ value: 1 / 3 })
    const alertLimits = [
      { level: 'blue', firstSeconds: null, closeSeconds: 90 * 3600, closeWorkingDays: null },
    ]
    const limits = { ...SENTIMENT_SETTINGS, alertLimits }
    const wider = { limits, now: '2024-10-31T12:00' }
    const changed = await evaluating(rows, { ...covering('alerts'), ...wider })
    expect(await changed.figure('overdue', OCTOBER)).toMatchObject({ value: 0 })
    expect(await changed.figure('alertsInTime', OCTOBER)).toMatchObject({ value: 2 })
    expect(await changed.figure('onTimeRate', OCTOBER)).toMatchObject({ value: 1 })
  })

  it('are not judged without a limit, which is said', async () => {
    const limits = { ...SENTIMENT_SETTINGS, alertLimits: [] }
    const { figure } = await evaluating({ alerts: october }, { ...covering('alerts'), limits })
    expect(await figure('overdue', OCTOBER)).toEqual({ state: 'none', why: 'nothingRecorded' })
  })
})

describe('broadcast safety', () => {
  const faults: Row[] = [
    { startedAt: '2024-01-22T09:33', channel: '综合频道', stoppageSeconds: 45 },
    { startedAt: '2024-10-03T15:44', channel: '综合频道', stoppageSeconds: 45 },
  ]

  it('has no stop rate before due hours are set', async () => {
    const { figure } = await evaluating({ faults }, covering('faults'))
    expect(await figure('stopRate', YEAR)).toEqual({ state: 'none', why: 'noDueHours' })
  })

  const ALL_DAY = { name: '综合频道', dueSecondsPerDay: 86_400 }

  it('takes 90 seconds in a year of 24-hour days', async () => {
    const { figure } = await evaluating(
      { faults },
      { ...covering('faults'), due: dueHours({ channels: [ALL_DAY], schedules: [], offAir: [] }) },
    )
    expect(await figure('stopRate', YEAR)).toMatchObject({ value: (90 / (366 * 24)) * 100 })
    expect(await figure('availability', YEAR)).toMatchObject({ value: 1 - 90 / (366 * 86_400) })
  })

  it('counts the days since the last stoppage', async () => {
    const { figure } = await evaluating({ faults }, covering('faults'))
    expect(await figure('daysSinceStoppage', OCTOBER)).toMatchObject({ value: 28 })
  })
})

describe('followers', () => {
  it('are the last of each platform, never a sum over months', async () => {
    const { figure } = await evaluating(
      {
        accountFigures: [
          { day: '2024-08-31', platform: '今日峨边', followers: 900 },
          { day: '2024-09-30', platform: '爱峨边', followers: 5000 },
          { day: '2024-10-31', platform: '爱峨边', followers: 5200 },
        ],
      },
      covering('accountFigures'),
    )
    expect(await figure('followers', OCTOBER)).toMatchObject({
      value: 6100,
      from: '2024-08-31',
      to: '2024-10-31',
    })
  })
})

describe('comparison', () => {
  const days = (month: string, count: number): Row[] =>
    Array.from({ length: count }, (_, i) =>
      adoption(`${month}-${String(i + 1).padStart(2, '0')}`, 'national', `${month}${i}`),
    )
  const both = { coverage: { adoptions: [{ from: '2023-01-01', to: '2024-12-31' }] } }
  const change = async (
    rows: Row[],
    mode: 'yoy' | 'mom',
    facts: Partial<Facts> = both,
    period: Period = OCTOBER,
  ) => (await evaluating({ adoptions: rows }, facts)).compare('adopted', period, mode)

  it('is a percentage of the same month last year', async () => {
    const { change: found } = await change([...days('2023-10', 10), ...days('2024-10', 13)], 'yoy')
    expect(found).toEqual({ kind: 'percent', ratio: 0.3, from: 10 })
  })

  it('from zero is new, not a percentage', async () => {
    const { change: found } = await change(days('2024-10', 13), 'yoy')
    expect(found).toEqual({ kind: 'new', amount: 13 })
  })

  it('is refused where last year is not covered', async () => {
    const { change: found } = await change(days('2024-10', 13), 'yoy', covering('adoptions'))
    expect(found).toEqual({ kind: 'none', why: 'notCovered' })
  })

  it('of an unfinished month is with as many days', async () => {
    const facts = { ...both, today: '2024-10-05' }
    const compared = await change([...days('2023-10', 31), ...days('2024-10', 4)], 'yoy', facts)
    expect(compared.isCut).toBe(true)
    expect(compared.against).toMatchObject({ from: '2023-10-01', to: '2023-10-05' })
    expect(compared.change).toEqual({ kind: 'percent', ratio: -0.2, from: 5 })
  })

  it('of a rate is in percentage points', async () => {
    const line = (year: string) => ({ year, category: 'basic', project: '基本支出', initial: 1000 })
    const paid = (paidOn: string, amount: number) => ({
      paidOn,
      category: 'basic',
      project: '基本支出',
      amount,
    })
    const span = [{ from: '2023-01-01', to: '2024-12-31' }]
    const { compare } = await evaluating(
      {
        budgetLines: [line('2023'), line('2024')],
        payments: [paid('2023-10', 800), paid('2024-10', 850)],
      },
      { coverage: { budgetLines: span, payments: span } },
    )
    const { change: found } = await compare('executionRate', OCTOBER, 'yoy')
    expect(found).toMatchObject({ kind: 'points', from: 0.8 })
    expect(found.kind === 'points' && found.points).toBeCloseTo(5, 10)
  })
})

describe('what stands', () => {
  const post = (person: string, kind: string, from: string, to: string | null = null): Row => ({
    person,
    post: '记者',
    kind,
    from,
    to,
  })
  const staff = [
    post('甲', 'public', '2015-07-01'),
    post('乙', 'contract', '2021-03-01', '2024-10-31'),
    post('丙', 'public', '2024-10-08'),
    post('丁', 'public', '2025-09-01'),
  ]

  it('is who came on or before the last day and has not left by it, with no covered days', async () => {
    const { figure } = await evaluating({ staffing: staff })
    expect(await figure('staffInPost', monthPeriod('2024-09'))).toMatchObject({
      state: 'counted',
      value: 2,
      complete: true,
    })
    expect(await figure('staffInPost', OCTOBER)).toMatchObject({ value: 2 })
    expect(await figure('staffInPost', rangePeriod('2024-10-08', '2024-10-30'))).toMatchObject({
      value: 3,
    })
  })

  it('splits by kind, also where it began long before', async () => {
    const { parts } = await evaluating({ staffing: staff })
    const found = await parts('staffInPost', monthPeriod('2024-09'), 'kind')
    expect(found.map(({ value, figure }) => [value, figure])).toEqual([
      ['public', expect.objectContaining({ value: 1 })],
      ['contract', expect.objectContaining({ value: 1 })],
    ])
  })

  it('looks at today in a running period, and is absent where the list is empty', async () => {
    const { figure } = await evaluating({ staffing: staff })
    expect(await figure('staffInPost', yearPeriod(2025))).toMatchObject({
      value: 2,
      complete: false,
      to: '2025-02-10',
    })
    const empty = await evaluating({})
    expect(await empty.figure('staffInPost', OCTOBER)).toEqual({ state: 'none', why: 'notCovered' })
  })
})

describe('findings', () => {
  const finding = (n: number, dueOn: string | null, doneOn: string | null, state = 'running') => ({
    code: `Z${n}`,
    foundOn: '2024-05-20',
    source: '巡察',
    finding: `问题${n}`,
    dueOn,
    doneOn,
    state,
  })

  it('are open until done and overdue from the day after the limit', async () => {
    const { figure } = await evaluating(
      {
        rectifications: [
          finding(1, '2024-10-31', null),
          finding(2, '2024-07-31', '2024-07-19'),
          finding(3, '2024-06-30', '2024-07-12'),
          finding(4, '2024-06-30', null, 'done'),
        ],
      },
      covering('rectifications'),
    )
    const at = async (month: string) => [
      await figure('rectificationsOpen', monthPeriod(month)),
      await figure('rectificationsOverdue', monthPeriod(month)),
    ]
    const values = (open: number, late: number) => [
      expect.objectContaining({ value: open }),
      expect.objectContaining({ value: late }),
    ]
    expect(await at('2024-06')).toEqual(values(3, 0))
    expect(await at('2024-07')).toEqual(values(1, 0))
    expect(await at('2024-10')).toEqual(values(1, 0))
    expect(await at('2024-11')).toEqual(values(1, 1))
    expect(await figure('rectificationsOverdue', rangePeriod('2024-06-01', '2024-07-05'))).toEqual(
      expect.objectContaining({ value: 1 }),
    )
  })
})
