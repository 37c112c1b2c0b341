import { expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { blockSums } from '#web/grid/block-sums.ts'
import { gridColumns } from '#web/grid/columns.ts'

const sums = (ledger: LedgerId, fields: readonly string[], rows: readonly Row[]) =>
  blockSums(gridColumns(ledger, fields), rows)

it('an empty cell is counted as empty and is no zero, neither in a sum nor in an average', () => {
  const rows = [{ reads: 1200 }, { reads: null }, { reads: 0 }, { reads: 301 }]
  expect(sums('pieces', ['reads'], rows)).toEqual({
    filled: 3,
    absent: 1,
    columns: [
      {
        label: '阅读量',
        unit: '次',
        count: 3,
        sum: '1,501 次',
        average: '500.33 次',
        why: '',
      },
    ],
  })
})

it('texts are counted, each column of numbers is added up by itself', () => {
  const rows = [{ title: '甲', reads: 2, likes: 1 }]
  const { filled, absent, columns } = sums('pieces', ['title', 'reads', 'likes', 'author'], rows)
  expect([filled, absent]).toEqual([3, 1])
  expect(columns.map(({ label, sum }) => [label, sum])).toEqual([
    ['阅读量', '2 次'],
    ['点赞', '1 次'],
  ])
})

it('money adds up in whole fen, lengths of time in words', () => {
  const money = sums(
    'payments',
    ['amount'],
    [{ amount: 10 }, { amount: 20 }, { amount: 1_000_001 }],
  )
  expect(money.columns).toMatchObject([{ sum: '10,000.31 元', average: '3,333.44 元' }])
  const stops = sums(
    'faults',
    ['stoppageSeconds'],
    [{ stoppageSeconds: 50 }, { stoppageSeconds: 25 }],
  )
  expect(stops.columns).toMatchObject([{ sum: '1分15秒', average: '38秒' }])
})

it('stated figures never mix units, and one that is not exact makes the sum so', () => {
  const rows = [
    { value: '300', unit: '条', qualifier: 'moreThan' },
    { value: '12', unit: '条', qualifier: 'exact' },
    { value: '5.3', unit: '万元', qualifier: 'exact' },
    { value: '0.2', unit: '万元', qualifier: 'exact' },
  ]
  expect(sums('statedFigures', ['value'], rows).columns).toMatchObject([
    { unit: '条', count: 2, sum: '超 312 条', average: '超 156 条' },
    { unit: '万元', count: 2, sum: '5.5 万元', average: '2.75 万元' },
  ])
})

it('followers of several days and rates are averaged but never added up', () => {
  const followers = sums('accountFigures', ['followers'], [{ followers: 100 }, { followers: 110 }])
  expect(followers.columns).toMatchObject([
    { sum: null, average: '105 人', why: '是某一天的存量，不相加' },
  ])
  const rates = sums('pieces', ['completion'], [{ completion: '40.5' }, { completion: '41.5' }])
  expect(rates.columns).toMatchObject([{ sum: null, average: '41 %', why: '是比率，不相加' }])
})
