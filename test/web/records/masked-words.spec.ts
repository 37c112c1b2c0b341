import { afterEach, beforeEach, expect, it } from 'vitest'
import { isMasked } from '#web/records/masked-words.ts'
import { rights } from '#web/offered.ts'

beforeEach(() => {
  rights.value = { desk: [], every: [], see: {}, write: {}, review: {}, identify: {} }
})
afterEach(() => {
  rights.value = null
})

it('a star hides something only where citizens are named', () => {
  const account = { label: '账号', kind: 'text', citizen: 'named' } as const
  expect(isMasked(account, '某**')).toBe(true)
  expect(isMasked(account, '匿名')).toBe(false)
  expect(isMasked({ label: '标题', kind: 'text' }, '五**好')).toBe(false)
})

it('a star hides something in any long text, and nothing from whoever sees every name', () => {
  const remark = { label: '备注', kind: 'longText' } as const
  expect(isMasked(remark, '某**来电')).toBe(true)
  rights.value = { desk: [], every: ['identify'], see: {}, write: {}, review: {}, identify: {} }
  expect(isMasked(remark, '某**来电')).toBe(false)
})
