import { expect, it } from 'vitest'
import { checks } from '#shared/ledgers/checks.ts'
import { withDerived, type Row } from '#shared/ledgers/define.ts'

const stateOf = (row: Row) => withDerived(checks, { day: '2024-03-01', ...row }).dangerState

it('a danger is open, put right, then re-checked', () => {
  expect(stateOf({ result: 'danger' })).toBe('open')
  expect(stateOf({ result: 'danger', fixedOn: '2024-03-04' })).toBe('fixed')
  expect(stateOf({ result: 'danger', fixedOn: '2024-03-04', recheckedOn: '2024-03-08' })).toBe(
    'rechecked',
  )
})

it('a re-check may stand by who did it alone, once it was put right', () => {
  expect(stateOf({ result: 'danger', fixedOn: '2024-03-04', reviewer: '编辑甲' })).toBe('rechecked')
  expect(stateOf({ result: 'danger', reviewer: '编辑甲' })).toBe('open')
})

it('a check that passed has no such state', () => {
  expect(stateOf({ result: 'passed', fixedOn: '2024-03-04' })).toBeNull()
})
