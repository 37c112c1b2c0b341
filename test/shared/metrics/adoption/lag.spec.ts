import { expect, it } from 'vitest'
import { LAG_SPAN_IDS, lagOf, lagSpanOf, lagSummary } from '#shared/metrics/adoption/lag.ts'

it('counts from the first piece of the title to the adoption', () => {
  expect(lagOf('2024-10-08', ['2024-10-07', '2024-10-05', '2024-10-09'])).toBe(3)
  expect(lagOf('2024-10-08', ['2024-10-08'])).toBe(0)
})

it('is negative where the work was adopted before it was published', () => {
  expect(lagOf('2024-10-08', ['2024-10-10'])).toBe(-2)
})

it('takes no piece of last year, nor one more than 60 days before or 7 after', () => {
  expect(lagOf('2024-10-08', ['2023-10-08'])).toBeNull()
  expect(lagOf('2024-10-08', ['2024-08-09'])).toBe(60)
  expect(lagOf('2024-10-08', ['2024-08-08'])).toBeNull()
  expect(lagOf('2024-10-08', ['2024-10-15'])).toBe(-7)
  expect(lagOf('2024-10-08', ['2024-10-16'])).toBeNull()
  expect(lagOf('2024-10-08', [])).toBeNull()
})

it('puts every lag into one span, half days into the day begun', () => {
  expect(LAG_SPAN_IDS).toEqual(['0', '1', '2-3', '4-7', '8-14', '15-30', '31-60'])
  expect([0, 1, 1.5, 3, 7, 8, 30, 60].map(lagSpanOf)).toEqual([
    '0',
    '1',
    '2-3',
    '2-3',
    '4-7',
    '8-14',
    '15-30',
    '31-60',
  ])
  expect(lagSpanOf(-1)).toBeNull()
})

it('takes median and 90th percentile of those published first, the rest counted apart', () => {
  // PERCENTILE.INC of 0,0,1,2,4: rank 2 is 1; rank 3.6 is 2 + 0.6 × 2.
  expect(lagSummary([0, 2, null, 0, -1, 4, 1])).toEqual({
    all: 7,
    after: 5,
    before: 1,
    unmatched: 1,
    median: 1,
    p90: 3.2,
  })
})

it('has no median of nothing', () => {
  expect(lagSummary([null, -3])).toMatchObject({ after: 0, median: null, p90: null })
})
