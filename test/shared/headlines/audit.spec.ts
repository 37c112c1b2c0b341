import { describe, expect, it } from 'vitest'
import type { Audit } from '#shared/contract/budget.ts'
import { auditFinding, auditTitle } from '#shared/headlines/audit.ts'

const check = (change: Partial<Audit[number]>): Audit[number] => ({
  id: 'noVoucher',
  state: 'checked',
  why: '',
  count: 0,
  of: 12,
  amount: null,
  records: [],
  ...change,
})

describe('what a check found', () => {
  it('counts records among those looked at, with their money', () => {
    expect(auditFinding(check({ count: 2, amount: 3_400_000 }))).toBe('12 笔中 2 笔，3.40 万元')
    expect(auditFinding(check({ id: 'noSample', count: 1, of: 4 }))).toBe('4 项中 1 项')
  })

  it('clean, nothing to look at, and not to be made are three different things', () => {
    expect(auditFinding(check({}))).toBe('查了 12 笔，没有发现')
    expect(auditFinding(check({ of: 0 }))).toBe('没有可查的记录')
    expect(auditFinding(check({ state: 'unable', why: '本年没有登记支付', of: 0 }))).toBe(
      '查不了：本年没有登记支付',
    )
  })

  it('missing evidence is counted in indicators, not among projects', () => {
    expect(auditFinding(check({ id: 'allPerfect', count: 9, of: 3 }))).toBe('9 项')
  })
})

describe('the list’s title', () => {
  it('says how many found something and how many cannot be made', () => {
    const unable = check({ state: 'unable', why: '本年没有登记支付' })
    expect(auditTitle([check({ count: 1 }), check({}), unable])).toBe('1 项审计会问，1 项查不了')
    expect(auditTitle([check({}), check({})])).toBe('能查的 2 项都没有发现')
    expect(auditTitle([unable])).toBe('没有一项能查')
  })
})
