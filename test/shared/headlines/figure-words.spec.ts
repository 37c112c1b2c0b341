import { describe, expect, it } from 'vitest'
import {
  changeWords,
  countText,
  noneWords,
  percentText,
  toneOf,
  valueLine,
  valueWords,
} from '#shared/headlines/figure-words.ts'

it('a number by itself is grouped and keeps up to three places', () => {
  expect([0, 45, 1245, 2861.5, 130614, -1234567].map(countText)).toEqual([
    '0',
    '45',
    '1,245',
    '2,861.5',
    '130,614',
    '-1,234,567',
  ])
})

describe('a value in words', () => {
  it('groups counts', () => {
    expect(valueWords(1044, '条')).toEqual({ text: '1,044', unit: '条' })
    expect(valueWords(0, '次')).toEqual({ text: '0', unit: '次' })
  })

  it('prints money in 万元 to two decimals', () => {
    expect(valueWords(426_450_000, 'money')).toEqual({ text: '426.45', unit: '万元' })
    expect(valueWords(0, 'money')).toEqual({ text: '0.00', unit: '万元' })
  })

  it('never prints money that is there as 0.00', () => {
    expect(valueLine(3000, 'money')).toBe('0.003 万元')
    expect(valueLine(-3000, 'money')).toBe('-0.003 万元')
  })

  it('prints durations in their two largest units', () => {
    expect(valueWords(95, 'duration')).toEqual({ text: '1分35秒', unit: '' })
    expect(valueWords(45, 'duration')).toEqual({ text: '45', unit: '秒' })
    expect(valueLine(0, 'duration')).toBe('0 秒')
  })

  it('prints 停播率 to two decimals, and more where it would read nothing', () => {
    expect(valueLine(1.0417, 'stopRate')).toBe('1.04 秒/百小时')
    expect(valueLine(30_604_800, 'hours')).toBe('8,501.3 小时')
    expect(valueLine(0, 'stopRate')).toBe('0 秒/百小时')
    expect(valueLine(0.004, 'stopRate')).toBe('0.004 秒/百小时')
  })

  it('prints points to one decimal, and a remainder of binary arithmetic as none', () => {
    expect(valueLine(1.26, 'points')).toBe('1.3 个百分点')
    expect(valueLine(0.04, 'points')).toBe('0.04 个百分点')
    expect(valueLine(1e-15, 'points')).toBe('0.0 个百分点')
  })
})

describe('a share in percent', () => {
  it.each([
    [0.846, '84.6'],
    [0.0236, '2.36'],
    [0.9987, '99.87'],
    [0.9999, '99.99'],
    [0.9999971, '99.9997'],
    [1, '100'],
    [1.013, '101.3'],
    [0, '0'],
    [0.00004, '0.004'],
    [-0.05, '-5.00'],
  ])('%d is %s', (share, text) => {
    expect(percentText(share)).toBe(text)
  })
})

describe('a change in words', () => {
  it('names its size, its direction and what it is measured against', () => {
    expect(changeWords({ kind: 'percent', ratio: 0.3034, from: 801 }, 'yoy', '条')).toEqual({
      text: '30.3% 同比',
      direction: 'up',
    })
    expect(changeWords({ kind: 'percent', ratio: -0.0347, from: 663 }, 'mom', '条')).toEqual({
      text: '3.5% 环比',
      direction: 'down',
    })
  })

  it('says new instead of a percentage from zero', () => {
    expect(changeWords({ kind: 'new', amount: 13 }, 'yoy', '条')).toEqual({
      text: '同比新增 13 条',
      direction: 'up',
    })
  })

  it('of a rate is in points', () => {
    expect(changeWords({ kind: 'points', points: -1.24, from: 0.9 }, 'yoy', 'ratio')).toEqual({
      text: '1.2 个百分点 同比',
      direction: 'down',
    })
    expect(changeWords({ kind: 'points', points: 0.001, from: 0.9 }, 'mom', 'ratio')).toEqual({
      text: '与上期持平',
      direction: 'flat',
    })
  })

  it('of a rate close to 100% is never level while anything was lost', () => {
    expect(changeWords({ kind: 'points', points: -0.0021, from: 1 }, 'yoy', 'ratio')).toEqual({
      text: '0.002 个百分点 同比',
      direction: 'down',
    })
  })

  it('that is small does not read 0.0, and a loss of nearly all does not read 100.0', () => {
    expect(changeWords({ kind: 'percent', ratio: 0.00004, from: 25_000 }, 'yoy', '条').text).toBe(
      '0.004% 同比',
    )
    expect(changeWords({ kind: 'percent', ratio: -0.9998, from: 5000 }, 'yoy', '条').text).toBe(
      '99.98% 同比',
    )
  })

  it('over numbers that are only about right is marked 约', () => {
    const about = { kind: 'percent', ratio: 0.2, from: 1000, isAbout: true } as const
    expect(changeWords(about, 'yoy', '条').text).toBe('约 20.0% 同比')
    const same = { kind: 'same', from: 300, isAbout: true } as const
    expect(changeWords(same, 'yoy', '条').text).toBe('与上年同期大致持平')
  })

  it('of days is an amount', () => {
    expect(changeWords({ kind: 'amount', amount: -12, from: 40 }, 'mom', '天')).toEqual({
      text: '12 天 环比',
      direction: 'down',
    })
  })

  it('says why there is none', () => {
    expect(changeWords({ kind: 'same', from: 5 }, 'yoy', '条').text).toBe('与上年同期持平')
    expect(changeWords({ kind: 'none', why: 'notCovered' }, 'yoy', '条').text).toBe(
      '同比：上年同期未登记',
    )
    expect(changeWords({ kind: 'none', why: 'otherBasis' }, 'mom', '条').text).toBe('环比：无可比')
    const why = (reason: 'notWhole' | 'notWholeBefore') =>
      changeWords({ kind: 'none', why: reason }, 'yoy', '条').text
    expect(why('notWhole')).toBe('同比：本期登记不全，不比')
    expect(why('notWholeBefore')).toBe('同比：上年同期登记不全，不比')
  })
})

it('good and bad follow the metric, not the arrow', () => {
  expect(toneOf('up', 'down')).toBe('bad')
  expect(toneOf('down', 'down')).toBe('good')
  expect(toneOf('up', 'none')).toBe('flat')
  expect(toneOf('flat', 'up')).toBe('flat')
})

it('what is missing is not a number', () => {
  expect(noneWords('notCovered')).toBe('未登记')
  expect(noneWords('notYet')).toBe('尚未开始')
})
