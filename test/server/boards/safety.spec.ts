import { beforeAll, describe, expect, it } from 'vitest'
import { addRecords, listRecords } from '#shared/contract/records.ts'
import { readSafety, type SafetyAnswer } from '#shared/contract/safety.ts'
import { readSettings, saveSettings } from '#shared/contract/settings.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { ask, ownExample } from '#test/support/memory-desk.ts'

const desk = await ownExample()
let year: SafetyAnswer
let october: SafetyAnswer

const board = (p: string) => ask(desk, readSafety, `/boards/safety?p=${p}`)

beforeAll(async () => {
  year = await board('2024')
  october = await board('2024-10')
})

describe('checks', () => {
  it('of each plan are met or missed a month, up to the period’s end', () => {
    const fire = october.checks.plans.find(({ category }) => category === '消防设备')
    expect(fire?.months.map(({ done }) => done)).toEqual([0, 2, 0, 0, 4, 0, 0, 0, 1, 0])
    expect(fire?.months.at(-1)).toEqual({ month: '2024-10', state: 'missed', done: 0 })
  })

  it('by kind and place add up to the year’s 64, eight with a danger', () => {
    const sum = (of: 'checks' | 'dangers') =>
      year.checks.cells.reduce((total, cell) => total + cell[of], 0)
    expect([sum('checks'), sum('dangers')]).toEqual([64, 8])
    expect(year.checks.cells[0]).toEqual({
      category: '安全播出',
      place: '综合频道播出机房',
      checks: 11,
      dangers: 1,
    })
  })

  it('by day stand on the days that are registered', () => {
    const { checked, covered, days } = october.checks
    expect(days).toEqual({ from: '2024-01-01', to: '2024-10-31' })
    expect(covered).toEqual([days])
    expect(checked.reduce((sum, { checks }) => sum + checks, 0)).toBe(53)
  })

  it('show the last month whole, where a plan is judged', async () => {
    const { days, plans } = (await board('2024-02-10..2024-03-05')).checks
    expect(days).toEqual({ from: '2024-01-01', to: '2024-03-31' })
    expect(plans[0]?.months.at(-1)).toMatchObject({ month: '2024-03', state: 'met' })
  })

  it('of months nobody registered are unknown, of the running one not over', async () => {
    const { plans, covered } = (await board('2025-02')).checks
    expect(plans[0]?.months.map(({ state }) => state)).toEqual(['unknown', 'running'])
    expect(covered).toEqual([])
  })
})

describe('hidden dangers', () => {
  it('found in the year stand open, fixed or re-checked; those fixed were in time', () => {
    expect(year.dangers).toMatchObject({
      found: 8,
      states: { open: 1, fixed: 1, rechecked: 6 },
      fixing: { inTime: 7, late: 0, noLimit: 0 },
    })
  })

  it('open at the period’s end are listed by age, with those past their limit', async () => {
    expect(year.dangers.open).toMatchObject({ total: 1, late: 1, noLimit: 0 })
    expect(year.dangers.open.list[0]).toMatchObject({
      day: '2024-12-12',
      dueOn: '2024-12-27',
      age: 19,
      late: 4,
    })
    expect(year.dangers.waiting.list).toMatchObject([{ day: '2024-11-12', fixedOn: '2024-11-14' }])
    // Found on 5 April and put right nine days later: open on the 10th, not late.
    const april = (await board('2024-04-01..2024-04-10')).dangers
    expect(april.open.list.every(({ late }) => late === 0)).toBe(true)
    expect(april.open.total).toBe(april.open.list.length)
  })

  it('open ones are as many as the list of records the figure leads to', async () => {
    const { open } = (await board('2024-12')).dangers
    const { total } = await ask(
      desk,
      listRecords,
      '/ledgers/checks/records?measure=dangers&at=open&until=fixed&p=2024-12',
    )
    expect(open.total).toBe(total)
  })
})

it('every count leads to as many records', async () => {
  const count = async (ledger: string, query: string) =>
    (await ask(desk, listRecords, `/ledgers/${ledger}/records?measure=records&${query}`)).total
  for (const { category, place, checks } of year.checks.cells) {
    const where = `category:${encodeURIComponent(category)},place:${encodeURIComponent(place)}`
    expect(await count('checks', `p=2024&where=${encodeURIComponent(where)}`)).toBe(checks)
  }
  for (const { causeClass, faults, causes } of year.faults.classes) {
    const where = `causeClass:${causeClass}`
    expect(await count('faults', `p=2024&where=${where}`)).toBe(faults)
    for (const { cause, faults: own } of causes) {
      const both = encodeURIComponent(`${where},cause:${encodeURIComponent(cause)}`)
      expect(await count('faults', `p=2024&where=${both}`)).toBe(own)
    }
  }
  for (const { from, to, checks, faults, maintenance } of year.bands)
    expect([
      await count('checks', `p=${from}..${to}`),
      await count('faults', `p=${from}..${to}`),
      await count('maintenance', `p=${from}..${to}`),
    ]).toEqual([checks, faults, maintenance])
  expect(await count('maintenance', 'p=2024')).toBe(year.maintenance.total)
})

describe('faults', () => {
  it('by the five national classes, those with none as zero', () => {
    expect(
      year.faults.classes.map(({ causeClass, faults, stops, stoppage }) => [
        causeClass,
        faults,
        stops,
        stoppage,
      ]),
    ).toEqual([
      ['sabotage', 0, 0, 0],
      ['nature', 0, 0, 0],
      ['technology', 6, 6, 385],
      ['information', 0, 0, 0],
      ['other', 1, 0, 0],
    ])
    expect(year.faults.classes[2]?.causes[0]).toEqual({ cause: '设备', faults: 3 })
  })

  it('have a suggested grade by the centre’s thresholds, and none decided', () => {
    expect(year.faults.list.map(({ stoppage, suggested }) => [stoppage, suggested.grade])).toEqual([
      [8, 'below'],
      [0, 'notStopped'],
      [95, 'considerable'],
      [45, 'below'],
      [180, 'considerable'],
      [12, 'below'],
      [45, 'below'],
    ])
    expect(year.faults.list.every(({ decided }) => decided === null)).toBe(true)
  })
})

describe('a channel', () => {
  it('has its stoppage against due hours that come from schedule, breaks and maintenance', () => {
    const [tv] = year.channels
    expect(tv?.channel).toBe('综合频道')
    // 366 days of 23 h 40 min; 53 Tuesdays of 3 h; 05:50–07:30 of one maintenance from 05:30.
    expect(tv?.due).toEqual({
      days: { from: '2024-01-01', to: '2024-12-31' },
      scheduled: 31_183_200,
      flatDays: 0,
      unsetDays: 0,
      breaks: 572_400,
      maintenance: 6000,
      due: 30_604_800,
    })
    expect(tv && valueOf(tv.stopRate)).toBeCloseTo((197 / 30_604_800) * 360_000, 9)
    expect(tv && valueOf(tv.availability)).toBeCloseTo(1 - 197 / 30_604_800, 12)
  })

  it('has filler at half in assessment and a mean time to restore', () => {
    const [tv, radio] = year.channels
    const values = (row: typeof tv) =>
      row && [row.stoppage, row.filler, row.assessed, row.stops, row.meanRestore].map(valueOf)
    expect(values(tv)).toEqual([197, 135, 129.5, 4, 49.25])
    expect(values(radio)).toEqual([188, 120, 128, 2, 94])
  })

  it('says when it last stopped, and what it is held to', () => {
    const [tv, radio] = october.channels
    expect(tv).toMatchObject({ last: { at: '2024-08-10T15:18', seconds: 95, days: 82 }, limit: 36 })
    expect(radio).toMatchObject({ last: { days: 191 }, limit: null })
  })
})

describe('maintenance', () => {
  it('inside 重保期 is named with it and found', () => {
    expect(october.maintenance.list).toMatchObject([
      { channel: '综合广播', isExcused: true, protections: ['2024 年国庆'] },
    ])
    expect(october.findings).toMatchObject({
      total: 1,
      list: [{ kind: 'inProtection', ledger: 'maintenance', at: '2024-10-01T22:00' }],
    })
  })

  it('each 重保期 of the year says what happened within it', () => {
    expect(
      year.bands.map(({ name, checks, faults, stoppage, maintenance }) => [
        name,
        checks,
        faults,
        stoppage,
        maintenance,
      ]),
    ).toEqual([
      ['2024 年春节', 0, 0, 0, 0],
      ['2024 年全国两会', 0, 0, 0, 0],
      ['2024 年国庆', 10, 1, 0, 1],
    ])
  })
})

it('what is entered wrong is found in its own period only', async () => {
  const added = { channel: '综合频道', kind: '停播', cause: '设备', stoppageSeconds: '60秒' }
  await ask(desk, addRecords, '/ledgers/faults/records', {
    rows: [{ ...added, startedAt: '2024-08-10 15:20', endedAt: '2024-08-10 15:25' }],
  })
  expect((await board('2024-08')).findings.list).toEqual([
    expect.objectContaining({
      kind: 'overlap',
      channel: '综合频道',
      at: '2024-08-10T15:20',
      says: '与同频道 2024-08-10 15:18 起的一次时间重叠，停播可能重复计',
    }),
  ])
  expect((await board('2024-12')).findings.total).toBe(0)
})

it('a desk without settings suggests nothing and holds nobody to a plan', async () => {
  const settings = await ask(desk, readSettings, '/settings')
  await ask(desk, saveSettings, '/settings', {
    ...settings,
    channels: [],
    safety: { schedules: [], gradeRules: [], checkPlans: [], stopRateLimits: [] },
  })
  const { faults, checks, channels } = await board('2024')
  expect(faults.isUngraded).toBe(true)
  expect(new Set(faults.list.map(({ suggested }) => suggested.grade))).toEqual(
    new Set(['noRule', 'notStopped']),
  )
  expect(checks.plans).toEqual([])
  expect(channels.map(({ due, stopRate }) => [due, stopRate])).toEqual([
    [null, { state: 'none', why: 'noDueHours' }],
    [null, { state: 'none', why: 'noDueHours' }],
  ])
})
