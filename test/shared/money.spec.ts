import { describe, expect, it } from 'vitest'
import { fenToWan, fenToYuan, groupDigits, toFen, wanRounded } from '#shared/money.ts'

describe('reading money', () => {
  it.each([
    ['426.45', '万元', 426_450_000],
    ['4,264,500', '元', 426_450_000],
    ['4,264,500.00', '元', 426_450_000],
    ['0.29', '元', 29],
    ['1.1', '万元', 1_100_000],
    ['1.15', '亿元', 11_500_000_000],
    ['12', '分', 12],
    ['-3.50', '元', -350],
    ['+3.5', '元', 350],
    ['0', '元', 0],
    ['0.123456', '万元', 123_456],
    ['90071992547409.91', '元', Number.MAX_SAFE_INTEGER],
  ] as const)('%s %s is exactly %i 分', (text, unit, fen) => {
    expect(toFen(text, unit)).toBe(fen)
  })

  it('a zero with a minus sign is zero', () => {
    expect(Object.is(toFen('-0.00', '元'), 0)).toBe(true)
  })

  it.each([
    ['', '元'],
    ['—', '元'],
    ['1e3', '元'],
    ['.5', '元'],
    ['5.', '元'],
    ['1,23', '元'],
    ['1234,567', '元'],
    ['12万', '元'],
    ['￥12', '元'],
    [' 12', '元'],
    ['NaN', '元'],
  ] as const)('"%s" is no amount', (text, unit) => {
    expect(toFen(text, unit)).toBeNull()
  })

  it('an amount finer than a 分 is refused, not rounded', () => {
    expect(toFen('0.001', '元')).toBeNull()
    expect(toFen('0.5', '分')).toBeNull()
    expect(toFen('1.0000001', '万元')).toBeNull()
    expect(toFen('5.00000000000000000000001', '元')).toBeNull()
    expect(toFen('0.010', '元')).toBe(1)
  })

  it('an amount too large for an exact number is refused', () => {
    expect(toFen('90071992547409.92', '元')).toBeNull()
    expect(toFen('99999999999', '亿元')).toBeNull()
  })
})

describe('writing money', () => {
  it.each([
    [426_450_000, '426.45'],
    [123_456, '0.123456'],
    [123_000, '0.123'],
    [0, '0.00'],
    [100_000_000, '100.00'],
    [1_234_500_000_000, '1,234,500.00'],
    [-426_450_000, '-426.45'],
    [1, '0.000001'],
  ])('%i 分 is %s 万元, with nothing rounded away', (fen, text) => {
    expect(fenToWan(fen)).toBe(text)
  })

  it('writes 元 with two decimals and thousands commas', () => {
    expect(fenToYuan(426_450_000)).toBe('4,264,500.00')
    expect(fenToYuan(5)).toBe('0.05')
    expect(fenToYuan(-100_000)).toBe('-1,000.00')
  })

  it('rounds halves away from zero where space is tight', () => {
    expect(wanRounded(123_456)).toBe('0.12')
    expect(wanRounded(125_000)).toBe('0.13')
    expect(wanRounded(124_999)).toBe('0.12')
    expect(wanRounded(-125_000)).toBe('-0.13')
    expect(wanRounded(-4999)).toBe('0.00')
    expect(wanRounded(1_234_567_890_000)).toBe('1,234,567.89')
  })

  it('money in parts of a 分 is a fault of the caller', () => {
    expect(() => fenToWan(1.5)).toThrow(RangeError)
  })

  it('groups whole numbers by three from the right', () => {
    expect(['7', '999', '1000', '4264500', '-100', '-100000'].map(groupDigits)).toEqual([
      '7',
      '999',
      '1,000',
      '4,264,500',
      '-100',
      '-100,000',
    ])
  })
})
