import { expect, it } from 'vitest'
import { isLocal } from '#server/local.ts'

const from = (headers: Record<string, string>) =>
  isLocal(new Request('http://127.0.0.1:4180/api', { headers }))

it('answers pages of this machine', () => {
  expect(from({ host: '127.0.0.1:4180' })).toBe(true)
  expect(from({ host: 'localhost:4180', origin: 'http://localhost:4180' })).toBe(true)
})

it('turns away a name that was rebound to this machine', () => {
  expect(from({ host: 'evil.example:4180' })).toBe(false)
})

it('turns away a form on another site', () => {
  expect(from({ host: '127.0.0.1:4180', origin: 'http://evil.example' })).toBe(false)
  expect(from({ host: '127.0.0.1:4180', origin: 'null' })).toBe(false)
})
