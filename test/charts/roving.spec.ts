import { describe, expect, it } from 'vitest'
import type { Spot } from '#charts/drawing.ts'
import { nextIndex, spotAt } from '#charts/roving.ts'

const spot = (x: number, y: number, width = 10, height = 10): Spot => ({
  key: `${x}-${y}`,
  label: '',
  pick: null,
  x,
  y,
  width,
  height,
})

describe('the spot under a point', () => {
  it('is the one whose box holds the point, its far edges left out', () => {
    const spots = [spot(0, 0), spot(10, 0)]
    expect(spotAt(spots, 9.9, 5)).toBe(0)
    expect(spotAt(spots, 10, 5)).toBe(1)
    expect(spotAt(spots, 20, 5)).toBe(-1)
    expect(spotAt(spots, 5, 10)).toBe(-1)
  })

  it('is the last drawn where two lie over each other', () => {
    expect(spotAt([spot(0, 0, 50, 50), spot(5, 5)], 6, 6)).toBe(1)
  })
})

describe('where a key leads', () => {
  const week = { across: 7, down: 1 }

  it('goes a week across and a day down in a calendar', () => {
    expect(nextIndex('ArrowRight', 3, 31, week)).toBe(10)
    expect(nextIndex('ArrowLeft', 10, 31, week)).toBe(3)
    expect(nextIndex('ArrowDown', 3, 31, week)).toBe(4)
    expect(nextIndex('ArrowUp', 3, 31, week)).toBe(2)
  })

  it('stays where there is nothing further', () => {
    expect(nextIndex('ArrowRight', 28, 31, week)).toBe(28)
    expect(nextIndex('ArrowUp', 0, 31, week)).toBe(0)
  })

  it('begins at the first mark, whichever arrow comes first', () => {
    expect(nextIndex('ArrowLeft', -1, 31, week)).toBe(0)
    expect(nextIndex('ArrowDown', -1, 31, week)).toBe(0)
  })

  it('jumps to both ends', () => {
    expect(nextIndex('Home', 12, 31, week)).toBe(0)
    expect(nextIndex('End', 12, 31, week)).toBe(30)
  })

  it('leaves other keys alone, and an empty drawing', () => {
    expect(nextIndex('a', 3, 31, week)).toBeNull()
    expect(nextIndex('ArrowDown', -1, 0, week)).toBeNull()
    expect(nextIndex('Home', -1, 0, week)).toBeNull()
  })
})
