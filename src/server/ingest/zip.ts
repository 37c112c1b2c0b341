import { Inflate, zipSync } from 'fflate'
import { DeskError } from '#shared/diagnostics.ts'

/** A part of a zip as its central directory tells of it; sizes in bytes. */
interface Part {
  readonly name: string
  readonly isEncrypted: boolean
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Where its local header stands. */
  readonly at: number
}

/** What to put in the place of a part, given its bytes a piece at a time, as often as asked for; null leaves it as it is. */
export type Instead = (
  name: string,
  size: number,
  pieces: () => Iterable<Uint8Array>,
) => Uint8Array | null

/**
 * The same zip with nothing packed: every part inflated no further than it says, and checked against
 * its own sum, so that a bomb is refused and a damaged file is not misread. Pictures are left out.
 * Throws DeskError: IMPORT_FILE_TOO_LARGE, IMPORT_FILE_ENCRYPTED, IMPORT_FILE_UNREADABLE.
 */
export function unpacked(
  bytes: Uint8Array,
  limits: { largest: number; mostParts: number },
  instead: Instead = () => null,
): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = partsOf(view, bytes).filter(({ name }) => !PICTURE.test(name))
  if (parts.length > limits.mostParts)
    throw new DeskError('IMPORT_FILE_TOO_LARGE', '文件里的部件太多')
  if (parts.reduce((sum, { size }) => sum + size, 0) > limits.largest)
    throw new DeskError('IMPORT_FILE_TOO_LARGE', '展开后太大')
  if (parts.some(({ isEncrypted }) => isEncrypted)) throw new DeskError('IMPORT_FILE_ENCRYPTED')
  const files = parts.map((part) => {
    const pieces = () => piecesOf(part, view, bytes)
    return [part.name, instead(part.name, part.size, pieces) ?? wholeOf(part, pieces())] as const
  })
  return zipSync(Object.fromEntries(files), { level: 0 })
}

/** Bytes a zip says its parts come to, or the one of that name; null for what is no whole zip. Nothing is inflated. */
export function inflatedSize(bytes: Uint8Array, only?: string): number | null {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const parts = partsOf(view, bytes).filter(({ name }) => only === undefined || name === only)
    return parts.reduce((sum, { size }) => sum + size, 0)
  } catch {
    return null
  }
}

const PICTURE = /\.(png|jpe?g|gif|emf|wmf|bmp|tiff?|mp4|mp3)$/i
const END = 0x06054b50
const ENTRY = 0x02014b50
const ENTRY_SIZE = 46
const LOCAL = 0x04034b50
const LOCAL_SIZE = 30
/** Handed to the inflater at a time, so that a bomb shows before it has grown. */
const PIECE = 65_536

const damaged = (): DeskError => new DeskError('IMPORT_FILE_UNREADABLE', '文件损坏')

function partsOf(view: DataView, bytes: Uint8Array): Part[] {
  const end = endRecord(view)
  if (end === null) throw damaged()
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  return Array.from({ length: count }, () => {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) throw damaged()
    const length = view.getUint16(at + 28, true)
    const from = at + ENTRY_SIZE
    const part = {
      name: new TextDecoder().decode(bytes.subarray(from, from + length)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    }
    at = from + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    return part
  })
}

/** Where the end-of-directory record stands; a comment of up to 64 KB may follow it. */
function endRecord(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

function wholeOf({ size }: Part, pieces: Iterable<Uint8Array>): Uint8Array {
  const content = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    content.set(piece, at)
    at += piece.length
  }
  return content
}

/** A part's bytes as they are inflated; throws at the end where they are not what the zip says. */
function* piecesOf(part: Part, view: DataView, bytes: Uint8Array): Generator<Uint8Array, void> {
  const { at, packed, method } = part
  if (at + LOCAL_SIZE > view.byteLength || view.getUint32(at, true) !== LOCAL) throw damaged()
  const from = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + packed > view.byteLength || (method !== 0 && method !== 8)) throw damaged()
  const raw = bytes.subarray(from, from + packed)
  let size = 0
  let crc = 0xffffffff
  for (const piece of method === 0 ? [raw] : inflated(raw)) {
    size += piece.length
    if (size > part.size) throw damaged()
    crc = crcAfter(crc, piece)
    yield piece
  }
  if (size !== part.size || (crc ^ 0xffffffff) >>> 0 !== part.crc) throw damaged()
}

function* inflated(raw: Uint8Array): Generator<Uint8Array, void> {
  let ready: Uint8Array[] = []
  const inflate = new Inflate((piece) => ready.push(piece))
  for (let from = 0; from < raw.length; from += PIECE) {
    try {
      inflate.push(raw.subarray(from, from + PIECE), from + PIECE >= raw.length)
    } catch {
      throw damaged()
    }
    yield* ready
    ready = []
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/** The sum a zip keeps of each part, so far: CRC-32 of ISO 3309. */
function crcAfter(sum: number, bytes: Uint8Array): number {
  let crc = sum
  for (let i = 0; i < bytes.length; i += 1)
    crc = (CRC_TABLE[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return crc
}
