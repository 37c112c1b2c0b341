import { expect, it } from 'vitest'
import { countingTotals, scoredWorks, workingOf } from '#shared/metrics/adoption/counting.ts'
import type { PointRule } from '#shared/settings/points.ts'

/** 镇江开发区: county 1, prefecture 3, province 5, of several the highest only. */
const zhenjiang: PointRule = {
  name: '镇江开发区',
  year: 2024,
  pieces: {},
  adoptions: { provincial: 500, municipal: 300, county: 100 },
  positions: [],
  counting: 'highestPerWork',
}
/** 蒲江县: a key position counts double. */
const pujiang: PointRule = {
  ...zhenjiang,
  name: '蒲江县',
  positions: [
    { word: '头版', percent: 200 },
    { word: '新闻联播', percent: 200 },
  ],
}

const use = (id: string, work: string, level: string, position: string | null = null) => ({
  id,
  work,
  level,
  position,
  day: `2024-10-0${id}`,
  ...workingOf(pujiang, { level, position }),
})

it('shows the working of an adoption: base of its level, times its position', () => {
  expect(workingOf(zhenjiang, { level: 'municipal', position: '头版头条' })).toEqual({
    base: 300,
    percent: 100,
    word: null,
    points: 300,
  })
  expect(workingOf(pujiang, { level: 'municipal', position: '头版头条' })).toEqual({
    base: 300,
    percent: 200,
    word: '头版',
    points: 600,
  })
})

it('gives nothing at a level the rule leaves out, nor without a rule', () => {
  expect(workingOf(pujiang, { level: 'national', position: '头版' }).points).toBe(0)
  expect(workingOf(null, { level: 'municipal', position: '头版' })).toEqual({
    base: 0,
    percent: 100,
    word: null,
    points: 0,
  })
})

it('counts a work at county, prefecture and province as 9 points of uses, 5 at its highest', () => {
  const uses = [
    use('1', '春耕', 'county'),
    use('2', '春耕', 'municipal'),
    use('3', '春耕', 'provincial'),
  ]
  expect(countingTotals(uses)).toEqual([
    { counting: 'everyUse', uses: 3, points: 900 },
    { counting: 'highestPerWork', uses: 1, points: 500 },
    { counting: 'highestPerLevel', uses: 3, points: 900 },
  ])
})

it('keeps one use of each level of a work, the one with most points', () => {
  const uses = [
    use('1', '春耕', 'municipal'),
    use('2', '春耕', 'municipal', '头版'),
    use('3', '春耕', 'provincial'),
    use('4', '防汛', 'municipal'),
  ]
  expect(countingTotals(uses).map(({ uses: count, points }) => [count, points])).toEqual([
    [4, 1700],
    [2, 800],
    [3, 1400],
  ])
})

it('lists works by points and says which of their uses count', () => {
  const uses = [
    use('1', '防汛', 'municipal'),
    use('2', '春耕', 'county'),
    use('3', '春耕', 'provincial'),
    use('4', '读书', 'municipal'),
  ]
  expect(
    scoredWorks('highestPerWork', uses).map(({ work, points, uses: own }) => [
      work,
      points,
      own.map(({ id, counts }) => `${id}${counts ? '' : '×'}`).join(),
    ]),
  ).toEqual([
    ['春耕', 500, '2×,3'],
    ['读书', 300, '4'],
    ['防汛', 300, '1'],
  ])
})
