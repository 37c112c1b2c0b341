import { expect, it } from 'vitest'
import { formPoints, rulesFor, unscoredPieces } from '#shared/metrics/content/staff-points.ts'
import type { PointRule } from '#shared/settings/points.ts'

const rule = (name: string, year: number, pieces: Record<string, number>): PointRule => ({
  name,
  year,
  pieces,
  adoptions: {},
  positions: [],
  counting: 'everyUse',
})

const old = rule('2022 办法', 2022, { text: 100, video: 100 })
const now = rule('2024 办法', 2024, { text: 100, video: 250 })

const forms = [
  { form: 'text', count: 10 },
  { form: 'video', count: 4 },
  { form: 'h5', count: 2 },
  { form: '', count: 1 },
]

it('adds up points by form, the same work under two rules', () => {
  expect(formPoints(now, forms)).toBe(2000)
  expect(formPoints(old, forms)).toBe(1400)
})

it('counts pieces to which the rule gives nothing', () => {
  expect(unscoredPieces(now, forms)).toBe(3)
})

it('counts a year under the newest rule up to it, beside the one before', () => {
  expect(rulesFor([old, now], 2024, undefined)).toEqual({ rule: now, other: old })
  expect(rulesFor([now, old], 2023, undefined)).toEqual({ rule: old, other: now })
  expect(rulesFor([now], 2020, undefined)).toEqual({ rule: now, other: null })
})

it('takes the rule that was chosen by name, and none that is unknown', () => {
  expect(rulesFor([old, now], 2024, '2022 办法').rule).toBe(old)
  expect(rulesFor([old, now], 2024, '没有的').rule).toBe(now)
  expect(rulesFor([], 2024, undefined)).toEqual({ rule: null, other: null })
})
