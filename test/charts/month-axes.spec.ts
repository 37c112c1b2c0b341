import { expect, it } from 'vitest'
import { namedMonths } from '#charts/month-axes.ts'

const YEAR = Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}`)
const numbers = (months: ReadonlySet<string>): number[] =>
  YEAR.filter((month) => months.has(month)).map((month) => Number(month.slice(5)))

it('every month is named where there is room, or where nobody knows how much', () => {
  expect(namedMonths(YEAR, {}, 600).size).toBe(12)
  expect(namedMonths(YEAR, {}, Infinity).size).toBe(12)
})

it('the chosen month is named before its neighbours', () => {
  const look = { hasShortLabels: true, chosen: ['2024-11'] }
  expect(numbers(namedMonths(YEAR, look, 170))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 11])
  expect(numbers(namedMonths(YEAR, { hasShortLabels: true }, 170))).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12,
  ])
  expect(numbers(namedMonths(YEAR, { ...look, chosen: ['2024-10'] }, 170))).toContain(10)
})

it('of a chosen quarter the last month is named first, and all where they fit', () => {
  const chosen = ['2024-10', '2024-11', '2024-12']
  expect(numbers(namedMonths(YEAR, { chosen }, 240)).slice(-2)).toEqual([10, 12])
  expect(numbers(namedMonths(YEAR, { chosen }, 400)).slice(-3)).toEqual([10, 11, 12])
})
