import { expect, it } from 'vitest'
import {
  bestOf,
  comparedWithTypical,
  typicalReads,
  type ReadPiece,
} from '#shared/metrics/content/typical.ts'

const piece = (id: string, reads: number, form = 'text', day = '2024-10-01'): ReadPiece => ({
  id,
  day,
  platform: '爱峨边',
  form,
  reads,
})

const five = [piece('a', 100), piece('b', 200), piece('c', 300), piece('d', 400), piece('e', 1500)]

it('takes the median of five pieces of a kind for typical', () => {
  expect([...typicalReads(five).values()]).toEqual([{ reads: 300, of: 5 }])
})

it('says nothing of fewer than five', () => {
  const few = five.slice(0, 4)
  expect([...typicalReads(few).values()]).toEqual([{ reads: null, of: 4 }])
  expect(comparedWithTypical(few).map(({ ratio }) => ratio)).toEqual([null, null, null, null])
})

it('compares a piece with its own platform and form alone', () => {
  const compared = comparedWithTypical([...five, piece('v', 9000, 'video')])
  expect(compared.find(({ id }) => id === 'e')).toMatchObject({ typical: 300, of: 5, ratio: 5 })
  expect(compared.find(({ id }) => id === 'v')).toMatchObject({ typical: null, of: 1, ratio: null })
})

it('divides by no median of zero', () => {
  const unread = ['a', 'b', 'c', 'd'].map((id) => piece(id, 0))
  const compared = comparedWithTypical([...unread, piece('e', 50)])
  expect(compared.at(-1)).toMatchObject({ typical: 0, ratio: null })
})

it('lists the best by ratio and by reads; without a ratio none is best by it', () => {
  const compared = comparedWithTypical([...five, piece('v', 9000, 'video')])
  expect(bestOf(compared, 'ratio', 2).map(({ id }) => id)).toEqual(['e', 'd'])
  expect(bestOf(compared, 'reads', 2).map(({ id }) => id)).toEqual(['v', 'e'])
})

it('puts equals in the order of their days, then of their ids', () => {
  const equal = [
    ...['d', 'c'].map((id) => piece(id, 10)),
    piece('b', 10, 'text', '2024-10-02'),
    ...['a', 'e'].map((id) => piece(id, 10, 'text', '2024-10-03')),
  ]
  const best = bestOf(comparedWithTypical(equal), 'reads', 4)
  expect(best.map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a'])
})
