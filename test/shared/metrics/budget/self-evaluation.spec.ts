import { describe, expect, it } from 'vitest'
import type { Indicator } from '#shared/metrics/budget/indicator-score.ts'
import {
  demandOf,
  gradeOf,
  sheetScore,
  weightFaults,
  type Marked,
} from '#shared/metrics/budget/self-evaluation.ts'
import { PRESET_IDS, WEIGHT_PRESETS, type WeightPreset } from '#shared/settings/weights.ts'

const row = (level: string, weight: number, points: number | null): Marked => ({
  level,
  weight: weight * 100,
  score:
    points === null
      ? { state: 'unscored', why: 'noActual' }
      : { state: 'scored', points: points * 100, working: '' },
  isDropped: false,
})

const FULL = [
  row('execution', 10, 10),
  row('output', 50, 50),
  row('benefit', 30, 30),
  row('satisfaction', 10, 10),
]

describe('the score of a sheet', () => {
  it('10 + 50 + 30 + 10 are 100, as every project of the 2024 report', () => {
    expect(sheetScore(FULL)).toEqual({
      points: 10_000,
      weight: 10_000,
      scoredWeight: 10_000,
      total: 10_000,
    })
  })

  it('西部科学城融媒体中心: 7.6 for execution and 90 for the rest are 97.6', () => {
    expect(sheetScore([row('execution', 10, 7.6), row('output', 90, 90)]).total).toBe(9760)
  })

  it('has no total while an indicator has no score', () => {
    expect(sheetScore([...FULL.slice(1), row('execution', 10, null)])).toEqual({
      points: 9000,
      weight: 10_000,
      scoredWeight: 9000,
      total: null,
    })
    expect(sheetScore([]).total).toBeNull()
  })

  it('rescales the rest to 100 where an indicator does not apply', () => {
    const dropped = { ...row('satisfaction', 10, null), isDropped: true }
    // 81 of 90 points.
    const rest = [row('execution', 10, 10), row('output', 50, 41), row('benefit', 30, 30)]
    expect(sheetScore([...rest, dropped]).total).toBe(9000)
    expect(sheetScore([dropped]).total).toBeNull()
  })
})

it('grades begin at 90, 80 and 60', () => {
  expect([10_000, 9000, 8999, 8000, 7999, 6000, 5999, 0].map(gradeOf)).toEqual([
    '优',
    '优',
    '良',
    '良',
    '中',
    '中',
    '差',
    '差',
  ])
})

describe('weights', () => {
  it.each(PRESET_IDS)('of the preset %s add up to 100', (id) => {
    const { execution, levels }: WeightPreset = WEIGHT_PRESETS[id]
    const rest = Object.values(levels ?? { free: 90 }).reduce((sum, each) => sum + each, 0)
    expect(execution + rest).toBe(100)
  })

  it('that are the standard’s have no fault', () => {
    expect(weightFaults(FULL, WEIGHT_PRESETS.national)).toEqual([])
  })

  it('are held to 100 and to each first level', () => {
    const rows = [row('execution', 10, 10), row('output', 60, 60), row('benefit', 30, 30)]
    expect(weightFaults(rows, WEIGHT_PRESETS.national)).toEqual([
      { level: 'output', is: 6000, should: 5000 },
      { level: 'satisfaction', is: 0, should: 1000 },
    ])
    expect(weightFaults([...rows, row('output', 5, 5)], WEIGHT_PRESETS.sichuan)).toEqual([
      { level: null, is: 10_500, should: 10_000 },
    ])
  })

  it('青神县: 10 + 60 + 30 and 10 + 4 × 22.5 are both right where only 10 + 90 is fixed', () => {
    const four = Array.from({ length: 4 }, () => row('output', 22.5, 22.5))
    const sheets = [
      [row('execution', 10, 10), row('output', 60, 60), row('benefit', 30, 30)],
      [row('execution', 10, 10), ...four],
    ]
    expect(sheets.map((rows) => weightFaults(rows, WEIGHT_PRESETS.sichuan))).toEqual([[], []])
  })
})

describe('a reason', () => {
  const LIMITS = { reasonBelow: 90, reasonAbove: 30 }
  const indicator = (over: Partial<Indicator>): Indicator => ({
    rule: 'ratio',
    sign: 'atLeast',
    target: '100',
    actual: '100',
    weight: '10',
    steps: null,
    deduction: null,
    deductionStep: null,
    lowest: null,
    tier: null,
    statedScore: null,
    ...over,
  })

  it('is demanded below 90 % of the points, not at 90', () => {
    expect(demandOf(indicator({}), row('output', 10, 8.99), LIMITS)).toBe('below')
    expect(demandOf(indicator({}), row('output', 10, 9), LIMITS)).toBe('none')
    expect(demandOf(indicator({ actual: null }), row('output', 10, null), LIMITS)).toBe('none')
  })

  it('is demanded far above a target that was to be reached', () => {
    const demand = (over: Partial<Indicator>) =>
      demandOf(indicator(over), row('output', 10, 10), LIMITS)
    expect(demand({ actual: '130' })).toBe('none')
    expect(demand({ actual: '130.01' })).toBe('above')
    expect(demand({ target: '0.5', actual: '0.66' })).toBe('above')
    expect(demand({ sign: 'atMost', actual: '500' })).toBe('none')
    expect(demand({ rule: 'tier', actual: '500' })).toBe('none')
    expect(demand({ target: '0', actual: '5' })).toBe('none')
  })
})
