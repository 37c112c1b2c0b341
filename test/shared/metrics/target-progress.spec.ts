import { describe, expect, it } from 'vitest'
import type { Figure } from '#shared/metrics/figure.ts'
import {
  judgeSpan,
  judgeSteps,
  shareOfSpan,
  type TargetReading,
} from '#shared/metrics/target-progress.ts'
import type { Target } from '#shared/metrics/targets.ts'

const YEAR = { from: '2024-01-01', to: '2024-12-31' }

const target = (rest: Partial<Target>): Target => ({
  id: 't1',
  label: '全年发布 1000 条',
  wording: '',
  source: '',
  metric: 'published',
  part: null,
  kind: 'total',
  step: 'span',
  low: 1000,
  high: null,
  span: YEAR,
  ...rest,
})

const counted = (value: number, to: string): Figure => ({
  state: 'counted',
  value,
  complete: false,
  from: '2024-01-01',
  to,
  blank: 0,
})

const reading = (value: number, to: string, rest: Partial<TargetReading> = {}): TargetReading => ({
  figure: counted(value, to),
  isWhole: true,
  isOver: to === YEAR.to,
  rule: 'months',
  lastYear: null,
  ...rest,
})

describe('a total over a year', () => {
  it('is 72.4 % done where 83.3 % has passed, and heads for 869', () => {
    // 724 ÷ 1000; ten months of twelve; 724 × 366 ÷ 305 = 868.8
    expect(judgeSpan(target({}), reading(724, '2024-10-31'))).toEqual({
      value: 724,
      through: '2024-10-31',
      progress: 0.724,
      pace: 10 / 12,
      projected: 869,
      projectedByLastYear: null,
      isMet: null,
      missed: null,
      counted: null,
      doubt: null,
    })
  })

  it('heads elsewhere by the course of a year whose end was busier', () => {
    // 724 × 900 ÷ 600
    const { projectedByLastYear } = judgeSpan(
      target({}),
      reading(724, '2024-10-31', { lastYear: { soFar: 600, whole: 900 } }),
    )
    expect(projectedByLastYear).toBe(1086)
  })

  it('is reached for good once it is reached, and lost only when the year is over', () => {
    expect(judgeSpan(target({}), reading(1000, '2024-10-31')).isMet).toBe(true)
    expect(judgeSpan(target({}), reading(999, '2024-12-30')).isMet).toBe(null)
    expect(judgeSpan(target({}), reading(999, '2024-12-31')).isMet).toBe(false)
    expect(judgeSpan(target({}), reading(999, '2024-12-31')).projected).toBe(null)
  })

  it('is not projected from two weeks, from a handful, from works or from lengths of time', () => {
    const projected = (rest: Partial<Target>, value: number, to: string) =>
      judgeSpan(target(rest), reading(value, to)).projected
    expect(projected({}, 60, '2024-01-30')).toBe(null) // 30 of 366 days: under a twelfth
    expect(projected({}, 60, '2024-01-31')).toBe(708) // 60 × 366 ÷ 31
    expect(projected({}, 9, '2024-10-31')).toBe(null)
    expect(projected({ metric: 'adoptedWorks' }, 500, '2024-10-31')).toBe(null)
    expect(
      projected({ metric: 'stoppage', kind: 'ceiling', low: null, high: 1800 }, 500, '2024-10-31'),
    ).toBe(null)
  })

  it('claims no progress where the ledger begins after the target does', () => {
    expect(judgeSpan(target({}), reading(724, '2024-10-31', { isWhole: false }))).toMatchObject({
      value: 724,
      progress: null,
      pace: null,
      isMet: null,
      doubt: 'notWhole',
    })
    expect(judgeSpan(target({}), reading(1001, '2024-10-31', { isWhole: false })).isMet).toBe(true)
  })

  it('is absent where the figure is', () => {
    const figure: Figure = { state: 'none', why: 'notCovered' }
    expect(judgeSpan(target({}), reading(0, '2024-10-31', { figure }))).toMatchObject({
      value: null,
      progress: null,
      isMet: null,
      doubt: 'notCovered',
    })
  })
})

describe('a ceiling', () => {
  const ceiling = target({ metric: 'stoppage', kind: 'ceiling', low: null, high: 1800 })

  it('is used by a quarter and kept only when the year is over', () => {
    expect(judgeSpan(ceiling, reading(450, '2024-10-31'))).toMatchObject({
      progress: 0.25,
      isMet: null,
    })
    expect(judgeSpan(ceiling, reading(450, '2024-12-31')).isMet).toBe(true)
    expect(judgeSpan(ceiling, reading(1800, '2024-12-31')).isMet).toBe(true)
  })

  it('is broken as soon as it is passed', () => {
    expect(judgeSpan(ceiling, reading(1801, '2024-02-29')).isMet).toBe(false)
  })
})

describe('a range', () => {
  const range = target({ kind: 'range', low: 1000, high: 1200 })

  it('holds between its ends when the year is over', () => {
    expect(judgeSpan(range, reading(1100, '2024-12-31')).isMet).toBe(true)
    expect(judgeSpan(range, reading(999, '2024-12-31')).isMet).toBe(false)
    expect(judgeSpan(range, reading(1201, '2024-10-31')).isMet).toBe(false)
    expect(judgeSpan(range, reading(1100, '2024-10-31')).isMet).toBe(null)
  })
})

describe('a rate', () => {
  it('is judged as it stands, without pace, progress or projection', () => {
    const rate = target({ metric: 'onTimeRate', kind: 'floor', low: 0.95 })
    expect(judgeSpan(rate, reading(0.94, '2024-10-31'))).toMatchObject({
      value: 0.94,
      progress: null,
      pace: null,
      projected: null,
      isMet: false,
    })
  })
})

describe('a floor by the day', () => {
  const floor = target({ kind: 'floor', step: 'day', low: 3 })
  const days = [3, 4, 2, 0, 5].map((value, nth) => ({ at: `2024-01-0${nth + 1}`, value }))

  it('counts the days that held and those that did not', () => {
    expect(judgeSteps(floor, days, { isOver: false, through: '2024-01-05' })).toMatchObject({
      value: 14,
      counted: 5,
      missed: 2,
      progress: 0.6,
      isMet: false,
      pace: null,
      projected: null,
    })
  })

  it('is kept only when all days are over and none was missed', () => {
    const good = days.slice(0, 2)
    expect(judgeSteps(floor, good, { isOver: false, through: '2024-01-02' }).isMet).toBe(null)
    expect(judgeSteps(floor, good, { isOver: true, through: '2024-01-02' }).isMet).toBe(true)
  })

  it('says nothing of days that nobody registered', () => {
    expect(judgeSteps(floor, [], { isOver: false, through: null })).toMatchObject({
      value: null,
      counted: null,
      missed: null,
      doubt: 'notCovered',
    })
  })
})

describe('the share of a span that has passed', () => {
  it('counts months, whole percents or days', () => {
    expect(shareOfSpan(YEAR, '2024-07-31', 'months')).toBe(7 / 12)
    expect(shareOfSpan(YEAR, '2024-07-31', 'wholePercent')).toBe(0.58)
    expect(shareOfSpan(YEAR, '2024-07-31', 'days')).toBe(213 / 366)
    expect(shareOfSpan(YEAR, '2024-07-15', 'months')).toBeCloseTo((6 + 15 / 31) / 12, 12)
  })

  it('of a quarter is of its three months, of odd days of its days', () => {
    expect(shareOfSpan({ from: '2024-04-01', to: '2024-06-30' }, '2024-05-31', 'months')).toBe(
      2 / 3,
    )
    expect(shareOfSpan({ from: '2024-04-11', to: '2024-04-20' }, '2024-04-15', 'months')).toBe(0.5)
    expect(shareOfSpan(YEAR, '2025-03-01', 'days')).toBe(1)
    expect(shareOfSpan(YEAR, '2023-12-31', 'days')).toBe(0)
  })
})
