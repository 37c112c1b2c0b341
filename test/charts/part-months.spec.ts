import { expect, it } from 'vitest'
import { partMonths } from '#charts/part-months.ts'
import type { Answer } from '#shared/contract/figures.ts'
import { answerOf, counted, monthsOfYear, amountsOf, stated } from '#test/support/answers.ts'

const words = { title: '题', subtitle: '注' }

function answerWith(
  months: Answer['months'],
  parts: readonly (Answer['months'][number]['parts'] | undefined)[],
  rest: Partial<Answer> = {},
): Answer {
  const split = months.map((point, i) => ({ ...point, parts: parts[i] ?? [] }))
  return answerOf('published', '2024', counted(1), { by: 'platform', months: split, ...rest })
}

it('each part has its months, the largest first, and its sum as printed', () => {
  const answer = answerWith(monthsOfYear(2024, [30, 1030]), [
    amountsOf({ 甲: 10, 乙: 20 }),
    amountsOf({ 甲: 1030 }),
  ])
  const { panels, unit } = partMonths(answer, words)
  expect(unit).toBe('条')
  expect(panels.map(({ label, text }) => [label, text])).toEqual([
    ['甲', '1,040 条'],
    ['乙', '20 条'],
  ])
  expect(panels[0]?.values.slice(0, 3)).toEqual([10, 1030, null])
  // February counts every part: it holds nothing of 乙.
  expect(panels[1]?.values.slice(0, 3)).toEqual([20, 0, null])
})

it('a month that is absent or stated as a whole says nothing of its parts', () => {
  const answer = answerWith(monthsOfYear(2024, [30, null, stated(40, '40')]), [
    amountsOf({ 甲: 30 }),
  ])
  expect(partMonths(answer, words).panels[0]?.values.slice(0, 3)).toEqual([30, null, null])
})

it('the year before stands beside it, part by part', () => {
  const monthsBefore = monthsOfYear(2023, [9]).map((point, i) =>
    i === 0 ? { ...point, parts: amountsOf({ 甲: 9 }) } : point,
  )
  const answer = answerWith(monthsOfYear(2024, [30]), [amountsOf({ 甲: 30 })], { monthsBefore })
  expect(partMonths(answer, words).panels[0]?.before.slice(0, 2)).toEqual([9, null])
})

it('twelve parts have a panel each; of thirteen the two smallest stand together', () => {
  const sizes = (count: number) =>
    amountsOf(Object.fromEntries(Array.from({ length: count }, (_, i) => [`台${i + 10}`, 50 - i])))
  const panelsOf = (count: number) =>
    partMonths(answerWith(monthsOfYear(2024, [1]), [sizes(count)]), words).panels
  expect(panelsOf(12).map(({ key }) => key)).not.toContain('rest')
  const thirteen = panelsOf(13)
  expect(thirteen).toHaveLength(12)
  // 50 − 11 and 50 − 12.
  expect(thirteen.at(-1)).toMatchObject({ key: 'rest', label: '其余 2 个', text: '77 条' })
  expect(thirteen.at(-1)?.values[0]).toBe(77)
})

it('money is drawn in 万元', () => {
  const months = monthsOfYear(2024, [123_456_700]).map((point, i) =>
    i === 0 ? { ...point, parts: amountsOf({ 运维: 123_456_700 }) } : point,
  )
  const answer = answerOf('paid', '2024', counted(1), { by: 'project', months })
  const { unit, panels } = partMonths(answer, words)
  expect(unit).toBe('万元')
  expect(panels[0]?.values[0]).toBeCloseTo(123.4567)
  expect(panels[0]?.text).toBe('123.46 万元')
})
