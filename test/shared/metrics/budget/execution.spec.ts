import { describe, expect, it } from 'vitest'
import {
  executionRates,
  lightOf,
  pacePoints,
  projectKey,
} from '#shared/metrics/budget/execution.ts'
import { BUDGET_SETTINGS } from '#shared/settings/budget.ts'

const WAN = 1_000_000

describe('the rates of a budget line', () => {
  it('丰都县融媒体中心 2022: 462.4 of 899.7 is 51.4 %, carried over money is its own pot', () => {
    const rates = executionRates({
      budget: 899.7 * WAN,
      carriedOver: 243.49 * WAN,
      paidOfYear: 462.4 * WAN,
      paidCarried: 243.49 * WAN,
    })
    expect(rates.ofYear).toBeCloseTo(0.51395, 5)
    expect(rates.carried).toBe(1)
    // 705.89 ÷ 1,143.19; never 705.89 ÷ 899.7 = 78.46 %.
    expect(rates.withCarried).toBeCloseTo(0.61747, 5)
  })

  it('money that was not registered is absent, not zero', () => {
    const none = { budget: null, carriedOver: null, paidOfYear: 5, paidCarried: 0 }
    expect(executionRates(none)).toEqual({ ofYear: null, carried: null, withCarried: null })
    const unpaid = { budget: 100, carriedOver: 0, paidOfYear: null, paidCarried: null }
    expect(executionRates(unpaid)).toEqual({ ofYear: null, carried: null, withCarried: null })
  })

  it('without anything carried over both rates are the same', () => {
    const line = { budget: 1000, carriedOver: 0, paidOfYear: 760, paidCarried: 0 }
    expect(executionRates(line)).toEqual({ ofYear: 0.76, carried: null, withCarried: 0.76 })
  })
})

describe('the light of a line', () => {
  const light = (rate: number | null, pace: number | null) => lightOf(rate, pace, BUDGET_SETTINGS)

  it('56.47 % against a 序时进度 of 58 % is 1.53 points behind', () => {
    expect(pacePoints(0.5647, 0.58)).toBe(-1.53)
    expect(light(0.5647, 0.58)).toBe('behind')
  })

  it('81 % against 90 % is 9 points and far behind', () => {
    expect(pacePoints(0.81, 0.9)).toBe(-9)
    expect(light(0.81, 0.9)).toBe('farBehind')
  })

  it('exactly five points behind is not yet far behind, exactly on pace is on pace', () => {
    expect(light(0.7, 0.75)).toBe('behind')
    expect(light(0.6999, 0.75)).toBe('farBehind')
    expect(light(0.75, 0.75)).toBe('onPace')
  })

  it('more than the money there is is over, whatever the pace', () => {
    expect(light(1, 1)).toBe('onPace')
    expect(light(1.0001, null)).toBe('over')
  })

  it('says nothing without a rate or a pace', () => {
    expect(light(null, 0.5)).toBe('unknown')
    expect(light(0.5, null)).toBe('unknown')
  })

  it('limits are the centre’s own', () => {
    expect(lightOf(0.72, 0.75, { paceFrom: -3, farBelow: -10 })).toBe('onPace')
  })
})

it('the two names one project has in the 2024 report are one project', () => {
  expect(projectKey('推广服务费及保障安全播出经费项目')).toBe('推广服务及保障安全播出')
  expect(projectKey('推广服务及保障安全播出项目')).toBe('推广服务及保障安全播出')
  expect(projectKey('峨边在线项目')).toBe('峨边在线')
  expect(projectKey('经费')).toBe('经费')
})
