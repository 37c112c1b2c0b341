import { expect, it } from 'vitest'
import { argonSecrets } from '#server/accounts/argon.ts'

it('keeps a password as argon2id with its own salt, in any form of its characters', async () => {
  const hash = await argonSecrets.hashPassword('caf\u00e9 坝坝会')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(await argonSecrets.isPassword('cafe\u0301 坝坝会', hash)).toBe(true)
  expect(await argonSecrets.isPassword('cafe 坝坝会', hash)).toBe(false)
  expect(await argonSecrets.hashPassword('caf\u00e9 坝坝会')).not.toBe(hash)
})

it('every character of the longest password counts', async () => {
  const hash = await argonSecrets.hashPassword(`${'秋'.repeat(127)}收`)
  expect(await argonSecrets.isPassword(`${'秋'.repeat(127)}耕`, hash)).toBe(false)
  expect(await argonSecrets.isPassword(`${'秋'.repeat(127)}收`, hash)).toBe(true)
})

it('knows the passwords that many people have, of every length that is taken', async () => {
  for (const common of ['password', 'A123456789', 'strawberry', '1q2w3e4r5t6y', 'christopher1'])
    expect([common, await argonSecrets.isCommon(common)]).toEqual([common, true])
  for (const own of ['坝坝会 晒秋 春耕', 'lan-tian-bai-yun', ''])
    expect([own, await argonSecrets.isCommon(own)]).toEqual([own, false])
})
