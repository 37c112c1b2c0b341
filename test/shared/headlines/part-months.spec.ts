import { expect, it } from 'vitest'
import type { Answer } from '#shared/contract/figures.ts'
import { partMonthsTitle } from '#shared/headlines/part-months.ts'
import { answerOf, counted, countedUntil, monthsOfYear, amountsOf } from '#test/support/answers.ts'

type Sizes = Readonly<Record<string, number>>

const year = (at: number, months: readonly (Sizes | null)[]): Answer['months'] =>
  monthsOfYear(
    at,
    months.map((sizes) => (sizes ? 1 : null)),
  ).map((point, i) => ({ ...point, parts: amountsOf(months[i] ?? {}) }))

const asked = (months: Answer['months'], monthsBefore: Answer['months']): Answer =>
  answerOf('published', '2024', counted(100), { by: 'platform', months, monthsBefore })

it('the part that changed most over the months of both years', () => {
  const now = year(2024, [
    { 甲: 50, 乙: 10 },
    { 甲: 50, 乙: 10 },
  ])
  const before = year(2023, [
    { 甲: 45, 乙: 30 },
    { 甲: 45, 乙: 30 },
  ])
  // 甲 +10, 乙 −40.
  expect(partMonthsTitle(asked(now, before))).toBe('乙1—2月比上年同期少 40 条，变化最大')
})

it('a month that one of the years lacks is left out', () => {
  const now = year(2024, [{ 甲: 50 }, { 甲: 5 }, { 甲: 60 }])
  const before = year(2023, [{ 甲: 40 }, null, { 甲: 40 }])
  expect(partMonthsTitle(asked(now, before))).toBe('甲可比的 2 个月比上年同期多 30 条，变化最大')
})

it('a month that is not over is not compared', () => {
  const now = year(2024, [{ 甲: 50 }, { 甲: 5 }]).map((point, i) =>
    i === 1 ? { ...point, figure: countedUntil('2024-02-10', 5) } : point,
  )
  const before = year(2023, [{ 甲: 40 }, { 甲: 400 }])
  expect(partMonthsTitle(asked(now, before))).toBe('甲1月比上年同期多 10 条，变化最大')
})

it('without a year before, or without a change, the figure itself', () => {
  const now = year(2024, [{ 甲: 50 }])
  expect(partMonthsTitle(asked(now, []))).toContain('发布 100 条')
  expect(partMonthsTitle(asked(now, year(2023, [{ 甲: 50 }])))).toContain('发布 100 条')
})
