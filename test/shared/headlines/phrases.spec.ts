import { describe, expect, it } from 'vitest'
import {
  changePhrase,
  largestPart,
  peakPhrase,
  runPhrase,
  shareWords,
} from '#shared/headlines/phrases.ts'
import {
  answerOf,
  compared,
  counted,
  countedUntil,
  monthsOfYear,
  partsOf,
  periodAt,
  stated,
} from '#test/support/answers.ts'

const peak = (period: string, values: Parameters<typeof monthsOfYear>[1], total = 999) =>
  peakPhrase(
    answerOf('published', period, counted(total), { months: monthsOfYear(2024, values) }),
    periodAt(period),
  )

const TEN = [5, 4, 6, 7, 8, 8, 9, 9, 10, 12]

describe('where a month stands in its year', () => {
  it('is the highest of the year so far', () => {
    expect(peak('2024-10', TEN)).toBe('为年内最高')
  })

  it('is the highest of the year once all twelve are counted', () => {
    expect(peak('2024-10', [...TEN, 3, 3])).toBe('为全年最高')
  })

  it('is not said of a tie', () => {
    expect(peak('2024-09', [5, 4, 6, 7, 8, 8, 9, 10, 10])).toBe('')
  })

  it('is not said while a month before it is unknown, partly counted or vague', () => {
    expect(peak('2024-10', [null, ...TEN.slice(1)])).toBe('')
    expect(peak('2024-10', [countedUntil('2024-01-20', 5), ...TEN.slice(1)])).toBe('')
    expect(peak('2024-10', [stated(5, '5余条', 'moreThan'), ...TEN.slice(1)])).toBe('')
  })

  it('an unfinished month can be the highest, not the lowest', () => {
    expect(peak('2024-04', [5, 6, 7, countedUntil('2024-04-23', 9)])).toBe('为年内最高')
    expect(peak('2024-04', [5, 6, 7, countedUntil('2024-04-23', 1)])).toBe('')
    expect(peak('2024-04', [5, 6, 7, 1])).toBe('为年内最低')
  })

  it('has no meaning for what runs up from 1 January', () => {
    const months = monthsOfYear(2024, TEN)
    const paid = answerOf('paid', '2024-01-01..2024-10-31', counted(12), { months })
    expect(peakPhrase(paid, periodAt('2024-10'))).toBe('')
    expect(runPhrase(paid, periodAt('2024-10'))).toBe('')
  })
})

describe('the highest month of a longer period', () => {
  it('is named with its figure', () => {
    expect(peak('2024-Q3', [...TEN, 3, 3], 28)).toBe('9月最多（10 条）')
    expect(peak('2024', TEN, 78)).toBe('10月最多（12 条）')
  })

  it('is not said of days that are no whole months', () => {
    expect(peak('2024-01-01..2024-03-15', TEN, 12)).toBe('')
  })

  it('is not said where a month is unknown', () => {
    expect(peak('2024', [5, null, 6, 7], 18)).toBe('')
  })

  it('is not said where one month holds all', () => {
    expect(peak('2024-Q3', [0, 0, 0, 0, 0, 0, 0, 1, 0], 1)).toBe('')
  })
})

describe('a run of months', () => {
  const run = (period: string, values: Parameters<typeof monthsOfYear>[1]) =>
    runPhrase(
      answerOf('published', period, counted(9), { months: monthsOfYear(2024, values) }),
      periodAt(period),
    )

  it('is said from three rises or falls on', () => {
    expect(run('2024-05', [9, 4, 5, 6, 7])).toBe('连续 3 个月上升')
    expect(run('2024-05', [1, 9, 8, 7, 6])).toBe('连续 3 个月下降')
    expect(run('2024-05', [9, 9, 5, 6, 7])).toBe('')
  })

  it('ends at a gap and at a month only partly counted', () => {
    expect(run('2024-05', [1, 2, null, 6, 7])).toBe('')
    expect(run('2024-05', [1, 2, countedUntil('2024-03-09', 3), 6, 7])).toBe('')
  })

  it('an unfinished month may go on rising, but has not fallen', () => {
    expect(run('2024-05', [9, 4, 5, 6, countedUntil('2024-05-20', 7)])).toBe('连续 3 个月上升')
    expect(run('2024-05', [1, 9, 8, 7, countedUntil('2024-05-20', 6)])).toBe('')
  })
})

describe('a change in a sentence', () => {
  it('is the same number as on the tile', () => {
    const fall = compared({ kind: 'percent', ratio: -0.0347, from: 663 })
    expect(changePhrase(fall, 'mom', '条')).toEqual({ before: '环比降', amount: '3.5%' })
  })

  it('that is none has no amount', () => {
    const level = compared({ kind: 'points', points: 0.002, from: 0.8 })
    expect(changePhrase(level, 'yoy', 'ratio')).toEqual({ before: '同比持平', amount: '' })
    expect(changePhrase(compared({ kind: 'none', why: 'notCovered' }), 'yoy', '条')).toBe(null)
  })
})

it.each([
  [0.38, '近四成'],
  [0.4, '四成'],
  [0.43, '四成多'],
  [0.48, '近一半'],
  [0.5, '一半'],
  [0.56, '过半'],
  [0.956, '95.6%'],
  [1, '100%'],
])('a share of %d is said as %s', (share, words) => {
  expect(shareWords(share)).toBe(words)
})

it('rates have no largest part: they do not add up to the whole', () => {
  const rate = answerOf('executionRate', '2024', counted(0.8), {
    parts: partsOf({ 基本支出: 0.85, 项目: 0.7 }),
  })
  expect(largestPart(rate)).toBe(null)
})
