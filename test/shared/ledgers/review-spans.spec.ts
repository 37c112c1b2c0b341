import { expect, it } from 'vitest'
import { reviewSpan } from '#shared/ledgers/review-spans.ts'

it('a span of review includes its upper end', () => {
  expect([0, 1800, 1801, 3600, 7200, 7201, 28_800, 86_400, 86_401].map(reviewSpan)).toEqual([
    'within30m',
    'within30m',
    'within1h',
    'within1h',
    'within2h',
    'within4h',
    'within8h',
    'within24h',
    'longer',
  ])
})
