import { expect, it } from 'vitest'
import { leapOf } from '#shared/metrics/leaps.ts'

/** Logs of (value + 1) are 0, ln 2, … apart around ln 100; their median deviation is ln 2. */
const DOUBLING = [24, 49, 49, 99, 99, 199, 199, 399]

it('asks beyond 3.5 scaled median deviations of logs', () => {
  // Median of ln(v + 1) is ln 100; deviations ln 4, ln 2, ln 2, 0, 0, ln 2, ln 2, ln 4: median ln 2.
  // Bound: 3.5 · 1.4826 · ln 2 = 3.5968, so from 100 / e^3.5968 to 100 · e^3.5968 = 3648.
  expect(leapOf(3640, DOUBLING)).toBeNull()
  const leap = leapOf(3660, DOUBLING)
  expect(leap?.high).toBeCloseTo(100 * 2 ** (3.5 * 1.4826) - 1, 6)
  expect(leap?.low).toBeCloseTo(100 / 2 ** (3.5 * 1.4826) - 1, 6)
  expect(leap?.deviations).toBeGreaterThan(3.5)
})

it('never asks about a quarter more or less, however alike the months were', () => {
  const same = [99, 99, 99, 99, 99, 99]
  // (v + 1) within 100 / 1.25 = 80 and 100 · 1.25 = 125
  expect(leapOf(124, same)).toBeNull()
  expect(leapOf(79, same)).toBeNull()
  expect(leapOf(125, same)).not.toBeNull()
  expect(leapOf(78, same)?.deviations).toBeLessThan(-3.5)
})

it.each([
  ['five months before', 9000, [100, 100, 100, 100, 100]],
  ['numbers below ten', 9, [1, 1, 1, 1, 1, 1]],
  ['a ledger that was empty before', 500, [0, 0, 0, 0, 0, 0, 0, 3]],
])('says nothing of %s', (_, value, before) => {
  expect(leapOf(value, before)).toBeNull()
})
