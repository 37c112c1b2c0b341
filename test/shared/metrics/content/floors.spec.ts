import { expect, it } from 'vitest'
import { judgeFloor, longestMissed } from '#shared/metrics/content/floors.ts'

const counts = new Map([
  ['2024-10-01', 3],
  ['2024-10-02', 2],
  ['2024-10-04', 5],
])

it('holds every day of its spans to the floor; a day without a count had none', () => {
  expect(judgeFloor(counts, 3, [{ from: '2024-10-01', to: '2024-10-04' }])).toEqual([
    { day: '2024-10-01', value: 3, isMet: true },
    { day: '2024-10-02', value: 2, isMet: false },
    { day: '2024-10-03', value: 0, isMet: false },
    { day: '2024-10-04', value: 5, isMet: true },
  ])
})

it('judges no day outside its spans', () => {
  expect(judgeFloor(counts, 3, [])).toEqual([])
})

it('finds the longest run of missed days, the first of equals', () => {
  const days = judgeFloor(counts, 3, [{ from: '2024-10-01', to: '2024-10-06' }])
  expect(longestMissed(days)).toEqual({ days: 2, from: '2024-10-02', to: '2024-10-03' })
})

it('ends a run at a day that is not judged', () => {
  const days = judgeFloor(new Map(), 1, [
    { from: '2024-10-01', to: '2024-10-01' },
    { from: '2024-10-03', to: '2024-10-04' },
  ])
  expect(longestMissed(days)).toEqual({ days: 2, from: '2024-10-03', to: '2024-10-04' })
})

it('has no run where every day met the floor', () => {
  const days = judgeFloor(counts, 0, [{ from: '2024-10-01', to: '2024-10-04' }])
  expect(longestMissed(days)).toBeNull()
})
