import { expect, it } from 'vitest'
import { fitted, textWidth, wrapped } from '#charts/text.ts'

it('a Han sign is as wide as it is high, a digit a little over half', () => {
  expect(textWidth('发布', 12)).toBe(24)
  expect(textWidth('12', 10)).toBeCloseTo(11.6)
  expect(textWidth('', 12)).toBe(0)
})

it('a text that fits stays as it is', () => {
  expect(fitted('峨边新闻', 12, 48)).toBe('峨边新闻')
})

it('a text that does not fit ends in …, which has room too', () => {
  expect(fitted('峨边新闻联播', 12, 48)).toBe('峨边新…')
})

it('lines break where the width ends', () => {
  expect(wrapped('一二三四五', 10, 20)).toEqual(['一二', '三四', '五'])
  expect(wrapped('', 10, 20)).toEqual([''])
})

it('the last line allowed ends in …', () => {
  expect(wrapped('一二三四五', 10, 20, 2)).toEqual(['一二', '三…'])
})
