import { expect, it } from 'vitest'
import { sparkline } from '#charts/sparkline.ts'

const SIZE = { width: 118, height: 28 }

it('runs from the lowest value at the bottom to the highest on top', () => {
  expect(sparkline([10, 20, 30], SIZE)).toEqual({
    line: 'M4 24L14 14L24 4',
    dot: { x: 24, y: 4 },
  })
})

it('breaks at a gap, and a month alone is a dot', () => {
  expect(sparkline([10, null, 30, 20], SIZE).line).toBe('M4 24h0.1M24 4L34 14')
})

it('zeros lie along the bottom, other equal values in the middle', () => {
  expect(sparkline([0, 0], SIZE).line).toBe('M4 24L14 24')
  expect(sparkline([5, 5], SIZE).line).toBe('M4 14L14 14')
})

it('of nothing is nothing', () => {
  expect(sparkline([], SIZE)).toEqual({ line: '', dot: null })
  expect(sparkline([null, null], SIZE)).toEqual({ line: '', dot: null })
})
