import { expect, it } from 'vitest'
import { dailyBand } from '#shared/metrics/sentiment/daily-band.ts'

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)

it('the band is the 10th to the 90th percentile of the days, as PERCENTILE.INC gives them', () => {
  // Of 1 … 31: ranks 0.1 × 30 = 3 and 0.9 × 30 = 27, that is 4 and 28.
  expect(dailyBand(upTo(31))).toEqual({ low: 4, high: 28 })
})

it('is rounded to whole counts', () => {
  // Of 1 … 28: ranks 2.7 and 24.3, that is 3.7 and 25.3.
  expect(dailyBand(upTo(28))).toEqual({ low: 4, high: 25 })
})

it('fewer than four weeks of days say nothing', () => {
  expect(dailyBand(upTo(27))).toBeNull()
})
