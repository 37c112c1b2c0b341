import { expect, it } from 'vitest'
import { isExcused } from '#shared/metrics/safety/maintenance.ts'

const PLANNED = {
  startedAt: '2024-04-16T14:00',
  endedAt: '2024-04-16T17:00',
  kind: 'planned',
  impact: 'offAir',
  reportedOn: '2024-04-08',
}

it('a planned maintenance that was reported first is not due, nor where its effect is not said', () => {
  expect(isExcused(PLANNED)).toBe(true)
  expect(isExcused({ ...PLANNED, impact: null })).toBe(true)
  expect(isExcused({ ...PLANNED, reportedOn: '2024-04-16' })).toBe(true)
})

it.each([
  ['urgent', { kind: 'urgent' }],
  ['of a kind nobody said', { kind: null }],
  ['without a stop of the broadcast', { impact: 'onAir' }],
  ['reported afterwards', { reportedOn: '2024-04-17' }],
  ['never reported', { reportedOn: null }],
  ['without an end', { endedAt: null }],
  ['ending before it began', { endedAt: '2024-04-16T13:00' }],
])('one that is %s stays due', (_, change) => {
  expect(isExcused({ ...PLANNED, ...change })).toBe(false)
})
