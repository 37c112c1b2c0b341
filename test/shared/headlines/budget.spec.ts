import { beforeAll, describe, expect, it } from 'vitest'
import { readBudget, type BudgetAnswer, type BudgetLine } from '#shared/contract/budget.ts'
import {
  forecastTitle,
  forecastWords,
  isForeseen,
  leftOf,
  linesTitle,
  mixedWords,
  paymentsTitle,
  paceWords,
  potsTitle,
  rateText,
  signedPoints,
  totalTitle,
} from '#shared/headlines/budget.ts'
import { ask, exampleDesk } from '#test/support/memory-desk.ts'

const desk = await exampleDesk()
let october: BudgetAnswer

beforeAll(async () => {
  october = await ask(desk, readBudget, '/boards/budget?p=2024-10')
})

const total = (over: Partial<BudgetLine>): BudgetLine => ({ ...october.execution.total, ...over })
const of = (over: Partial<BudgetLine>) => ({ ...october.execution, total: total(over) })

describe('the titles of October 2024', () => {
  it('names the line far behind', () => {
    expect(linesTitle(october.execution)).toBe('1 项远慢于序时进度：“数字化建设项目”')
  })

  it('adds the year up, and says how many lines owe a reason', () => {
    const { execution } = october
    expect(totalTitle(execution)).toBe('本年预算 426.45 万元，已支付 360.78 万元，结余 65.67 万元')
    const owing = execution.lines.map((line) => ({ ...line, reason: 'missing' as const }))
    expect(totalTitle({ ...of({ budget: 359_780_000 }), lines: owing })).toBe(
      '本年预算 359.78 万元，已支付 360.78 万元，超出 1.00 万元，4 项缺原因说明',
    )
    expect(totalTitle(of({ carriedOver: 1_200_000, paidCarried: 1_070_000 }))).toBe(
      '本年预算 426.45 万元，已支付 360.78 万元，结余 65.67 万元，另有结转 0.13 万元',
    )
    expect(totalTitle(of({ paidOfYear: null }))).toBe('本年预算 426.45 万元，支付未登记')
    expect(totalTitle({ ...execution, lines: [] })).toBe('本年没有登记预算项目')
  })

  it('names the pace, or that the year has not begun', () => {
    expect(paceWords(october.execution)).toBe('序时进度 83.3%')
    expect(paceWords({ pace: null })).toBe('本年还没有开始')
  })

  it('counts the payments', () => {
    expect(paymentsTitle(october.payments)).toBe('期内支付 5 笔')
    expect(paymentsTitle({ total: 0, rows: [] })).toBe('期内没有登记支付')
  })
})

it('what is left of this year and of what was carried over are two amounts', () => {
  const line = { budget: 500, paidOfYear: 313, carriedOver: 120, paidCarried: 107 }
  expect(leftOf(total(line))).toEqual({ left: 187, carried: 13 })
  expect(leftOf(total({ ...line, paidOfYear: null, carriedOver: null }))).toEqual({
    left: null,
    carried: null,
  })
})

describe('a rate in a budget report', () => {
  it('stands apart from the pace by a signed number of points', () => {
    expect([-1.53, 2.384, 0].map(signedPoints)).toEqual(['−1.53', '+2.38', '0.00'])
    expect(signedPoints(-0.004)).toBe('−0.004')
  })

  it('has two decimals, and is never rounded up to all or down to nothing', () => {
    expect([0.846, 1, 0, 1.2].map(rateText)).toEqual(['84.60%', '100.00%', '0.00%', '120.00%'])
    expect(rateText(0.99996)).toBe('99.996%')
    expect(rateText(0.00004)).toBe('0.004%')
  })
})

describe('a rate with carried over money on one side', () => {
  const WAN = 1_000_000

  it('丰都县融媒体中心 2022: 78.46 % is named beside 51.40 %, and called no rate', () => {
    const line = { budget: 899.7 * WAN, paidOfYear: 462.4 * WAN, paidCarried: 243.49 * WAN }
    expect(mixedWords(of(line))).toBe(
      '如果见到 78.46%，那是分子加了结转支付、分母没有加结转：两边口径不同，不能当执行率报',
    )
  })

  it('is not spoken of where nothing carried over was paid', () => {
    expect(mixedWords(of({ paidCarried: 0 }))).toBe('')
    expect(mixedWords(of({ paidCarried: null }))).toBe('')
  })
})

describe('the title of the lines', () => {
  const lines = (...lights: BudgetLine['light'][]) => ({
    ...october.execution,
    lines: lights.map((light, n) => total({ light, project: `甲${n}` })),
  })

  it('tells over before far behind before behind', () => {
    expect(linesTitle(lines('behind', 'onPace'))).toBe('1 项慢于序时进度：“甲0”')
    expect(linesTitle(lines('farBehind', 'farBehind', 'farBehind', 'over'))).toBe(
      '1 项超预算：“甲3”；3 项远慢于序时进度：“甲0”、“甲1”等',
    )
  })

  it('says that none is behind only where all are known', () => {
    expect(linesTitle(lines('onPace', 'onPace'))).toBe('2 项都不慢于序时进度')
    expect(linesTitle(lines('onPace', 'unknown'))).toBe('1 项算不出执行率，共 2 项')
    expect(linesTitle(lines())).toBe('本年没有登记预算项目')
  })
})

describe('the title of what was carried over', () => {
  it('tells nothing registered from nothing carried over', () => {
    expect(potsTitle(of({ carriedOver: null }))).toBe('没有登记上年结转')
    expect(potsTitle(of({ carriedOver: 0 }))).toBe('上年结转为 0，两个执行率相同')
  })

  it('says how much of it is paid, where payments are known', () => {
    expect(potsTitle(of({ carriedOver: 1_200_000, paidCarried: 1_100_000 }))).toBe(
      '上年结转 1.20 万元，已用 1.10 万元',
    )
    expect(potsTitle(of({ carriedOver: 1_200_000, paidCarried: null }))).toBe(
      '上年结转 1.20 万元，支付未登记',
    )
  })
})

describe('the title of the year end', () => {
  const foreseen = (amount: number) => ({ state: 'foreseen', amount }) as const
  const refused = (why: 'over' | 'tooEarly' | 'noLastYear') => ({ state: 'refused', why }) as const

  it('spans both ways of foreseeing', () => {
    expect(
      forecastTitle(of({ byMonths: foreseen(37_500_000), byLastYear: foreseen(36_000_000) })),
    ).toBe('年底预计支付 36.00 万元至 37.50 万元')
  })

  it('warns only when both are over the budget', () => {
    const budget = 36_500_000
    const both = { byMonths: foreseen(37_500_000), byLastYear: foreseen(37_500_000) }
    expect(forecastTitle(of({ ...both, available: budget }))).toBe(
      '年底预计支付 37.50 万元，将超预算',
    )
    expect(
      forecastTitle(of({ ...both, byLastYear: foreseen(36_000_000), available: budget })),
    ).toBe('年底预计支付 36.00 万元至 37.50 万元')
  })

  it('is foreseen where one way of one line is', () => {
    const none = { byMonths: refused('over'), byLastYear: refused('over') }
    const lines = october.execution.lines.map((line) => ({ ...line, ...none }))
    expect(isForeseen({ ...of(none), lines })).toBe(false)
    expect(isForeseen({ ...of({ ...none, byMonths: foreseen(1) }), lines })).toBe(true)
  })

  it('says why there is none', () => {
    expect(forecastTitle(of({ byMonths: refused('over'), byLastYear: refused('over') }))).toBe(
      '全年已过，不预测',
    )
    expect(forecastWords(refused('noLastYear'))).toBe('上年同期数不足，不预测')
    expect(forecastWords(foreseen(36_000_000))).toBe('36.00 万元')
  })
})
