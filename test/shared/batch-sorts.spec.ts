import { expect, it } from 'vitest'
import { isEvent, sortOfBatch } from '#shared/batch-sorts.ts'

const one = { added: 1, changed: 0, same: 0 }

it('a closing or a step of a review is an event, records brought in are none', () => {
  expect(isEvent({ counts: { closings: one } })).toBe(true)
  expect(isEvent({ counts: { reviews: one } })).toBe(true)
  expect(isEvent({ counts: { pieces: one, belated: one } })).toBe(false)
})

it('a batch is looked for among files, among what was typed, or among events', () => {
  const event = { closings: one }
  expect(sortOfBatch({ kind: 'import', counts: {} })).toBe('loaded')
  expect(sortOfBatch({ kind: 'example', counts: event })).toBe('loaded')
  expect(sortOfBatch({ kind: 'entry', counts: {} })).toBe('written')
  expect(sortOfBatch({ kind: 'entry', counts: event })).toBe('events')
})
