import { expect, it } from 'vitest'
import { lineOf, lines, lineTable } from '#charts/lines.ts'
import { LIGHT } from '#charts/theme.ts'
import { answerOf, counted, countedUntil, monthsOfYear } from '#test/support/answers.ts'
import { drawingOf, goldenFile } from './golden.ts'

const answer = answerOf('executionRate', '2024-07', counted(0.57), {
  months: monthsOfYear(2024, [
    0.079,
    0.15,
    null,
    0.31,
    null,
    0.5,
    countedUntil('2024-07-19', 0.57),
  ]),
  monthsBefore: monthsOfYear(
    2023,
    [0.06, 0.13, 0.22, 0.3, 0.377, 0.46, 0.55, 0.63, 0.72, 0.8, 0.9, 1],
  ),
})

it('a line breaks at a gap, shows a lone month as a dot and an unfinished one hollow', () => {
  const { series } = lines(lineOf(answer), LIGHT)
  const [own, before] = Array.isArray(series) ? series : []
  expect(own).toMatchObject({ name: '预算执行率', connectNulls: false })
  expect(own?.data?.slice(0, 8)).toEqual([
    0.079,
    0.15,
    null,
    { value: 0.31, symbol: 'circle' },
    null,
    0.5,
    { value: 0.57, symbol: 'emptyCircle' },
    null,
  ])
  expect(before).toMatchObject({ name: '上年同月', lineStyle: { type: 'dashed' } })
})

it('draws the rate of a year beside the year before', async () => {
  const drawing = drawingOf(lines(lineOf(answer), LIGHT, { chosen: ['2024-07'] }), 760, 264)
  await expect(drawing).toMatchFileSnapshot(goldenFile('execution-rate'))
})

it('has the same figures as its table', () => {
  const { columns, rows } = lineTable(answer, lineOf(answer))
  expect(columns).toEqual(['月份', '预算执行率', '上年同月'])
  expect(rows.slice(0, 3)).toEqual([
    ['1月', '7.90', '6.00'],
    ['2月', '15.0', '13.0'],
    ['3月', '未登记', '22.0'],
  ])
  expect(rows[6]).toEqual(['7月（未满）', '57.0', '55.0'])
})
