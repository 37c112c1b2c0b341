import { expect, it } from 'vitest'
import { commandOf } from '#web/grid/keys.ts'

const NONE = { ctrlKey: false, metaKey: false, shiftKey: false }
const CTRL = { ...NONE, ctrlKey: true }

it('a key means the same with Ctrl and with ⌘, whatever its case', () => {
  expect(commandOf({ ...CTRL, key: 'd' })).toBe('fill')
  expect(commandOf({ ...NONE, metaKey: true, key: 'D' })).toBe('fill')
})

it('a letter without Ctrl is typed, and a key with it that means nothing is left to the browser', () => {
  expect(commandOf({ ...NONE, key: 'd' })).toBeNull()
  expect(commandOf({ ...CTRL, key: 't' })).toBeNull()
})

it('Shift turns undoing into doing again', () => {
  expect(commandOf({ ...CTRL, key: 'z' })).toBe('undo')
  expect(commandOf({ ...CTRL, shiftKey: true, key: 'Z' })).toBe('redo')
})
