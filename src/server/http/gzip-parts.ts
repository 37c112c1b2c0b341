import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import type { Packer } from '../packed.ts'

const deflated = promisify<Uint8Array, object, Buffer<ArrayBuffer>>(deflateRaw)

/** No name, no time, of no system: https://www.rfc-editor.org/rfc/rfc1952#section-2.3 */
const HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)
/** An empty last block, since no part knows that it is the last. */
const LAST = Uint8Array.of(3, 0)

/** What is shorter goes out as it is: to set a packer up takes longer than it saves. */
const SHORT = 1024

/** A block that is not packed: https://www.rfc-editor.org/rfc/rfc1951#page-11 */
function asItIs(plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const block = Buffer.alloc(5 + plain.length)
  block.writeUInt16LE(plain.length, 1)
  block.writeUInt16LE(0xffff - plain.length, 3)
  block.set(plain, 5)
  return block
}

/** One gzip of several parts: each ends on a whole byte and refers to none before it. */
export const gzipParts: Packer = {
  encoding: 'gzip',
  pack: async (plain) =>
    plain.length < SHORT ? asItIs(plain) : deflated(plain, { finishFlush: constants.Z_SYNC_FLUSH }),
  together(parts) {
    const foot = Buffer.alloc(8)
    foot.writeUInt32LE(parts.reduce((sum, { plain }) => crc32(plain, sum), 0))
    foot.writeUInt32LE(parts.reduce((length, { plain }) => length + plain.length, 0) % 2 ** 32, 4)
    return Buffer.concat([HEAD, ...parts.map(({ packed }) => packed), LAST, foot])
  },
}
