import { describe, expect, it } from 'vitest'
import { stackedBars } from '#charts/stacked-bars.ts'
import { stackOf } from '#charts/stack.ts'
import { DARK, LIGHT } from '#charts/theme.ts'
import type { Answer } from '#shared/contract/figures.ts'
import type { Figure } from '#shared/metrics/figure.ts'
import { answerOf, counted, countedUntil, monthsOfYear, amountsOf } from '#test/support/answers.ts'
import { drawingOf, goldenFile } from './golden.ts'

const PLATFORMS = ['爱峨边', '峨边在线', '今日峨边', '综合频道', '短视频号', '综合广播']
const WHOLES = [672, 608, 668, 696, 707, 711, 750, 765, 858, 1044]
const BEFORE = [590, 540, 605, 620, 640, 650, 670, 690, 745, 800, 690, 640]

const shares = (names: readonly string[], whole: number) =>
  amountsOf(Object.fromEntries(names.map((name, i) => [name, Math.round((whole * (6 - i)) / 21)])))

/** Ten counted months, or fewer: a number, a gap, or a figure. */
function published(values: readonly (number | null | Figure)[], names = PLATFORMS): Answer {
  const months = monthsOfYear(2024, values).map((point) => ({
    ...point,
    parts: point.figure.state === 'none' ? [] : shares(names, point.figure.value),
  }))
  const monthsBefore = monthsOfYear(2023, BEFORE)
  return answerOf('published', '2024-10', counted(1044), { months, monthsBefore })
}

const seriesOf = (answer: Answer) => {
  const { series } = stackedBars(stackOf(answer, LIGHT), LIGHT)
  return Array.isArray(series) ? series : []
}

const dataOf = (answer: Answer, index: number) => seriesOf(answer).at(index)?.data

describe('a stack of parts', () => {
  it('leaves a month without a figure out, and draws a counted zero', () => {
    const answer = published([210, null, 0])
    expect(dataOf(answer, 0)).toEqual([60, null, 0, ...Array.from({ length: 9 }, () => null)])
  })

  it('hatches the month that is not over, and no other', () => {
    const data = dataOf(published([210, countedUntil('2024-02-20', 105)]), 0)
    expect(data?.slice(0, 3)).toEqual([
      60,
      {
        value: 30,
        itemStyle: { opacity: 0.75, decal: expect.objectContaining({ color: '#ffffff' }) },
      },
      null,
    ])
  })

  it('draws last year as a dashed ink line that breaks at gaps', () => {
    const answer = {
      ...published([210]),
      monthsBefore: monthsOfYear(2023, [5, null, 7, null, 8, 9]),
    }
    expect(seriesOf(answer).at(-1)).toMatchObject({
      type: 'line',
      name: '上年同月',
      connectNulls: false,
      lineStyle: { type: 'dashed', color: '#1e1b19' },
      // A month between two gaps is a dot: a line through it alone would not be seen.
      data: [
        { value: 5, symbol: 'circle' },
        null,
        { value: 7, symbol: 'circle' },
        null,
        8,
        9,
        ...Array.from({ length: 6 }, () => null),
      ],
    })
  })

  it('has no line where nothing is known of last year', () => {
    const answer = { ...published([210]), monthsBefore: monthsOfYear(2023, [null, null]) }
    expect(seriesOf(answer).map(({ type }) => type)).toEqual(Array.from({ length: 6 }, () => 'bar'))
  })

  it('starts at zero, moves nothing, and has no step below one', () => {
    expect(stackedBars(stackOf(published([1]), LIGHT), LIGHT)).toMatchObject({
      animation: false,
      aria: { enabled: true },
      yAxis: { min: 0, minInterval: 1 },
    })
  })
})

describe('the drawing', () => {
  it('of a year so far beside last year', async () => {
    const stack = stackOf(published(WHOLES), LIGHT)
    const drawing = drawingOf(stackedBars(stack, LIGHT, { chosen: ['2024-10'] }), 760, 264)
    await expect(drawing).toMatchFileSnapshot(goldenFile('platforms'))
  })

  it('of a gap and an unfinished month', async () => {
    const values = [672, null, 0, 696, 707, null, countedUntil('2024-07-19', 420)]
    const stack = stackOf({ ...published(values), monthsBefore: [] }, LIGHT)
    const drawing = drawingOf(stackedBars(stack, LIGHT), 760, 264)
    await expect(drawing).toMatchFileSnapshot(goldenFile('gap-and-unfinished'))
  })

  it('of more than six parts', async () => {
    const stack = stackOf(published(WHOLES, [...PLATFORMS.slice(0, 5), '公众号', '报纸']), LIGHT)
    const drawing = drawingOf(stackedBars(stack, LIGHT), 760, 264)
    await expect(drawing).toMatchFileSnapshot(goldenFile('many-parts'))
  })

  it('of levels in a narrow card', async () => {
    const months = monthsOfYear(2024, [2, 1, 2]).map((point) => ({
      ...point,
      parts:
        point.figure.state === 'none'
          ? []
          : amountsOf({ national: 1, municipal: point.figure.value - 1 }),
    }))
    const stack = stackOf(answerOf('adopted', '2024-03', counted(2), { months }), LIGHT)
    const drawing = drawingOf(stackedBars(stack, LIGHT, { hasShortLabels: true }), 360, 264)
    await expect(drawing).toMatchFileSnapshot(goldenFile('levels-narrow'))
  })

  it('in the dark', async () => {
    const stack = stackOf(published(WHOLES), DARK)
    const drawing = drawingOf(stackedBars(stack, DARK), 760, 264)
    await expect(drawing).toMatchFileSnapshot(goldenFile('platforms-dark'))
  })
})

it('room for the scale is found for any amount of money, whole 分 or not', () => {
  const paid = answerOf('paidInPeriod', '2024-01', counted(40_650_846), {
    months: monthsOfYear(2024, [40_650_846]),
  })
  expect(() => stackedBars(stackOf(paid, LIGHT), LIGHT)).not.toThrow()
})

it('writes each month’s whole above its bar on a slide, and nothing above a gap', () => {
  const option = stackedBars(stackOf(published([2100, null, 0]), LIGHT), LIGHT, {
    hasTotals: true,
  })
  const plain = stackedBars(stackOf(published([2100, null, 0]), LIGHT), LIGHT)
  const labels = (of: typeof option) =>
    /<text(?![^>]*opacity)[^>]*font-weight:600[^>]*>2,100</.test(drawingOf(of, 900, 400))
  expect([labels(option), labels(plain)]).toEqual([true, false])
  const named = Array.isArray(option.series) ? option.series : []
  expect(named.find(({ name }) => name === '合计')?.data).toEqual([
    2100,
    null,
    0,
    ...Array.from({ length: 9 }, () => null),
  ])
})
