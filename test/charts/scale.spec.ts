import { describe, expect, it } from 'vitest'
import {
  amountText,
  heatLevel,
  heatLevels,
  heatWords,
  logShare,
  niceStep,
  numberText,
  ticks,
} from '#charts/scale.ts'

it('steps are 1, 2 or 5 times a power of ten', () => {
  expect([1, 1.1, 3, 6, 10, 34, 0.03].map(niceStep)).toEqual([1, 2, 5, 10, 10, 50, 0.05])
})

describe('the marks of an axis', () => {
  it('go from zero past the highest value', () => {
    expect(ticks(612, 4)).toEqual([0, 200, 400, 600, 800])
    expect(ticks(400, 4)).toEqual([0, 100, 200, 300, 400])
  })

  it('count whole things in whole steps', () => {
    expect(ticks(3, 4)).toEqual([0, 1, 2, 3])
    expect(ticks(0, 4)).toEqual([0, 1])
  })

  it('divide what is below one', () => {
    expect(ticks(0.6, 3)).toEqual([0, 0.2, 0.4, 0.6])
  })
})

describe('a length by logarithm', () => {
  it('is nothing for nothing and the whole for the highest', () => {
    expect(logShare(0, 72_890)).toBe(0)
    expect(logShare(72_890, 72_890)).toBe(1)
    expect(logShare(5, 0)).toBe(0)
  })

  it('keeps 42 in sight beside 72,890', () => {
    // ln 43 = 3.7612, ln 1363 = 7.2174, ln 72891 = 11.1967.
    expect(logShare(42, 72_890)).toBeCloseTo(0.3359, 4)
    expect(logShare(1362, 72_890)).toBeCloseTo(0.6446, 4)
  })
})

describe('the levels of a heat', () => {
  it('are whole steps for what is counted', () => {
    expect(heatLevels([0, 3, 12, 20])).toEqual([1, 6, 11, 16])
    expect(heatWords([1, 6, 11, 16], '条')).toEqual(['0', '1—5', '6—10', '11—15', '16 条以上'])
  })

  it('are not stretched by one day out of all proportion', () => {
    const days = [...Array.from({ length: 39 }, () => 8), 1000]
    expect(heatLevels(days)).toEqual([1, 3, 5, 7])
    expect(heatLevel(1000, heatLevels(days))).toBe(4)
  })

  it('are as few as the numbers are', () => {
    expect(heatLevels([1, 1, 2])).toEqual([1, 2])
    expect(heatWords([1, 2], '条')).toEqual(['0', '1', '2 条以上'])
    expect(heatLevels([0, 0])).toEqual([])
    expect(heatWords([], '条')).toEqual(['0'])
  })

  it('divide what is not whole by nice steps', () => {
    expect(heatLevels([0.5, 1.5, 3.9])).toEqual([0, 1, 2, 3])
    expect(heatWords([0, 1, 2, 3], '小时')).toEqual(['0', '0—1', '1—2', '2—3', '3 小时以上'])
  })

  it('give zero a level of its own', () => {
    expect([0, 1, 5, 6, 40].map((value) => heatLevel(value, [1, 6, 11, 16]))).toEqual([
      0, 1, 1, 2, 4,
    ])
  })
})

it('numbers are grouped and have two decimals at most', () => {
  expect([1044, 0, -3.14159, 72_890.5].map(numberText)).toEqual(['1,044', '0', '-3.14', '72,890.5'])
  expect(amountText(1044, '条')).toBe('1,044 条')
  expect(amountText(3.2, '%')).toBe('3.2%')
})
