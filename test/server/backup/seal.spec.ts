import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { beforeAll, expect, it } from 'vitest'
import { DeskError } from '#shared/diagnostics.ts'
import { sealed, unsealed } from '#server/backup/seal.ts'

// Three frames, the last one short.
const PLAIN = randomBytes(150_000)
const CHEAP = 2 ** 14
let box: Buffer

beforeAll(async () => {
  box = await whole(sealed(Readable.from([PLAIN]), '山高 水长', CHEAP))
})

const whole = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> =>
  Buffer.concat(await Readable.from(bytes).toArray())
const opened = (bytes: Uint8Array, passphrase: string | null): Promise<Buffer> =>
  whole(unsealed(Readable.from([bytes]), passphrase))

it('what was sealed comes out again, however the passphrase was typed', async () => {
  expect((await opened(box, '山高 水长')).equals(PLAIN)).toBe(true)
  expect((await opened(box, '山高\u3000水长')).equals(PLAIN)).toBe(true)
  expect(box.includes(PLAIN.subarray(0, 32))).toBe(false)
})

it('nothing is an empty box', async () => {
  const empty = await whole(sealed(Readable.from([]), '山高水长', CHEAP))
  expect((await opened(empty, '山高水长')).length).toBe(0)
})

it('a wrong passphrase and none at all are told apart', async () => {
  await expect(opened(box, '山高水短')).rejects.toThrow(new DeskError('BACKUP_PASSPHRASE_WRONG'))
  await expect(opened(box, null)).rejects.toThrow(new DeskError('BACKUP_PASSPHRASE_NEEDED'))
})

it('a box that was cut, lengthened, changed or put in another order is damaged', async () => {
  const frame = 4 + 64 * 1024 + 16
  const head = box.length - (150_000 + 3 * 20)
  const changed = Buffer.from(box)
  changed[head + frame + 100] = (changed[head + frame + 100] ?? 0) ^ 1
  const swapped = Buffer.concat([
    box.subarray(0, head),
    box.subarray(head + frame, head + 2 * frame),
    box.subarray(head, head + frame),
    box.subarray(head + 2 * frame),
  ])
  const lengthened = Buffer.concat([box, box.subarray(head)])
  const cuts = [box.subarray(0, head + 2 * frame), box.subarray(0, -1)]
  for (const bad of [changed, swapped, lengthened, ...cuts])
    await expect(opened(bad, '山高 水长')).rejects.toThrow(new DeskError('BACKUP_DAMAGED'))
})
