import { expect, it } from 'vitest'
import { barsDrawing } from '#charts/bars.ts'
import { ranking, rankingTable } from '#charts/ranking.ts'
import { none } from '#shared/metrics/figure.ts'
import { answerOf, counted, partsOf } from '#test/support/answers.ts'

const outlets = answerOf('adopted', '2024', counted(1245), {
  parts: [
    ...partsOf({ 四川日报: 210, 人民网: 96, 乐山日报: 480, 新华社: 70, '': 5, 四川观察: 384 }),
    { value: '央视新闻', figure: none('notBrokenDown') },
  ],
})

const WORDS = { title: '', subtitle: '' }
const rowsOf = (most: number) =>
  ranking(outlets, WORDS, most).rows.map(({ key, label, text, note }) => [key, label, text, note])

it('the largest comes first with its share, and the small ones together last', () => {
  expect(rowsOf(4)).toEqual([
    ['乐山日报', '乐山日报', '480 条', '38.6%'],
    ['四川观察', '四川观察', '384 条', '30.8%'],
    ['四川日报', '四川日报', '210 条', '16.9%'],
    ['rest', '其他 3 项', '171 条', '13.7%'],
  ])
})

it('what nobody filled in is a row that leads to its records, the rest is none', () => {
  const spots = barsDrawing(ranking(outlets, WORDS, 4), 520).spots
  expect(spots.map(({ pick }) => pick)).toEqual(['乐山日报', '四川观察', '四川日报', null])
  expect(rowsOf(10).at(-1)).toEqual(['', '未填', '5 条', '0.40%'])
})

it('rates are not added up into a rest', () => {
  const rates = answerOf('executionRate', '2024', counted(0.8), {
    parts: partsOf({ 甲: 0.9, 乙: 0.8, 丙: 0.7 }),
  })
  expect(ranking(rates, WORDS, 2).rows.map(({ label }) => label)).toEqual(['甲', '乙'])
  expect(rankingTable(rates).columns).toEqual(['分项', '预算执行率'])
})

it('the table names every part, also the one without a figure', () => {
  expect(rankingTable(outlets)).toEqual({
    columns: ['分项', '上级采用', '占比'],
    rows: [
      ['乐山日报', '480', '38.6%'],
      ['四川观察', '384', '30.8%'],
      ['四川日报', '210', '16.9%'],
      ['人民网', '96', '7.71%'],
      ['新华社', '70', '5.62%'],
      ['未填', '5', '0.40%'],
      ['央视新闻', '无分项', '—'],
    ],
  })
})
