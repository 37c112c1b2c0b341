import { describe, expect, it } from 'vitest'
import {
  assessedStoppage,
  availability,
  quantile,
  ratio,
  stopRate,
  timeProgress,
} from '#shared/metrics/formulas.ts'

describe('停播率 and 可用度 (GY/T 264-2012)', () => {
  it('90 seconds in 8,640 hours are 1.0417 seconds a hundred hours', () => {
    expect(stopRate(90, 8640 * 3600)).toBeCloseTo(1.0417, 4)
    expect(availability(90, 8640 * 3600)).toBeCloseTo(0.9999971, 7)
  })

  it.each([
    [0.9999, 36],
    [0.9998, 72],
    [0.9995, 180],
    [0.999, 360],
  ])('an availability of %f is a stop rate of %i', (share, rate) => {
    const due = 1000 * 3600
    const stoppage = due * (1 - share)
    expect(stopRate(stoppage, due)).toBeCloseTo(rate, 6)
    expect(availability(stoppage, due)).toBeCloseTo(share, 10)
  })

  it('without due hours there is neither', () => {
    expect(stopRate(90, 0)).toBeNull()
    expect(availability(90, 0)).toBeNull()
  })
})

it('in assessment filler counts half: 180 seconds with 120 of filler are 120', () => {
  expect(assessedStoppage(180, 120)).toBe(120)
  expect(assessedStoppage(45, 45)).toBe(22.5)
  expect(assessedStoppage(12, 0)).toBe(12)
})

describe('ratio', () => {
  it('1,362 alerts of 70,838 monitored are 1.92 %', () => {
    expect(ratio(1362, 70838)).toBeCloseTo(0.0192, 4)
  })

  it('over nothing is absent, not zero', () => {
    expect(ratio(5, 0)).toBeNull()
    expect(ratio(0, 0)).toBeNull()
  })
})

describe('序时进度', () => {
  it('at the end of July is 7/12, or 58 % where a notice rounds it', () => {
    expect(timeProgress('2016-07-31', 'months')).toBeCloseTo(0.583333, 6)
    expect(timeProgress('2016-07-31', 'wholePercent')).toBe(0.58)
  })

  it('counts the days of a leap year when asked to', () => {
    expect(timeProgress('2024-10-31', 'days')).toBeCloseTo(305 / 366, 10)
  })

  it('takes a begun month by its days', () => {
    expect(timeProgress('2024-11-15', 'months')).toBeCloseTo(10.5 / 12, 10)
  })

  it('is whole at the end of the year', () => {
    expect(timeProgress('2024-12-31', 'months')).toBe(1)
    expect(timeProgress('2024-12-31', 'days')).toBe(1)
  })
})

describe('quantile', () => {
  const times = [60, 120, 180, 240, 1000].map((value) => ({ value, records: 1 }))

  it('gives what PERCENTILE.INC gives in Excel', () => {
    expect(quantile(times, 0.5)).toBe(180)
    expect(quantile(times, 0.9)).toBeCloseTo(696, 10)
  })

  it('weighs a value by its records', () => {
    expect(
      quantile(
        [
          { value: 60, records: 3 },
          { value: 600, records: 1 },
        ],
        0.5,
      ),
    ).toBe(60)
  })

  it('of nothing is absent', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([{ value: 5, records: 0 }], 0.5)).toBeNull()
  })
})
