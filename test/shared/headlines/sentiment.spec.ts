import { describe, expect, it } from 'vitest'
import type { FunnelStep, TimedAlert } from '#shared/contract/sentiment.ts'
import {
  funnelExceptions,
  funnelTitle,
  levelsTitle,
  openTitle,
  petitionsTitle,
  repeatsTitle,
  satisfactionTitle,
  spreadTitle,
  volumeTitle,
} from '#shared/headlines/sentiment.ts'
import { none } from '#shared/metrics/figure.ts'
import { counted } from '#test/support/answers.ts'

describe('the daily volume', () => {
  const days = [
    { day: '2024-10-01', value: 327 },
    { day: '2024-10-02', value: 371 },
    { day: '2024-10-03', value: null },
    { day: '2024-10-04', value: 130 },
  ]

  it('says how many days lie above what is typical, and the largest', () => {
    const title = volumeTitle({ days, band: { low: 123, high: 242 } })
    expect(title).toBe('2 天的监测信息多于往常，最多是10月2日 371 条')
  })

  it('a day on the edge of the band is typical', () => {
    const title = volumeTitle({ days, band: { low: 130, high: 371 } })
    expect(title).toBe('每天的监测信息都在往常范围内，最多是10月2日 371 条')
  })

  it('says so when days lie below', () => {
    expect(volumeTitle({ days, band: { low: 150, high: 400 } })).toBe(
      '1 天的监测信息少于往常（150 条）',
    )
  })

  it('without a band has the largest day alone, without days nothing', () => {
    expect(volumeTitle({ days, band: null })).toBe('监测信息最多的一天是10月2日 371 条')
    expect(volumeTitle({ days: days.slice(2, 3), band: null })).toBe('没有登记每天的监测信息')
  })
})

describe('the funnel', () => {
  const step = (
    name: string,
    figure: FunnelStep['figure'],
    share: FunnelStep['share'] = null,
  ): FunnelStep => ({ name, metric: 'alerted', part: null, figure, share })
  const steps = [
    step('预警', counted(1362), { of: '监测', ratio: 1362 / 70838 }),
    step('转发', counted(48)),
    step('推送', counted(60)),
    step('办结', none('notCovered')),
  ]

  it('says each step in the centre’s words, with its share of what it is a part of', () => {
    expect(funnelTitle(steps)).toBe(
      '预警 1,362 条（监测的 1.92%），转发 48 条，推送 60 条，办结 未登记',
    )
    expect(funnelTitle([])).toBe('没有设流转步骤')
  })

  it('names a step that is larger than the one before', () => {
    expect(funnelExceptions(steps)).toEqual(['推送多于转发'])
  })
})

describe('open alerts', () => {
  const alert = (seconds: number, isLate: boolean): TimedAlert => ({
    id: '1',
    level: null,
    title: '',
    platform: '',
    township: '',
    assignee: null,
    dutyOfficer: null,
    foundAt: '2024-10-01T08:00',
    closedAt: null,
    limitAt: null,
    isLate,
    seconds,
  })
  const open = { at: '2024-10-31T23:59', ages: [0, 0, 0, 0] }

  it('are counted with the late ones and the age of the oldest', () => {
    const alerts = [alert(349_200, true), alert(5520, false)]
    expect(openTitle({ ...open, total: 2, alerts })).toBe('未办结 2 条，1 条已超时，最久 4天1小时')
    expect(openTitle({ ...open, total: 1, alerts: alerts.slice(1) })).toBe(
      '未办结 1 条，都没有超时，最久 1小时32分',
    )
  })

  it('of a cut list say nothing of lateness, and none are said to be none', () => {
    expect(openTitle({ ...open, total: 30, alerts: [alert(90_000, true)] })).toBe(
      '未办结 30 条，最久 1天1小时',
    )
    expect(openTitle({ ...open, total: 0, alerts: [] })).toBe('没有未办结的预警')
  })
})

describe('timing', () => {
  const spread = { records: 0, median: null, ninetieth: null }
  const held = { inTime: 0, late: 0, pending: 0, noLimit: 0, noTime: 0 }
  const level = (inTime: number, late: number) => ({
    level: 'orange',
    found: inTime + late,
    close: { ...held, inTime, late },
    closing: spread,
    first: held,
    acting: spread,
    limit: { firstSeconds: null, closeSeconds: null, closeWorkingDays: null },
  })

  it('99.87% in time is never 100%', () => {
    expect(levelsTitle({ levels: [level(1000, 0), level(538, 2)] })).toBe(
      '按时办结 1,538 条，超时 2 条，按时率 99.87%',
    )
    expect(levelsTitle({ levels: [level(9999, 1)] })).toBe(
      '按时办结 9,999 条，超时 1 条，按时率 99.99%',
    )
    expect(levelsTitle({ levels: [level(0, 0)] })).toBe('没有可以判定时效的预警')
  })

  it('says in what time half and nine of ten are closed', () => {
    const closing = { records: 163, median: 2760, ninetieth: 12_996 }
    expect(spreadTitle({ closing })).toBe('一半在 46分内办结，九成在 3小时36分内')
    expect(spreadTitle({ closing: spread })).toBe('没有已办结、能算用时的预警')
  })
})

it('what comes back is counted with the most frequent', () => {
  const list = [{ matter: '路灯不亮', records: 5, first: '2024-10-05', last: '2024-10-18' }]
  expect(repeatsTitle({ from: 3, titles: { total: 12, list } })).toBe(
    '12 件事项反映 3 次以上，最多的一件 5 次',
  )
  expect(repeatsTitle({ from: 3, titles: { total: 0, list: [] } })).toBe('没有反映 3 次以上的事项')
})

it('petitions: received, answered, in time and late, with the average', () => {
  const all = {
    word: '',
    received: 9,
    answered: 8,
    held: { inTime: 7, late: 1, pending: 1, noLimit: 0, noTime: 0 },
    workingDays: 4.125,
    timed: 8,
    limitDays: null,
  }
  expect(petitionsTitle({ all })).toBe(
    '收到 9 件，答复 8 件，按时 7 件，逾期 1 件，平均 4.1 个工作日',
  )
  expect(petitionsTitle({ all: { ...all, received: 0 } })).toBe('期内没有收到信访件')
})

it('satisfaction is of those called back alone', () => {
  const satisfaction = { satisfied: 5, fair: 2, dissatisfied: 0, unasked: 1, blank: 4 }
  expect(satisfactionTitle({ satisfaction })).toBe('回访 7 件，满意 5 件（71.4%）')
  const none5 = { satisfied: 0, fair: 0, dissatisfied: 0, unasked: 1, blank: 4 }
  expect(satisfactionTitle({ satisfaction: none5 })).toBe('没有回访结果')
})
