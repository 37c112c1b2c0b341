import { expect, it } from 'vitest'
import { longestGap, silenceLight, zeroMonths } from '#shared/metrics/content/silence.ts'

const limits = { notice: 7, warn: 10, silent: 14 }

it('lights an account by the days since its last post', () => {
  expect(silenceLight(0, limits)).toBe('fresh')
  expect(silenceLight(6, limits)).toBe('fresh')
  expect(silenceLight(7, limits)).toBe('notice')
  expect(silenceLight(10, limits)).toBe('warn')
  expect(silenceLight(14, limits)).toBe('warn')
  expect(silenceLight(15, limits)).toBe('silent')
  expect(silenceLight(null, limits)).toBe('never')
})

const january = { from: '2024-01-01', to: '2024-01-31' }

it('finds the most days in a row without a post, with both its ends', () => {
  expect(longestGap(['2024-01-03', '2024-01-20', '2024-01-20'], [january])).toEqual({
    days: 16,
    from: '2024-01-04',
    to: '2024-01-19',
  })
})

it('counts days before the first post and after the last as silence', () => {
  expect(longestGap(['2024-01-20'], [january])).toEqual({
    days: 19,
    from: '2024-01-01',
    to: '2024-01-19',
  })
  expect(longestGap([], [january])).toEqual({ days: 31, ...january })
})

it('reaches over no day that the ledger does not cover', () => {
  const spans = [
    { from: '2024-01-01', to: '2024-01-10' },
    { from: '2024-01-21', to: '2024-01-31' },
  ]
  expect(longestGap(['2024-01-05'], spans)).toEqual({
    days: 11,
    from: '2024-01-21',
    to: '2024-01-31',
  })
  expect(longestGap([], [])).toBeNull()
})

it('has no gap where every day has a post', () => {
  expect(longestGap(['2024-01-01'], [{ from: '2024-01-01', to: '2024-01-01' }])).toBeNull()
})

it('names whole covered months without a post and no month covered in part', () => {
  const spans = [{ from: '2024-01-15', to: '2024-04-30' }]
  expect(zeroMonths(['2024-03-02'], spans)).toEqual(['2024-02', '2024-04'])
})
