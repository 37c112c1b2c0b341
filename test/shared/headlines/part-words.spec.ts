import { expect, it } from 'vitest'
import { partWord } from '#shared/headlines/part-words.ts'

it('a code has its label, a name is itself, and a blank is said', () => {
  expect(partWord('adopted', 'national')).toBe('国家级')
  expect(partWord('published', '爱峨边')).toBe('爱峨边')
  expect(partWord('published', '')).toBe('未填')
})
