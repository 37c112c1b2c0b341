import { expect, it } from 'vitest'
import { ranking, rankingHeight, rankingOf, rankingTable } from '#charts/ranking.ts'
import { LIGHT } from '#charts/theme.ts'
import { none } from '#shared/metrics/figure.ts'
import { answerOf, counted, partsOf } from '#test/support/answers.ts'
import { drawingOf, goldenFile } from './golden.ts'

const outlets = answerOf('adopted', '2024', counted(1245), {
  parts: [
    ...partsOf({ 四川日报: 210, 人民网: 96, 乐山日报: 480, 新华社: 70, '': 5, 四川观察: 384 }),
    { value: '央视新闻', figure: none('notBrokenDown') },
  ],
})

it('the largest comes first, and the small ones together last', () => {
  expect(rankingOf(outlets, 4).rows).toEqual([
    { label: '乐山日报', value: 480, isRest: false },
    { label: '四川观察', value: 384, isRest: false },
    { label: '四川日报', value: 210, isRest: false },
    { label: '其他 3 项', value: 171, isRest: true },
  ])
})

it('rates are not added up into a rest', () => {
  const rates = answerOf('executionRate', '2024', counted(0.8), {
    parts: partsOf({ 甲: 0.9, 乙: 0.8, 丙: 0.7 }),
  })
  expect(rankingOf(rates, 2).rows.map(({ label }) => label)).toEqual(['甲', '乙'])
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

it('draws bars from zero with their values', async () => {
  const rows = rankingOf(outlets, 5)
  const drawing = drawingOf(ranking(rows, LIGHT), 520, rankingHeight(rows))
  await expect(drawing).toMatchFileSnapshot(goldenFile('outlets'))
})
