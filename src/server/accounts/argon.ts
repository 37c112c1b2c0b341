import { Buffer } from 'node:buffer'
import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { isCommonPassword } from './common-passwords.ts'
import type { SecretPorts } from './secrets.ts'

/** OWASP's first choice for argon2id: 19 MiB, two passes; a tenth of a second on a small machine. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG_BYTES = 32

/** Passwords as argon2id, written down with their cost so that it can rise later. */
export const argonSecrets: SecretPorts = {
  async hashPassword(password) {
    const salt = randomBytes(16)
    const tag = await derive(password, salt, COST)
    const { memory, passes, parallelism } = COST
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`
  },
  async isPassword(password, hash) {
    const kept = KEPT.exec(hash)
    if (!kept) throw new Error('a password hash that cannot be read')
    const [, m, t, p, salt = '', tag = ''] = kept
    const cost = { memory: Number(m), passes: Number(t), parallelism: Number(p) }
    const known = Buffer.from(tag, 'base64')
    return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost), known)
  },
  isCommon: isCommonPassword,
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
  hash: (secret) => createHash('sha256').update(secret).digest('hex'),
}

const KEPT = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

function derive(
  password: string,
  nonce: Buffer,
  cost: { readonly memory: number; readonly passes: number; readonly parallelism: number },
): Promise<Buffer> {
  // The same password may be typed as composed or decomposed characters.
  const message = Buffer.from(password.normalize('NFKC'))
  return new Promise((resolve, reject) =>
    argon2('argon2id', { message, nonce, tagLength: TAG_BYTES, ...cost }, (error, tag) =>
      error ? reject(error) : resolve(tag),
    ),
  )
}
