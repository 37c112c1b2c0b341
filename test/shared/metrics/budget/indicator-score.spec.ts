import { describe, expect, it } from 'vitest'
import { ruleOf, scoreOf, type Indicator } from '#shared/metrics/budget/indicator-score.ts'
import { hundredths, pointsText, shareOf } from '#shared/metrics/budget/score-points.ts'

const BARE: Indicator = {
  rule: null,
  sign: 'atLeast',
  target: null,
  actual: null,
  weight: '10',
  steps: null,
  deduction: null,
  deductionStep: null,
  lowest: null,
  tier: null,
  statedScore: null,
}

const score = (indicator: Partial<Indicator>) => {
  const found = scoreOf({ ...BARE, ...indicator })
  return found.state === 'scored' ? found.points : found.why
}

const working = (indicator: Partial<Indicator>) => {
  const found = scoreOf({ ...BARE, ...indicator })
  return found.state === 'scored' ? found.working : ''
}

describe('by ratio', () => {
  it('西部科学城: 2,859 pieces of 2,200 wanted are full marks, never more', () => {
    expect(score({ target: '2200', actual: '2859' })).toBe(1000)
    expect(working({ target: '2200', actual: '2859' })).toBe(
      '完成值 2859 达到指标值 2200，得满分 10',
    )
  })

  it('an execution rate of 76 % of 10 points is 7.6', () => {
    expect(score({ target: '100', actual: '76' })).toBe(760)
    expect(working({ target: '100', actual: '76' })).toBe('10 × 76 ÷ 100 = 7.6')
  })

  it('≤ divides the other way round', () => {
    expect(score({ sign: 'atMost', target: '10', actual: '10' })).toBe(1000)
    expect(score({ sign: 'atMost', target: '8', actual: '10', weight: '15' })).toBe(1200)
    expect(score({ sign: 'atMost', target: '0', actual: '3' })).toBe(0)
  })

  it('= takes the smaller ÷ the larger', () => {
    expect(score({ sign: 'equal', target: '4', actual: '4.0' })).toBe(1000)
    expect(score({ sign: 'equal', target: '4', actual: '3' })).toBe(750)
    expect(score({ sign: 'equal', target: '4', actual: '5' })).toBe(800)
  })

  it('rounds half up to a hundredth, exactly', () => {
    // 22.5 × 1 ÷ 3 = 7.5; 10 × 2 ÷ 3 = 6.666…; 1 × 1.005 ÷ 1.5 = 0.67.
    expect(score({ target: '3', actual: '1', weight: '22.5' })).toBe(750)
    expect(score({ target: '3', actual: '2' })).toBe(667)
    expect(shareOf(100, '1.005', '1.5')).toBe(67)
    expect(shareOf(1, '1', '2')).toBe(1)
  })

  it('refuses what is missing or below nothing', () => {
    expect(score({ actual: '1' })).toBe('noTarget')
    expect(score({ target: '1' })).toBe('noActual')
    expect(score({ target: '1', actual: '-1' })).toBe('negative')
    expect(score({ target: '1', actual: '1', weight: '3.333' })).toBe('badWeight')
  })
})

describe('by steps', () => {
  const hunan = { rule: 'steps', steps: '0:3；≤10%:2；≤20%:1；≤30%:0.5', weight: '3' } as const

  it.each([
    ['0', 300],
    ['0.1', 200],
    ['10', 200],
    ['10.1', 100],
    ['30', 50],
    ['31', 0],
  ])('湖南 预算调整率 of %s %% gets its step', (actual, points) => {
    expect(score({ ...hunan, actual })).toBe(points)
  })

  it('names the step', () => {
    expect(working({ ...hunan, actual: '12' })).toBe('完成值 12 落在“≤20%:1”一档，得 1')
    expect(working({ ...hunan, actual: '40' })).toBe('完成值 40 不在任何一档，得 0')
  })

  it('reads other signs and refuses what it cannot read or what exceeds the weight', () => {
    const high = { ...hunan, steps: '>=95：3分, >90→2, <60:0' }
    expect(score({ ...high, actual: '95' })).toBe(300)
    expect(score({ ...high, actual: '90' })).toBe(0)
    expect(score({ ...hunan, steps: '很好:3', actual: '1' })).toBe('badSteps')
    expect(score({ ...hunan, steps: '≤1:5', actual: '1' })).toBe('badSteps')
    expect(score({ ...hunan, steps: null, actual: '1' })).toBe('badSteps')
    expect(score(hunan)).toBe('noActual')
  })
})

describe('by deduction', () => {
  const each = { rule: 'deduction', sign: 'atMost', target: '5', deduction: '0.5' } as const

  it('每超1个百分点扣0.5分: two over cost one point', () => {
    expect(score({ ...each, actual: '7' })).toBe(900)
    expect(working({ ...each, actual: '7' })).toBe('超出 2 个单位（每 1）：10 − 2 × 0.5 = 9')
  })

  it('a unit that is not full costs nothing', () => {
    expect(score({ ...each, actual: '5.9' })).toBe(1000)
    expect(score({ ...each, actual: '6.9' })).toBe(950)
    expect(score({ ...each, actual: '5.4', deductionStep: '0.2' })).toBe(900)
  })

  it('never falls below the floor', () => {
    expect(score({ ...each, actual: '50' })).toBe(0)
    expect(score({ ...each, actual: '50', lowest: '4' })).toBe(400)
    expect(working({ ...each, actual: '50', lowest: '4' })).toBe(
      '超出 45 个单位（每 1）：10 − 45 × 0.5，不低于 4 = 4',
    )
  })

  it('≥ counts what is short, = both ways', () => {
    expect(score({ ...each, sign: 'atLeast', actual: '3' })).toBe(900)
    expect(score({ ...each, sign: 'atLeast', actual: '9' })).toBe(1000)
    expect(score({ ...each, sign: 'equal', actual: '3' })).toBe(900)
    expect(score({ ...each, sign: 'equal', actual: '7' })).toBe(900)
  })

  it('refuses without a deduction', () => {
    expect(score({ ...each, deduction: null, actual: '7' })).toBe('noDeduction')
    expect(score({ ...each, deductionStep: '0', actual: '7' })).toBe('noDeduction')
  })
})

describe('by tier', () => {
  const tiered = (tier: Indicator['tier'], statedScore: string | null) =>
    score({ sign: 'qualitative', weight: '30', tier, statedScore })

  it('达成 allows 100 to 80 %, 部分达成 below 80 to 60 %, 未达成 below 60 %', () => {
    expect(tiered('reached', '30')).toBe(3000)
    expect(tiered('reached', '24')).toBe(2400)
    expect(tiered('reached', '23.99')).toBe('outsideTier')
    expect(tiered('partly', '23.99')).toBe(2399)
    expect(tiered('partly', '18')).toBe(1800)
    expect(tiered('partly', '24')).toBe('outsideTier')
    expect(tiered('missed', '17.99')).toBe(1799)
    expect(tiered('missed', '18')).toBe('outsideTier')
    expect(tiered('reached', '31')).toBe('outsideTier')
  })

  it('has no score until somebody gives one', () => {
    expect(tiered(null, '30')).toBe('noTier')
    expect(tiered('reached', null)).toBe('noAward')
  })
})

it('an indicator without a rule is a tier where it is 定性, else a ratio', () => {
  expect(ruleOf({ rule: null, sign: 'qualitative' })).toBe('tier')
  expect(ruleOf({ rule: null, sign: null })).toBe('ratio')
  expect(ruleOf({ rule: 'steps', sign: 'qualitative' })).toBe('steps')
})

it('points are whole hundredths', () => {
  expect(hundredths('22.5')).toBe(2250)
  expect(hundredths('1.005')).toBeNull()
  expect(hundredths('优')).toBeNull()
  expect(hundredths(null)).toBeNull()
  expect(pointsText(2250)).toBe('22.5')
  expect(pointsText(1500)).toBe('15')
})
