import { describe, expect, it } from 'vitest'
import { addDecimal, compareDecimal, isDecimal, scaleDecimal } from '#shared/decimal.ts'

describe('decimal text', () => {
  it('is a sign, digits and a fraction, and nothing else', () => {
    expect(['0', '12', '-12', '+1.50', '007', '0.10'].every(isDecimal)).toBe(true)
    expect(['', '-', '.5', '5.', '1,000', '1e3', ' 1', '1\n', '１２', '--1'].some(isDecimal)).toBe(
      false,
    )
  })

  it.each([
    ['426.45', 6, '426450000'],
    ['58.33', -2, '0.5833'],
    ['1', -6, '0.000001'],
    ['1.50', 0, '1.5'],
    ['+007', 0, '7'],
    ['-0.00', 3, '0'],
    ['-0.05', 1, '-0.5'],
    ['100', -2, '1'],
    ['0.1', 1, '1'],
    ['123456789012345678901234567890.1', 1, '1234567890123456789012345678901'],
  ])('%s times ten to the %i is exactly %s', (text, power, scaled) => {
    expect(scaleDecimal(text, power)).toBe(scaled)
  })

  it('adds without the errors of binary fractions', () => {
    expect(addDecimal('0.1', '0.2')).toBe('0.3')
    expect(addDecimal('1.25', '-1.25')).toBe('0')
    expect(addDecimal('99.9', '0.10')).toBe('100')
    expect(addDecimal('-1', '0.5')).toBe('-0.5')
  })

  it('compares by value, not by spelling', () => {
    expect(compareDecimal('1.0', '1')).toBe(0)
    expect(compareDecimal('-0', '0')).toBe(0)
    expect(compareDecimal('9', '10')).toBe(-1)
    expect(compareDecimal('-9', '-10')).toBe(1)
  })

  it('a missing value is no zero', () => {
    expect(() => scaleDecimal('', 2)).toThrow(RangeError)
    expect(() => addDecimal('1', '')).toThrow(RangeError)
    expect(() => compareDecimal('1', '—')).toThrow(RangeError)
  })
})
