import { expect, it } from 'vitest'
import { lineOf, lines, lineTable } from '#charts/lines.ts'
import { monthKeys } from '#charts/month-flags.ts'
import { markedMonths } from '#charts/month-marks.ts'
import { lineSpots, stackSpots } from '#charts/month-spots.ts'
import { multiplesDrawing, multiplesTable } from '#charts/multiples.ts'
import { stackedBars } from '#charts/stacked-bars.ts'
import { stackOf, stackTable } from '#charts/stack.ts'
import { DARK, LIGHT } from '#charts/theme.ts'
import { answerOf, counted, countedUntil, monthsOfYear, amountsOf } from '#test/support/answers.ts'
import { drawingOf, goldenFile } from './golden.ts'

const note = (from: string, to: string, title: string) => ({ id: title, from, to, title })
const marks = {
  notes: [
    note('2024-03-05', '2024-03-05', '平台升级'),
    note('2024-03-28', '2024-04-02', '春耕专栏'),
    note('2023-12-31', '2023-12-31', '去年的事'),
  ],
  protections: [{ id: 'p', from: '2024-02-28', to: '2024-03-12', name: '全国两会' }],
}

const months = monthsOfYear(2024, [120, null, 90, countedUntil('2024-04-23', 40)]).map((point) => ({
  ...point,
  parts: point.figure.state === 'none' ? [] : amountsOf({ 爱峨边: 30, 峨边在线: 10 }),
}))
const answer = answerOf('published', '2024-04', counted(40), {
  months,
  monthsBefore: monthsOfYear(2023, [100]),
})
const stack = stackOf(answer, LIGHT)
const line = lineOf(answer)

it('marks fall on every month they have a day in, and on no other', () => {
  const year = markedMonths(
    months.map(({ at }) => at),
    marks,
  )
  expect(year.map(({ notes }) => notes).slice(0, 5)).toEqual([0, 0, 2, 1, 0])
  expect(year.map(({ hasBand }) => hasBand).slice(0, 5)).toEqual([false, true, true, false, false])
  expect(year[2]?.words).toBe(
    '重保期：全国两会（2月28日—3月12日）；注记：平台升级（3月5日）；注记：春耕专栏（3月28日—4月2日）',
  )
  expect(year[0]?.words).toBe('')
})

it('a month says its whole, its parts, last year and its marks; a gap says why', () => {
  const said = stackSpots(answer, stack, { marks }, { width: 640, height: 300 }).map(
    ({ label }) => label,
  )
  expect(said.slice(0, 5)).toEqual([
    '1月：120 条（爱峨边 30 条，峨边在线 10 条）；上年同月 100 条',
    '2月：未登记；重保期：全国两会（2月28日—3月12日）',
    '3月：90 条（爱峨边 30 条，峨边在线 10 条）；重保期：全国两会（2月28日—3月12日）；注记：平台升级（3月5日）；注记：春耕专栏（3月28日—4月2日）',
    '4月（未满）：40 条（爱峨边 30 条，峨边在线 10 条）；注记：春耕专栏（3月28日—4月2日）',
    '5月：尚未开始',
  ])
})

it('only months with a figure lead to records, and the twelve fill the plane', () => {
  const spots = lineSpots(answer, line, {}, { width: 640, height: 300 })
  expect(spots.map(({ pick }) => pick).slice(0, 5)).toEqual([
    '2024-01',
    null,
    '2024-03',
    '2024-04',
    null,
  ])
  // The scale reads up to 144 (120 and a fifth): 16 + 3 signs of 7; two pixels stay on the right.
  expect(spots[0]).toMatchObject({ x: 37, y: 10, height: 266 })
  expect((spots[11]?.x ?? 0) + (spots[11]?.width ?? 0)).toBeCloseTo(638)
})

it('tables list the marks by month, and have no column for none', () => {
  const words = '注记：春耕专栏（3月28日—4月2日）'
  expect(stackTable(answer, stack, marks).columns.at(-1)).toBe('说明')
  expect(stackTable(answer, stack, marks).rows[3]?.at(-1)).toBe(words)
  expect(lineTable(answer, line, marks).rows[3]).toEqual(['4月（未满）', '40', '—', words])
  expect(lineTable(answer, line).columns).toEqual(['月份', '发布量', '上年同月'])
})

it('the legend names only the kinds that are drawn', () => {
  const of = (some: typeof marks) => monthKeys(stack.months, some, LIGHT).map(({ label }) => label)
  expect(of(marks)).toEqual(['重保期所在月', '注记'])
  expect(of({ notes: marks.notes.slice(2), protections: [] })).toEqual([])
})

it('small charts show the same marks in each panel, words and table', () => {
  const chart = {
    title: '',
    subtitle: '',
    unit: '条',
    months: stack.months,
    partial: stack.partial,
    panels: [
      { key: 'a', label: '爱峨边', values: [5, null, 7, 8], before: [], text: '20 条' },
      { key: 'b', label: '今日', values: [1, null, 2, 3], before: [], text: '6 条' },
    ],
  }
  const drawing = multiplesDrawing(chart, 640, marks)
  const each = drawing.panel.width / 12
  // February and March in one band; two notes in March, one in April.
  expect(drawing.bands).toEqual([{ x: each, y: 26, width: 2 * each, height: 84 }])
  expect(drawing.flags).toEqual([
    { x: 2.5 * each, text: '2' },
    { x: 3.5 * each, text: '' },
  ])
  expect(drawing.spots[15]?.label).toBe('今日，4月（未满）：3 条；注记：春耕专栏（3月28日—4月2日）')
  expect(multiplesTable(chart, marks).rows.at(-1)?.slice(0, 3)).toEqual([
    '重保期、注记',
    '',
    '重保期：全国两会（2月28日—3月12日）',
  ])
})

it('a stack with marks, in the dark', async () => {
  const drawing = drawingOf(stackedBars(stackOf(answer, DARK), DARK, { marks }), 640, 264)
  await expect(drawing).toMatchFileSnapshot(goldenFile('marked-dark'))
})

it('a line with marks', async () => {
  const drawing = drawingOf(lines(line, LIGHT, { marks }), 640, 264)
  await expect(drawing).toMatchFileSnapshot(goldenFile('marked-line'))
})

it('six small charts stand as three and three where five would have room, seven as four and three', () => {
  const rowsOf = (count: number) => {
    const panels = Array.from({ length: count }, (_, i) => ({
      key: String(i),
      label: '',
      values: [1],
      before: [null],
      text: '',
    }))
    const chart = { title: '', subtitle: '', unit: '条', months: ['2024-01'], partial: [false] }
    return multiplesDrawing({ ...chart, panels }, 1100).panels.map(({ y }) => y)
  }
  expect(rowsOf(6)).toEqual([0, 0, 0, 140, 140, 140])
  expect(rowsOf(7)).toEqual([0, 0, 0, 0, 140, 140, 140])
  expect(rowsOf(2)).toEqual([0, 0])
})
