import { expect, it } from 'vitest'
import {
  adoptionPoints,
  countedAdoptions,
  multiplied,
  piecePoints,
  positionClass,
  sumOfPoints,
  type Use,
} from '#shared/metrics/adoption/points.ts'
import { POINT_RULES, pointRuleSchema, type PointRule } from '#shared/settings/points.ts'

const rule: PointRule = {
  name: '2024 年考核办法',
  year: 2024,
  pieces: { text: 100, video: 250 },
  adoptions: { national: 2000, provincial: 1000, municipal: 500 },
  positions: [
    { word: '头版', percent: 150 },
    { word: '新闻联播', percent: 200 },
  ],
  counting: 'highestPerWork',
}

it('gives a piece the points of its form, and none to a form the rule leaves out', () => {
  expect(piecePoints(rule, 'video')).toBe(250)
  expect(piecePoints(rule, 'h5')).toBe(0)
  expect(piecePoints(rule, null)).toBe(0)
  expect(piecePoints(rule, 'constructor')).toBe(0)
})

it('multiplies an adoption’s points by its position', () => {
  expect(adoptionPoints(rule, 'national', null)).toBe(2000)
  expect(adoptionPoints(rule, 'national', '要闻版')).toBe(2000)
  expect(adoptionPoints(rule, 'municipal', '头版头条')).toBe(750)
  expect(adoptionPoints(rule, 'provincial', '《四川新闻联播》')).toBe(2000)
  expect(adoptionPoints(rule, 'county', '头版')).toBe(0)
})

it('lets the largest multiplier hold and never multiplies two together', () => {
  const both = '新闻联播、次日报纸头版'
  expect(positionClass(rule, both)).toEqual({ word: '新闻联播', percent: 200 })
  expect(adoptionPoints(rule, 'national', both)).toBe(4000)
})

it('takes no word for a position that is empty or holds none', () => {
  expect(positionClass(rule, null)).toBeNull()
  expect(positionClass(rule, '三版')).toBeNull()
  expect(positionClass({ ...rule, positions: [{ word: '', percent: 300 }] }, '三版')).toBeNull()
})

it('rounds a product half up to a whole hundredth before it is added', () => {
  expect(multiplied(333, 150)).toBe(500)
  expect(multiplied(331, 150)).toBe(497)
  expect(sumOfPoints([500, 497, 33])).toBe(1030)
})

const use = (id: string, work: string, level: string, day: string, points = 0): Use => ({
  id,
  work,
  level,
  day,
  points,
})

const USES = [
  use('a', '甲稿', 'municipal', '2024-03-01', 500),
  use('b', '甲稿', 'provincial', '2024-03-03', 1000),
  use('c', '甲稿', 'provincial', '2024-03-09', 2000),
  use('d', '乙稿', 'national', '2024-03-04', 2000),
  use('e', '甲稿', 'municipal', '2024-02-28', 500),
]

const ids = (uses: readonly Use[]): string => uses.map(({ id }) => id).join('')

it('counts every use, the highest level a work, or each level a work once', () => {
  expect(ids(countedAdoptions('everyUse', USES))).toBe('abcde')
  expect(ids(countedAdoptions('highestPerWork', USES))).toBe('cd')
  expect(ids(countedAdoptions('highestPerLevel', USES))).toBe('cde')
})

it('keeps the level before the points: a city front page does not outdo a provincial use', () => {
  const uses = [
    use('a', '甲稿', 'municipal', '2024-03-01', 3000),
    use('b', '甲稿', 'provincial', '2024-03-02', 1000),
  ]
  expect(ids(countedAdoptions('highestPerWork', uses))).toBe('b')
})

it('keeps the earliest of equals whatever order they come in', () => {
  const uses = [
    use('b', '甲稿', 'municipal', '2024-03-02', 500),
    use('a', '甲稿', 'municipal', '2024-03-01', 500),
    use('c', '甲稿', 'municipal', '2024-03-01', 500),
  ]
  expect(ids(countedAdoptions('highestPerWork', uses))).toBe('a')
  expect(ids(countedAdoptions('highestPerWork', uses.toReversed()))).toBe('a')
})

it('puts a level no dictionary knows below all others', () => {
  const uses = [
    use('a', '甲稿', 'village', '2024-03-01', 9000),
    use('b', '甲稿', 'county', '2024-03-02', 100),
  ]
  expect(ids(countedAdoptions('highestPerWork', uses))).toBe('b')
})

it('starts from 国家 20, 省 10, 市 5, 县 1 with front page and 新闻联播 double', () => {
  const [first] = POINT_RULES
  if (!first) throw new Error('No preset')
  expect(pointRuleSchema.parse(first)).toEqual(first)
  expect(
    ['national', 'provincial', 'municipal', 'county'].map((level) =>
      adoptionPoints(first, level, null),
    ),
  ).toEqual([2000, 1000, 500, 100])
  expect(adoptionPoints(first, 'county', '头版')).toBe(200)
  expect(adoptionPoints(first, 'national', '央视《新闻联播》')).toBe(4000)
})
