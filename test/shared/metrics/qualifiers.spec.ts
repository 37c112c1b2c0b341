import { describe, expect, it } from 'vitest'
import {
  derivedQualifier,
  isAllowed,
  mayAgree,
  readQualifier,
  sumQualifier,
} from '#shared/metrics/qualifiers.ts'

describe('a sum', () => {
  it('of exact parts is exact', () => {
    expect(sumQualifier(['exact', 'exact'])).toBe('exact')
    expect(sumQualifier([])).toBe('exact')
  })

  it('with one part that is not exact is not exact either, and errs to the same side', () => {
    expect(sumQualifier(['exact', 'nearly'])).toBe('nearly')
    expect(sumQualifier(['nearly', 'nearly'])).toBe('nearly')
    expect(sumQualifier(['exact', 'about', 'exact'])).toBe('about')
  })

  it('of parts that err to different sides is 约', () => {
    expect(sumQualifier(['nearly', 'moreThan'])).toBe('about')
  })
})

it('a ratio or difference of anything not exact is 约, whichever side it errs to', () => {
  expect(derivedQualifier(['exact', 'exact'])).toBe('exact')
  expect(derivedQualifier(['nearly', 'nearly'])).toBe('about')
})

it('a word nobody knows is not taken for exact', () => {
  expect(readQualifier('roughly')).toBe('about')
  expect(readQualifier(null)).toBe('about')
  expect(readQualifier('exact')).toBe('exact')
})

it('a value is held against the words it was stated in', () => {
  expect(isAllowed(141, 140, 'moreThan')).toBe(true)
  expect(isAllowed(139, 140, 'moreThan')).toBe(false)
  expect(isAllowed(367, 368, 'nearly')).toBe(true)
  expect(isAllowed(105, 100, 'about')).toBe(true)
  expect(isAllowed(106, 100, 'about')).toBe(false)
})

it('an exact total agrees with parts that are near it', () => {
  const near = { value: 1250, qualifier: 'nearly' } as const
  expect(mayAgree({ value: 1246, qualifier: 'exact' }, near)).toBe(true)
  expect(mayAgree(near, { value: 1251, qualifier: 'exact' })).toBe(false)
  expect(mayAgree(near, { value: 1300, qualifier: 'moreThan' })).toBe(true)
})
