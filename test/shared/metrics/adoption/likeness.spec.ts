import { expect, it } from 'vitest'
import { titleLikeness } from '#shared/metrics/adoption/likeness.ts'

it.each([
  // 3 pairs against 3, all shared
  ['峨边：春耕', '峨边 春耕', 1],
  // 3 pairs (春耕 耕一 一线) within 5: 2·3 / (3 + 5)
  ['春耕一线', '春耕一线见闻', 0.75],
  ['春耕一线', '防火宣传', 0],
  // 万万 twice against once: 2·1 / (2 + 1)
  ['万万万', '万万', 2 / 3],
  ['春', '春', 1],
  ['春', '秋', 0],
  ['', '', 0],
  ['！？', '…', 0],
])('“%s” and “%s” are alike to %d', (a, b, likeness) => {
  expect(titleLikeness(a, b)).toBeCloseTo(likeness, 10)
})
