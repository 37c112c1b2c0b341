import { expect, it } from 'vitest'
import { planState } from '#shared/metrics/safety/check-plans.ts'

const PLAN = { timesPerMonth: 2, from: '2024-02-15', to: '2024-11-10' }
const WHOLE = [{ from: '2024-01-01', to: '2024-12-31' }]
const LATER = '2025-01-05'

it('a month with as many checks as planned is met, more do not hurt', () => {
  expect(planState(PLAN, '2024-03', { done: 2, covered: WHOLE, today: LATER })).toBe('met')
  expect(planState(PLAN, '2024-03', { done: 5, covered: WHOLE, today: LATER })).toBe('met')
})

it('one that is over and registered whole with too few is missed', () => {
  expect(planState(PLAN, '2024-03', { done: 1, covered: WHOLE, today: LATER })).toBe('missed')
})

it('one that still runs, its last day included, is not missed yet', () => {
  const known = { done: 1, covered: WHOLE, today: '2024-03-31' }
  expect(planState(PLAN, '2024-03', known)).toBe('running')
  expect(planState(PLAN, '2024-03', { ...known, today: '2024-04-01' })).toBe('missed')
  expect(planState(PLAN, '2024-03', { ...known, done: 2 })).toBe('met')
})

it('one that is not registered whole is unknown, but met where enough is known', () => {
  const covered = [{ from: '2024-03-01', to: '2024-03-20' }]
  expect(planState(PLAN, '2024-03', { done: 1, covered, today: LATER })).toBe('unknown')
  expect(planState(PLAN, '2024-03', { done: 2, covered, today: LATER })).toBe('met')
})

it('a month the plan does not hold over whole has no plan, whatever was done', () => {
  const known = { done: 0, covered: WHOLE, today: LATER }
  expect(planState(PLAN, '2024-02', known)).toBe('unplanned')
  expect(planState(PLAN, '2024-11', known)).toBe('unplanned')
  expect(planState({ ...PLAN, to: null }, '2024-11', known)).toBe('missed')
})
