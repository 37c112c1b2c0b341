import { expect, it } from 'vitest'
import { standings } from '#shared/metrics/adoption/ranking.ts'

const use = (id: string, author: string, points: number) => ({
  id,
  author,
  points,
  work: id,
  level: 'municipal',
  day: '2024-10-01',
})
const uses = [use('1', '甲', 300), use('2', '甲', 300), use('3', '乙', 500), use('4', '', 900)]

it('ranks by points of what counts and keeps every use beside it', () => {
  const counted = uses.filter(({ id }) => id !== '2')
  expect(standings(uses, counted, ({ author }) => author)).toEqual([
    { name: '乙', uses: 1, counted: 1, points: 500 },
    { name: '甲', uses: 2, counted: 1, points: 300 },
    { name: '', uses: 1, counted: 1, points: 900 },
  ])
})

it('puts who is not named last and orders equals by uses, then by name', () => {
  const even = [use('1', '丙', 0), use('2', '乙', 0), use('3', '', 0), use('4', '丙', 0)]
  expect(standings(even, even, ({ author }) => author).map(({ name }) => name)).toEqual([
    '丙',
    '乙',
    '',
  ])
})

it('keeps somebody none of whose uses counts', () => {
  expect(standings(uses.slice(0, 1), [], ({ author }) => author)).toEqual([
    { name: '甲', uses: 1, counted: 0, points: 0 },
  ])
})
