import { expect, it } from 'vitest'
import { closedAnswer, closedRecords } from '#web/import/closed-choice.ts'

it('an answer on closed months is complete once it is chosen, and 补报 with a reason', () => {
  expect(closedAnswer({ how: '', reason: '迟到' })).toBe(null)
  expect(closedAnswer({ how: 'leaveOut', reason: '' })).toBe('leaveOut')
  expect(closedAnswer({ how: 'belated', reason: ' ' })).toBe(null)
  expect(closedAnswer({ how: 'belated', reason: ' 迟到 ' })).toEqual({ belated: '迟到' })
})

it('records of closed months are added up over sections, in the order of months', () => {
  const sections = [
    { closed: [{ month: '2024-10', records: 2 }] },
    {},
    {
      closed: [
        { month: '2024-09', records: 1 },
        { month: '2024-10', records: 3 },
      ],
    },
  ]
  expect(closedRecords(sections)).toEqual([
    { month: '2024-09', records: 1 },
    { month: '2024-10', records: 5 },
  ])
})
