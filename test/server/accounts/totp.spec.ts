import { expect, it } from 'vitest'
import { stepAt, stepOf, toBase32, totpCode, totpUri } from '#server/accounts/totp.ts'

const SECRET = toBase32(new TextEncoder().encode('12345678901234567890'))

it('gives the codes of RFC 6238, appendix B', async () => {
  expect(SECRET).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  const codes = [59, 1_111_111_109, 1_111_111_111, 1_234_567_890, 2_000_000_000, 20_000_000_000]
  const given = await Promise.all(codes.map((at) => totpCode(SECRET, stepAt(at * 1000))))
  expect(given).toEqual(['287082', '081804', '050471', '005924', '279037', '353130'])
})

it('takes a code a step early or late, and none of a step that was used', async () => {
  const now = 1_111_111_111_000
  const step = stepAt(now)
  const late = await totpCode(SECRET, step - 1)
  expect(await stepOf(SECRET, late, { now, lastStep: 0 })).toBe(step - 1)
  expect(await stepOf(SECRET, late, { now, lastStep: step - 1 })).toBeNull()
  const tooLate = await totpCode(SECRET, step - 2)
  expect(await stepOf(SECRET, tooLate, { now, lastStep: 0 })).toBeNull()
  expect(await stepOf(SECRET, late, { now, lastStep: step + 9 })).toBeNull()
})

it('takes a code again once a clock that was far ahead is set right', async () => {
  const now = 1_111_111_111_000
  const code = await totpCode(SECRET, stepAt(now))
  expect(await stepOf(SECRET, code, { now, lastStep: stepAt(now) + 1000 })).toBe(stepAt(now))
})

it('writes the address an authenticator reads', () => {
  expect(totpUri('ABC', '沙马', '某县融媒体中心')).toMatch(
    /^otpauth:\/\/totp\/%E6[^/]+:%E6[^/]+\?secret=ABC&issuer=%E6/,
  )
})
