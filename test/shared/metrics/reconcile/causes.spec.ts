import { expect, it } from 'vitest'
import { likelyCauses, type CauseFacts } from '#shared/metrics/reconcile/causes.ts'

const facts = (left: number, right: number, rest: Partial<CauseFacts> = {}): CauseFacts => ({
  left,
  right,
  statedSum: null,
  counted: null,
  statedGrowth: null,
  lastYear: null,
  others: [],
  months: [],
  parts: [],
  rounding: 0,
  ...rest,
})
const kinds = (given: CauseFacts) => likelyCauses(given).map(({ kind }) => kind)

it('nothing that agrees has a cause, and what fits no rule has none either', () => {
  expect(likelyCauses(facts(1245, 1245, { lastYear: 1245 }))).toEqual([])
  expect(likelyCauses(facts(1250, 1245))).toEqual([])
})

it('stated parts that add up to the counted figure point at the stated total', () => {
  expect(kinds(facts(1246, 1245, { statedSum: 1245 }))).toEqual(['statedSum'])
  expect(kinds(facts(1246, 1245, { counted: 1245 }))).toEqual(['statedSum'])
  expect(kinds(facts(1246, 1245, { statedSum: 1246 }))).toEqual([])
})

it('a stated total that the ledger confirms points at its parts', () => {
  expect(kinds(facts(1246, 1245, { counted: 1246 }))).toEqual(['countedTotal'])
})

it('a quoted growth reckoned from the stated figure is recognised', () => {
  expect(kinds(facts(198, 197, { statedGrowth: 198 }))).toEqual(['statedGrowth'])
})

it('a figure taken from another one or from last year is recognised, zero never', () => {
  const others = [{ name: '采用作品', value: 903 }]
  expect(likelyCauses(facts(903, 1245, { others }))).toEqual([
    { kind: 'otherFigure', name: '采用作品' },
  ])
  expect(kinds(facts(1048, 1245, { lastYear: 1048 }))).toEqual(['lastYear'])
  expect(kinds(facts(0, 12, { lastYear: 0, others: [{ name: '停播', value: 0 }] }))).toEqual([])
})

it('a difference of just one month or one part is named', () => {
  const months = [
    { name: '9月', value: 80 },
    { name: '10月', value: 96 },
  ]
  expect(likelyCauses(facts(1149, 1245, { months }))).toEqual([{ kind: 'month', name: '10月' }])
  const parts = [{ name: '县级', value: 35 }]
  expect(likelyCauses(facts(1280, 1245, { parts }))).toEqual([{ kind: 'part', name: '县级' }])
})

it('zeros too many and digits that changed places are recognised', () => {
  expect(kinds(facts(12450, 1245))).toEqual(['zeros'])
  expect(kinds(facts(4.2645, 42645))).toEqual(['zeros'])
  expect(kinds(facts(1425, 1245))).toEqual(['swapped'])
  expect(kinds(facts(1542, 1245))).toEqual([])
})

it('amounts that differ by less than they were rounded by may be the same', () => {
  expect(kinds(facts(426_450_000, 426_454_999, { rounding: 10_000 }))).toEqual(['rounded'])
  expect(kinds(facts(426_450_000, 426_460_000, { rounding: 10_000 }))).toEqual([])
})
