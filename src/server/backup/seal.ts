import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import * as z from 'zod/mini'
import { DeskError } from '#shared/diagnostics.ts'
import { byteReader } from './byte-reader.ts'

// A sealed file, read from its beginning:
//   16 bytes  "RMDESK-SEALED-1\n"
//    4 bytes  length of the head, big-endian
//    head     JSON {"kdf":"scrypt","N":…,"r":…,"p":…,"salt":base64}
//   16 bytes  AES-256-GCM tag of the empty message over all of the above: tells a wrong passphrase
//   frames    4 bytes length (at most 64 KB), so many bytes of ciphertext, 16 bytes tag
// The key is scrypt(passphrase in NFKC, salt). A nonce is 4 bytes of kind (0 frame, 1 last frame,
// 2 head) and 8 bytes of number; the salt makes the key this file's own, so no nonce comes twice. A
// file that was cut has no last frame.

const MAGIC = new TextEncoder().encode('RMDESK-SEALED-1\n')
const TAG = 16
const FRAME = 64 * 1024
const COST = { r: 8, p: 1 }
/** What trying one passphrase costs: 64 MB and a fifth of a second. */
const DEAR = 2 ** 16
/** Least: tells sealed files from others by their beginning. */
export const MAGIC_LENGTH = MAGIC.length

const headSchema = z.object({
  kdf: z.literal('scrypt'),
  N: z.int().check(z.gte(2 ** 14), z.lte(2 ** 18)),
  r: z.literal(8),
  p: z.literal(1),
  salt: z.string().check(z.maxLength(100)),
})

/** Whether a file that begins so is sealed. */
export const isSealed = (beginning: Uint8Array): boolean =>
  MAGIC.every((byte, at) => beginning[at] === byte)

/** Bytes under a passphrase, frame by frame. */
export async function* sealed(
  bytes: AsyncIterable<Uint8Array>,
  passphrase: string,
  cost = DEAR,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(32)
  const words = JSON.stringify({ kdf: 'scrypt', N: cost, ...COST, salt: salt.toString('base64') })
  const head = joined(MAGIC, headLength(words.length), new TextEncoder().encode(words))
  const key = await keyOf(passphrase, salt, cost)
  yield head
  yield encrypted(key, nonce(2, 0n), new Uint8Array(0), head)
  let number = 0n
  let held: Uint8Array = new Uint8Array(0)
  for await (const part of bytes) {
    held = joined(held, part)
    while (held.length > FRAME) {
      yield frame(encrypted(key, nonce(0, number), held.subarray(0, FRAME)))
      held = held.subarray(FRAME)
      number += 1n
    }
  }
  yield frame(encrypted(key, nonce(1, number), held))
}

/**
 * What was sealed. Throws BACKUP_PASSPHRASE_NEEDED, BACKUP_PASSPHRASE_WRONG, and BACKUP_DAMAGED where
 * a frame was changed, is missing or stands in another's place.
 */
export async function* unsealed(
  file: AsyncIterable<Uint8Array>,
  passphrase: string | null,
): AsyncGenerator<Uint8Array> {
  const reader = byteReader(file)
  const magic = await reader.exactly(MAGIC.length)
  const length = await reader.exactly(4)
  const words = await reader.exactly(Math.min(lengthIn(length), 1000))
  const tag = await reader.exactly(TAG)
  if (passphrase === null) throw new DeskError('BACKUP_PASSPHRASE_NEEDED')
  const { N, salt } = headIn(words)
  const key = await keyOf(passphrase, Buffer.from(salt, 'base64'), N)
  const opened = decrypted(key, nonce(2, 0n), tag, joined(magic, length, words))
  if (!opened) throw new DeskError('BACKUP_PASSPHRASE_WRONG')
  for (let number = 0n; ; number += 1n) {
    const size = lengthIn(await reader.exactly(4))
    if (size > FRAME) throw new DeskError('BACKUP_DAMAGED')
    const box = await reader.exactly(size + TAG)
    const plain = decrypted(key, nonce(0, number), box)
    if (plain) {
      yield plain
      continue
    }
    const last = decrypted(key, nonce(1, number), box)
    if (!last || (await reader.rest()) !== null) throw new DeskError('BACKUP_DAMAGED')
    yield last
    return
  }
}

function headIn(words: Uint8Array): z.infer<typeof headSchema> {
  try {
    return headSchema.parse(JSON.parse(new TextDecoder().decode(words)))
  } catch {
    throw new DeskError('BACKUP_DAMAGED')
  }
}

function keyOf(passphrase: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const { r, p } = COST
  return new Promise((resolve, reject) =>
    scrypt(
      passphrase.normalize('NFKC'),
      salt,
      32,
      { N: cost, r, p, maxmem: 2 * 128 * cost * r },
      (error, key) => (error ? reject(error) : resolve(key)),
    ),
  )
}

function encrypted(
  key: Buffer,
  iv: Uint8Array,
  plain: Uint8Array,
  also = new Uint8Array(0),
): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(also)
  return joined(cipher.update(plain), cipher.final(), cipher.getAuthTag())
}

/** Null where the tag does not fit. */
function decrypted(
  key: Buffer,
  iv: Uint8Array,
  box: Uint8Array,
  also = new Uint8Array(0),
): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', key, iv)
  decipher.setAAD(also).setAuthTag(box.subarray(-TAG))
  try {
    return joined(decipher.update(box.subarray(0, -TAG)), decipher.final())
  } catch {
    return null
  }
}

function nonce(kind: 0 | 1 | 2, number: bigint): Uint8Array {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(kind, 0)
  bytes.writeBigUInt64BE(number, 4)
  return bytes
}

const frame = (box: Uint8Array): Uint8Array => joined(headLength(box.length - TAG), box)

function headLength(length: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

const lengthIn = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
