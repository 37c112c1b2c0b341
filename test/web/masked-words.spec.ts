import { expect, it } from 'vitest'
import { isMasked } from '#web/masked-words.ts'

it('a star hides something only where citizens are named', () => {
  const account = { label: '账号', kind: 'text', citizen: 'named' } as const
  expect(isMasked(account, '某**')).toBe(true)
  expect(isMasked(account, '匿名')).toBe(false)
  expect(isMasked({ label: '标题', kind: 'text' }, '五**好')).toBe(false)
})
