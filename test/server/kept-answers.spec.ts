import { expect, it } from 'vitest'
import { keptAnswers } from '#server/kept-answers.ts'

it('an answer is given again until the desk changes', () => {
  const kept = keptAnswers()
  kept.keep('v1', '/a', 'one')
  expect(kept.get('v1', '/a')).toBe('one')
  expect(kept.get('v1', '/b')).toBeUndefined()
  expect(kept.get('v2', '/a')).toBeUndefined()
  kept.keep('v2', '/b', 'two')
  expect(kept.get('v2', '/a')).toBeUndefined()
  expect(kept.get('v2', '/b')).toBe('two')
})

it('the oldest answer goes when there are more than sixty-four', () => {
  const kept = keptAnswers()
  for (let i = 0; i < 65; i += 1) kept.keep('v1', `/${i}`, String(i))
  expect(kept.get('v1', '/0')).toBeUndefined()
  expect(kept.get('v1', '/1')).toBe('1')
  expect(kept.get('v1', '/64')).toBe('64')
})
