import { expect, it } from 'vitest'
import { withDerived, type Row } from '#shared/ledgers/define.ts'
import { rectifications } from '#shared/ledgers/rectifications.ts'

const derived = (row: Row) => {
  const full = withDerived(rectifications, { foundOn: '2024-05-20', ...row })
  return [full.closure, full.lateOn, full.caughtUpOn]
}

it('is overdue from the day after its limit, until it is done', () => {
  expect(derived({ dueOn: '2024-06-30' })).toEqual(['open', '2024-07-01', null])
  expect(derived({ dueOn: '2024-06-30', doneOn: '2024-07-12' })).toEqual([
    'dated',
    '2024-07-01',
    '2024-07-12',
  ])
})

it('is in time on the day of its limit, and cannot be late without one', () => {
  expect(derived({ dueOn: '2024-06-30', doneOn: '2024-06-30' })).toEqual(['dated', null, null])
  expect(derived({ doneOn: '2024-07-12' })).toEqual(['dated', null, null])
})

it('said to be done without a day is neither open nor overdue', () => {
  expect(derived({ dueOn: '2024-06-30', state: 'done' })).toEqual(['undated', null, null])
  expect(derived({ dueOn: '2024-06-30', state: 'running' })).toEqual(['open', '2024-07-01', null])
})
