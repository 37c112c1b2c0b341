import { expect, it } from 'vitest'
import { likelyDuplicates, plainTitle } from '#shared/metrics/adoption/duplicates.ts'

const entered = (
  id: string,
  day: string,
  work: string,
  outlet: string,
  link: string | null = null,
) => ({
  id,
  day,
  plain: plainTitle(work),
  outlet,
  link,
})
const words = (list: Parameters<typeof likelyDuplicates>[0], within = 7) =>
  likelyDuplicates(list, within).map(
    ({ first, second, days, isSameTitle, isSameLink }) =>
      `${first.id}-${second.id} ${days}${isSameTitle ? ' title' : ''}${isSameLink ? ' link' : ''}`,
  )

it('reads a title without spaces, punctuation and width', () => {
  expect(plainTitle('“峨边”：春耕　备耕！')).toBe('峨边春耕备耕')
  expect(plainTitle('ＡＩ 助农')).toBe(plainTitle('ai助农'))
})

it('pairs the same title at the same outlet within the days, and no further', () => {
  const list = [
    entered('a', '2024-10-01', '春耕，备耕', '四川日报'),
    entered('b', '2024-10-08', '春耕 备耕', '四川日报'),
    entered('c', '2024-10-16', '春耕备耕', '四川日报'),
    entered('d', '2024-10-02', '春耕备耕', '乐山日报'),
  ]
  expect(words(list)).toEqual(['a-b 7 title'])
  expect(words(list, 8)).toEqual(['b-c 8 title', 'a-b 7 title'])
})

it('pairs the same link at any outlet, written with or without its scheme', () => {
  const list = [
    entered('a', '2024-01-01', '甲', '四川日报', 'https://www.example.org/x/'),
    entered('b', '2024-10-01', '乙', '乐山日报', 'http://example.org/x'),
    entered('c', '2024-10-01', '丙', '乐山日报', 'http://example.org/y'),
  ]
  expect(words(list)).toEqual(['a-b 274 link'])
})

it('says both reasons of one pair once', () => {
  const list = [
    entered('a', '2024-10-01', '甲', '四川日报', 'https://example.org/x'),
    entered('b', '2024-10-01', '甲', '四川日报', 'https://example.org/x'),
  ]
  expect(words(list)).toEqual(['a-b 0 title link'])
})

it('takes no title of punctuation alone and no missing link for the same', () => {
  const list = [
    entered('a', '2024-10-01', '——', '四川日报'),
    entered('b', '2024-10-01', '……', '四川日报'),
  ]
  expect(words(list)).toEqual([])
})
