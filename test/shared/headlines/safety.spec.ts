import { describe, expect, it } from 'vitest'
import type {
  ChannelRow,
  Danger,
  Dangers,
  PlannedMonth,
  Suggestion,
} from '#shared/contract/safety.ts'
import {
  calendarTitle,
  causesTitle,
  channelTitle,
  dangersTitle,
  dueGaps,
  dueWorking,
  findingsTitle,
  gradeDiffers,
  gradesTitle,
  hoursText,
  kindsTitle,
  lateWords,
  limitWords,
  maintenanceTitle,
  openDangersTitle,
  plansTitle,
  secondsText,
  suggestionWords,
} from '#shared/headlines/safety.ts'
import { none } from '#shared/metrics/figure.ts'
import { counted } from '#test/support/answers.ts'

const months = (...states: readonly PlannedMonth['state'][]) =>
  states.map((state, n) => ({ month: `2024-0${n + 1}`, state, done: 0 }))
const plan = (category: string, ...states: readonly PlannedMonth['state'][]) => ({
  category,
  place: '',
  timesPerMonth: 1,
  months: months(...states),
})

describe('plans', () => {
  it('names what was missed, and of which plan most', () => {
    expect(
      plansTitle([plan('消防设备', 'met', 'missed', 'missed'), plan('网络安全', 'met', 'running')]),
    ).toBe('计划 4 项次，漏检 2 项次，消防设备最多（2 个月）')
    expect(plansTitle([plan('消防设备', 'met', 'missed')])).toBe('计划 2 项次，漏检 1 项次')
  })

  it('says that all were done, that none is judged yet, and that there is no plan', () => {
    expect(plansTitle([plan('消防设备', 'met', 'met')])).toBe('计划的检查 2 项次都做到了')
    expect(plansTitle([plan('消防设备', 'unknown', 'running')])).toContain('判断不了')
    expect(plansTitle([])).toBe('没有设检查计划，不判断漏检')
  })
})

it('checks are said by day and by kind and place', () => {
  const checked = [
    { day: '2024-10-08', checks: 2, dangers: 0 },
    { day: '2024-10-30', checks: 1, dangers: 1 },
  ]
  expect(calendarTitle({ checked })).toBe('3 次检查分布在 2 天，最近一次 10月30日')
  expect(calendarTitle({ checked: checked.slice(1) })).toBe('1 天各检查 1 次，最近一次 10月30日')
  expect(calendarTitle({ checked: [] })).toBe('还没有登记检查')
  const cells = [
    { category: '消防设备', place: '', checks: 3, dangers: 0 },
    { category: '网络安全', place: '制作网', checks: 2, dangers: 0 },
  ]
  expect(kindsTitle(cells)).toBe('5 次检查，消防设备·未填对象查得最多（3 次）')
  expect(kindsTitle([])).toBe('期内没有检查记录')
})

describe('hidden dangers', () => {
  const section = (found: number, states: Dangers['states']) =>
    dangersTitle({
      found,
      states,
      fixing: { inTime: 0, late: 0, noLimit: 0 },
      at: '2024-12-31',
      open: { total: 0, late: 0, noLimit: 0, list: [] },
      waiting: { total: 0, list: [] },
    })

  it('are said from found to re-checked', () => {
    expect(section(8, { open: 1, fixed: 1, rechecked: 6 })).toBe(
      '发现 8 个隐患，已整改 7 个，其中复查 6 个',
    )
    expect(section(2, { open: 0, fixed: 0, rechecked: 2 })).toBe('发现 2 个隐患，全部整改并复查')
    expect(section(0, { open: 0, fixed: 0, rechecked: 0 })).toBe('期内没有发现隐患')
  })

  it('that are open are said with their age and their limit', () => {
    const old: Danger = {
      id: 'a',
      day: '2024-12-12',
      category: '消防设备',
      place: '',
      danger: '',
      owner: null,
      dueOn: null,
      fixedOn: null,
      age: 19,
      late: 4,
    }
    const open = (late: number) => ({ open: { total: 2, late, noLimit: 0, list: [old] } })
    expect(openDangersTitle(open(1))).toBe('未整改 2 个，已超期 1 个，最久 19 天')
    expect(openDangersTitle(open(0))).toBe('未整改 2 个，没有超期的，最久 19 天')
    expect([null, 0, 4].map(lateWords)).toEqual(['没有填期限', '期限内', '超期 4 天'])
  })
})

describe('faults', () => {
  const of = (causeClass: string, count: number) => ({
    causeClass,
    faults: count,
    stops: 0,
    stoppage: 0,
    causes: [],
  })
  const suggested = (grade: Suggestion['grade'], isAtLeast = false): Suggestion => ({
    grade,
    isAtLeast,
    tier: null,
  })
  const fault = (grade: Suggestion['grade'], decided: string | null) => ({
    id: 'a',
    startedAt: '2024-10-03T15:44',
    channel: '综合频道',
    kind: null,
    cause: '',
    causeClass: null,
    symptom: '',
    stoppage: 0,
    filler: 0,
    suggested: suggested(grade),
    decided,
  })
  const graded = (isUngraded: boolean, ...list: readonly ReturnType<typeof fault>[]) =>
    gradesTitle({ classes: [], total: list.length, list: [...list], isUngraded })

  it('by national class', () => {
    const classes = [of('sabotage', 0), of('technology', 6), of('', 1)]
    expect(causesTitle({ classes, total: 7 })).toBe('7 次故障，技术安全 6 次最多')
    expect(causesTitle({ classes: [of('', 2)], total: 2 })).toBe('2 次故障，都属未归类')
    expect(causesTitle({ classes, total: 0 })).toBe('期内没有故障')
  })

  it('by grade: without thresholds nothing is suggested', () => {
    expect(graded(true, fault('noRule', null))).toBe('1 次故障；没有设分级阈值，级别由人认定')
    expect(suggestionWords(suggested('noRule'))).toBe('未设定')
  })

  it('by grade: suggested ones beside those decided', () => {
    const major = fault('major', '重大')
    expect(graded(false, major, fault('below', null))).toBe('2 次故障，1 次达到级别阈值，都已认定')
    expect(graded(false, fault('major', null))).toBe('1 次故障，1 次达到级别阈值，还没有人认定')
    expect(graded(false, major, fault('considerable', null))).toBe(
      '2 次故障，2 次达到级别阈值，1 次已认定',
    )
    expect(graded(false, fault('below', null))).toBe('1 次故障，没有达到设定的级别阈值')
    expect(suggestionWords(suggested('major', true))).toBe('至少重大')
  })

  it('a decided grade that is another is told, 特别重大 from 重大 too', () => {
    expect(gradeDiffers(suggested('major'), '重大事件')).toBe(false)
    expect(gradeDiffers(suggested('major'), '特别重大')).toBe(true)
    expect(gradeDiffers(suggested('extraordinary'), '特大')).toBe(false)
    expect(gradeDiffers(suggested('considerable'), '一般')).toBe(true)
    expect(gradeDiffers(suggested('considerable'), null)).toBe(false)
    expect(gradeDiffers(suggested('noRule'), '较大')).toBe(false)
  })
})

describe('a channel', () => {
  const row = (change: Partial<ChannelRow> = {}): ChannelRow => ({
    channel: '综合频道',
    stops: counted(4),
    stoppage: counted(197),
    filler: counted(135),
    assessed: counted(129.5),
    stopRate: counted(2.3173),
    availability: counted(0.9999936),
    meanRestore: counted(49.25),
    due: {
      days: { from: '2024-01-01', to: '2024-12-31' },
      scheduled: 31_183_200,
      flatDays: 0,
      unsetDays: 0,
      breaks: 572_400,
      maintenance: 6000,
      due: 30_604_800,
    },
    last: null,
    limit: 36,
    ...change,
  })

  it('that never stopped is good news, one nobody registered is not', () => {
    expect(channelTitle(row())).toBe('综合频道停播 4 次，共 3分17秒')
    expect(channelTitle(row({ stops: counted(0), stoppage: counted(0) }))).toBe(
      '综合频道期内没有停播',
    )
    expect(channelTitle(row({ stops: none('notCovered') }))).toBe('综合频道：未登记')
  })

  const emptyDue = {
    scheduled: 1_713_600,
    unsetDays: 0,
    breaks: 0,
    maintenance: 0,
    due: 1_713_600,
  }

  it('shows how its due hours come about', () => {
    expect(dueWorking(row())).toBe(
      '排期 8,662 小时 − 例行检修 159 小时 − 报备的检修 1 小时 40 分 = 应播 8,501 小时 20 分',
    )
    const flat = { ...emptyDue, days: { from: '2023-02-01', to: '2023-02-28' }, flatDays: 28 }
    expect(dueWorking({ due: flat })).toBe('每天应播合计 476 小时 = 应播 476 小时')
    expect(dueWorking(row({ due: null }))).toBe('没有设应播时长，算不出停播率和可用度')
    const { due } = row()
    expect(due && dueGaps({ due: { ...due, flatDays: 3, unsetDays: 2 } })).toBe(
      '3 天没有排期，按每天应播时长计；2 天什么都没有设，不计应播',
    )
  })

  it('stands against its limit only where one is set', () => {
    expect(limitWords(row())).toEqual({ text: '目标不超过 36 秒/百小时，在目标内', isOver: false })
    expect(limitWords(row({ stopRate: counted(36.1) })).isOver).toBe(true)
    expect(limitWords(row({ limit: null })).text).toBe('没有设目标值')
  })
})

it('seconds keep their half, hours their minutes', () => {
  expect(secondsText(129.5)).toBe('129.5 秒（2分10秒）')
  expect(secondsText(45)).toBe('45 秒')
  expect(hoursText(30_604_800)).toBe('8,501 小时 20 分')
})

it('maintenance and findings are counted in words', () => {
  const work = {
    id: 'a',
    channel: '综合广播',
    startedAt: '2024-10-01T22:00',
    endedAt: null,
    kind: null,
    impact: null,
    reportedOn: null,
    content: '',
    isExcused: false,
  }
  expect(maintenanceTitle(1, [{ ...work, protections: ['国庆'] }])).toBe(
    '检修 1 次，1 次落在重保期内',
  )
  expect(maintenanceTitle(1, [{ ...work, protections: [] }])).toBe('检修 1 次，都不在重保期内')
  expect(maintenanceTitle(0, [])).toBe('期内没有检修记录')
  expect(findingsTitle({ total: 0, list: [] })).toBe('没有发现需要核对的记录')
  expect(findingsTitle({ total: 2, list: [] })).toBe('2 处需要核对')
})
