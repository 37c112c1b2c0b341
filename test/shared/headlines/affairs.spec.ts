import { expect, it } from 'vitest'
import type { OpenFinding } from '#shared/contract/affairs.ts'
import { findingsTitle, overdueWords } from '#shared/headlines/affairs.ts'

const finding = (late: number | null): OpenFinding => ({
  id: 'r1',
  foundOn: '2024-05-20',
  source: '巡察',
  finding: '更新不及时',
  owner: null,
  dueOn: null,
  doneOn: null,
  late,
})

it('says how many are open, how many overdue, and the worst', () => {
  const list = [finding(61), finding(3), finding(null)]
  expect(findingsTitle({ total: 3, late: 2, list })).toBe('在办 3 项，逾期 2 项，最久 61 天')
})

it('says that nothing is overdue, or that nothing is open', () => {
  expect(findingsTitle({ total: 1, late: 0, list: [finding(0)] })).toBe('在办 1 项，没有逾期的')
  expect(findingsTitle({ total: 0, late: 0, list: [] })).toBe('没有在办的整改')
})

it('without a limit nothing is late', () => {
  expect([null, 0, 5].map(overdueWords)).toEqual(['没有填期限', '期限内', '逾期 5 天'])
})
