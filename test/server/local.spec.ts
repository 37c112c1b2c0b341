import { expect, it } from 'vitest'
import { isOwn } from '#server/local.ts'

const from = (headers: Record<string, string>, isLoopbackOnly = true) =>
  isOwn(new Request('http://127.0.0.1:4180/api', { headers }), isLoopbackOnly)

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

it('serves other machines where it is told to, and still no other site', () => {
  const host = 'desk.lan:4180'
  expect(from({ host, origin: `http://${host}` }, false)).toBe(true)
  expect(from({ host, origin: `https://${host}` }, false)).toBe(true)
  expect(from({ host, origin: 'http://evil.example' }, false)).toBe(false)
})
