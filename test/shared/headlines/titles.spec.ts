import { describe, expect, it } from 'vitest'
import { alertTitle, answerTitle, budgetTitle, safetyTitle } from '#shared/headlines/titles.ts'
import { none } from '#shared/metrics/figure.ts'
import {
  amountsOf,
  answerOf,
  counted,
  countedUntil,
  monthsOfYear,
  partsOf,
  stated,
} from '#test/support/answers.ts'

const PLATFORMS = partsOf({ 爱峨边: 400, 峨边在线: 230, 今日峨边: 414 })

describe('the title of a chart is its finding', () => {
  it('a record month with its largest part', () => {
    const answer = answerOf('published', '2024-10', counted(1044), {
      parts: PLATFORMS,
      months: monthsOfYear(2024, [640, 600, 660, 690, 700, 705, 740, 755, 858, 1044]),
    })
    expect(answerTitle(answer)).toBe('10月发布 1,044 条，为年内最高，今日峨边占近四成')
  })

  it('three rises in a row where it is no record', () => {
    const answer = answerOf('alerted', '2024-05', counted(110), {
      months: monthsOfYear(2024, [150, 80, 90, 100, 110]),
    })
    expect(answerTitle(answer)).toBe('5月舆情预警 110 条，连续 3 个月上升')
  })

  it('half and more is said without 占', () => {
    const parts = partsOf({ blue: 60, yellow: 40 })
    expect(answerTitle(answerOf('alerted', '2024-05', counted(100), { parts }))).toBe(
      '5月舆情预警 100 条，Ⅳ级（蓝）占六成',
    )
    const half = partsOf({ blue: 55, yellow: 45 })
    expect(answerTitle(answerOf('alerted', '2024-05', counted(100), { parts: half }))).toBe(
      '5月舆情预警 100 条，Ⅳ级（蓝）过半',
    )
  })

  it('the plain figure where nothing stands out', () => {
    expect(answerTitle(answerOf('adopted', '2024', counted(1245)))).toBe('全年采用 1,245 条')
    expect(answerTitle(answerOf('executionRate', '2024', counted(0.846)))).toBe(
      '全年预算执行率 84.6%',
    )
  })

  it('says how far an unfinished period counts', () => {
    expect(answerTitle(answerOf('published', '2024-10', countedUntil('2024-10-23', 700)))).toBe(
      '10月截至10月23日发布 700 条',
    )
  })

  it('keeps the wording of what is stated vaguely', () => {
    expect(answerTitle(answerOf('published', '2024', stated(140, '140余期', 'moreThan')))).toBe(
      '全年发布 140余期',
    )
  })

  it('says why there is no figure', () => {
    expect(answerTitle(answerOf('published', '2025-03', none('notYet')))).toBe('3月发布量尚未开始')
  })
})

describe('adoptions', () => {
  const levels = (national: number) => partsOf({ national, provincial: 56, municipal: 70 })
  const months = monthsOfYear(2024, [1, 2, 3, 4, 5]).map((point, i) => ({
    ...point,
    parts: amountsOf({ national: [9, 4, 5, 6, 7][i] ?? 0, provincial: 56, municipal: 70 }),
  }))

  it('national ones that keep rising are the finding', () => {
    const answer = answerOf('adopted', '2024-05', counted(133), { parts: levels(7), months })
    expect(answerTitle(answer)).toBe('国家级采用 7 条，连续 3 个月上升')
  })

  it('a longer period names them beside the whole', () => {
    const answer = answerOf('adopted', '2024', counted(1245), { parts: levels(166), months })
    expect(answerTitle(answer)).toBe('全年采用 1,245 条，国家级 166 条')
  })
})

describe('alerts', () => {
  const open = {
    id: 'a1',
    level: 'orange',
    title: '网民反映道路施工扬尘',
    platform: '抖音',
    township: '新林镇',
    alertedAt: '2024-10-30T22:00',
    closedAt: null,
    openSeconds: 93_600,
    isLate: false,
  }

  it('are stated with what is open and the longest time', () => {
    const answers = [
      answerOf('alerted', '2024-10', counted(163)),
      answerOf('openAlerts', '2024-10', counted(2)),
    ]
    expect(alertTitle({ answers, openAlerts: [open] })).toBe(
      '预警 163 条；未办结 2 条，最久已 1天2小时',
    )
  })

  it('say when all are closed, and when none are recorded', () => {
    const answers = [
      answerOf('alerted', '2024-10', counted(163)),
      answerOf('openAlerts', '2024-10', counted(0)),
    ]
    expect(alertTitle({ answers, openAlerts: [] })).toBe('预警 163 条，没有未办结的')
    expect(alertTitle({ answers: [], openAlerts: [] })).toBe('预警未登记')
  })
})

describe('the budget', () => {
  const budget = (paid: Record<string, number>, rate: number, lead: number) => ({
    answers: [
      answerOf('executionRate', '2024', counted(rate)),
      answerOf('executionLead', '2024', counted(lead)),
      answerOf('timeProgress', '2024', counted(10 / 12)),
      answerOf('budget', '2024', counted(426_450_000), {
        parts: partsOf({ 基本支出: 300_000_000, 数字化建设项目: 126_450_000 }),
      }),
      answerOf('paid', '2024', counted(1), { parts: partsOf(paid) }),
    ],
  })

  it('is measured against 序时进度, with the project furthest behind', () => {
    const slow = { 基本支出: 270_000_000, 数字化建设项目: 63_225_000 }
    expect(budgetTitle(budget(slow, 0.846, 1.3))).toBe(
      '预算执行快于序时进度 1.3 个百分点，“数字化建设项目”慢 33.3 个百分点',
    )
  })

  it('names no project that keeps pace', () => {
    const even = { 基本支出: 250_000_000, 数字化建设项目: 105_000_000 }
    expect(budgetTitle(budget(even, 0.83, -0.3))).toBe('预算执行慢于序时进度 0.3 个百分点')
  })

  it('that is spent says so', () => {
    expect(budgetTitle(budget({}, 1, 0))).toBe('预算 426.45 万元全部支付')
  })
})

describe('safety', () => {
  const day = { day: '2024-10-03', checks: 3, dangers: 1, faults: 0 }

  it('adds up the months the ledgers cover', () => {
    const board = {
      answers: [answerOf('faulted', '2024-10', counted(0))],
      safetyDays: [day, { ...day, day: '2024-09-01' }, { ...day, day: '2024-08-01' }],
      safetyMonths: ['2024-09', '2024-10'],
    }
    expect(safetyTitle(board)).toBe('近 2 个月检查 6 次，发现隐患 2 个，没有故障')
  })

  it('claims no quiet where nothing is recorded', () => {
    expect(safetyTitle({ answers: [], safetyDays: [], safetyMonths: [] })).toBe(
      '近几个月没有登记检查和故障',
    )
    const board = { answers: [], safetyDays: [day], safetyMonths: ['2024-10'] }
    expect(safetyTitle(board)).toBe('近 1 个月检查 3 次，发现隐患 1 个')
  })
})
