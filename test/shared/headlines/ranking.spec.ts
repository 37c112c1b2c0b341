import { expect, it } from 'vitest'
import { rankingTitle } from '#shared/headlines/ranking.ts'
import { none } from '#shared/metrics/figure.ts'
import { answerOf, counted, partsOf } from '#test/support/answers.ts'

const alerts = (parts: Readonly<Record<string, number>>, all: number) =>
  answerOf('alerted', '2024-10', counted(all), { parts: partsOf(parts) })

it('names the largest part with its figure', () => {
  expect(rankingTitle(alerts({ 心连心: 32, 快手: 28 }, 60))).toBe(
    '10月舆情预警 60 条，心连心 32 条最多',
  )
})

it('names two equals together, and none of three', () => {
  expect(rankingTitle(alerts({ 五渡镇: 17, 平等乡: 17, 大堡镇: 16 }, 50))).toBe(
    '10月舆情预警 50 条，五渡镇、平等乡各 17 条最多',
  )
  expect(rankingTitle(alerts({ 甲: 5, 乙: 5, 丙: 5 }, 15))).toBe('10月舆情预警 15 条')
})

it('says that one part is all of it, and nothing of parts at zero', () => {
  expect(rankingTitle(alerts({ 心连心: 1 }, 1))).toBe('10月舆情预警 1 条，全部为心连心')
  expect(rankingTitle(alerts({ 心连心: 0, 快手: 0 }, 0))).toBe('10月舆情预警 0 条')
})

it('of a rate the highest leads', () => {
  const rates = answerOf('executionRate', '2024', counted(0.8), {
    parts: partsOf({ 甲: 0.9, 乙: 0.75 }),
  })
  expect(rankingTitle(rates)).toBe('全年预算执行率 80.0%，甲 90.0%最高')
})

it('says why there is no figure', () => {
  expect(rankingTitle(answerOf('alerted', '2025-03', none('notYet')))).toBe('3月舆情预警尚未开始')
})
