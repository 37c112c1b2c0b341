/** Codes of an authenticator: RFC 6238 with SHA-1, six digits, half a minute a step. */
const STEP_MS = 30_000
const DIGITS = 6

export const stepAt = (now: number): number => Math.floor(now / STEP_MS)

/** The code of a step. */
export async function totpCode(secret: string, step: number): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    fromBase32(secret),
    { name: 'HMAC', hash: 'SHA-1' },
    false,
    ['sign'],
  )
  const counter = new DataView(new ArrayBuffer(8))
  counter.setUint32(0, Math.floor(step / 2 ** 32))
  counter.setUint32(4, step % 2 ** 32)
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer))
  const offset = mac.getUint8(mac.byteLength - 1) & 0xf
  const number = (mac.getUint32(offset) & 0x7fff_ffff) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}

/** Steps by which the last one taken may be ahead, before a wrong clock is known to have noted it: five minutes. */
const MOST_AHEAD = 10

/** The step a code belongs to, one step early or late at most and after `lastStep`; null for none. */
export async function stepOf(
  secret: string,
  code: string,
  { now, lastStep }: { readonly now: number; readonly lastStep: number },
): Promise<number | null> {
  const isTaken = (step: number): boolean =>
    step <= lastStep && lastStep - stepAt(now) <= MOST_AHEAD
  let found: number | null = null
  for (const step of [-1, 0, 1].map((away) => stepAt(now) + away))
    if ((await totpCode(secret, step)) === code && !isTaken(step)) found = step
  return found
}

/** What an authenticator reads from a picture. */
export function totpUri(secret: string, user: string, centre: string): string {
  const issuer = centre || '融媒运行台'
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(user)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base 32 of RFC 4648 without padding; `bytes` are a multiple of five. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join('')
}

function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return new Uint8Array(bytes.map((eight) => Number.parseInt(eight, 2)))
}
