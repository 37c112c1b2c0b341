import { createHash, randomBytes } from 'node:crypto'
import type { SecretPorts } from '#server/accounts/secrets.ts'

/** Passwords hashed at once: what argon2id is slow for is not what these tests are about. */
export const quickSecrets: SecretPorts = {
  hashPassword: async (password) => `quick ${quick(password)}`,
  isPassword: async (password, hash) => hash === `quick ${quick(password)}`,
  isCommon: async () => false,
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
  hash: (secret) => quick(secret),
}

const quick = (text: string): string => createHash('sha256').update(text).digest('hex')
