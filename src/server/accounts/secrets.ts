/** What the desk asks of its surroundings to keep secrets; Node's or a browser's. */
export interface SecretPorts {
  /** A slow hash of a password with its own salt, as text. */
  hashPassword(password: string): Promise<string>
  /** In the same time whatever the answer. */
  isPassword(password: string, hash: string): Promise<boolean>
  /** Whether it is one of those that are tried first because many people have it. */
  isCommon(password: string): Promise<boolean>
  random(bytes: number): Uint8Array<ArrayBuffer>
  /** As `secretHash`, without a wait: each request asks for it. */
  hash(secret: string): string
}

/** SHA-256 in hex: what is kept of a random secret, so that a stolen file opens nothing. */
export async function secretHash(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return hex(new Uint8Array(digest))
}

export const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Letters and digits that are not mistaken for one another, in groups of four. */
export function readable(bytes: Uint8Array): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  // The remainder favours eight letters by a sixteenth of a bit each, which the length makes up for.
  const text = [...bytes].map((byte) => letters[byte % letters.length]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}

/** Compares without telling by its time where two texts part. */
export function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % b.length)
  return difference === 0
}
