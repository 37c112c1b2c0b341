import { DeskError } from '#shared/diagnostics.ts'
import { byteReader } from './byte-reader.ts'

/** A file of an archive: its name with `/` between folders, its size, and its bytes as they come. */
export interface TarFile {
  readonly name: string
  readonly size: number
  readonly bytes: AsyncIterable<Uint8Array>
}

const BLOCK = 512
const LONGEST_NAME = 100
/** Of an extended head, which holds one long name. */
const LONGEST_HEAD = 64 * 1024
/** What eleven octal digits hold. */
const LARGEST = 8 ** 11 - 1

/** Files as a POSIX tar, which any archive program opens. Throws where a file is not of the size it states. */
export async function* tarOf(
  files: AsyncIterable<TarFile> | Iterable<TarFile>,
): AsyncGenerator<Uint8Array> {
  for await (const { name, size, bytes } of files) {
    if (size > LARGEST) throw new DeskError('BACKUP_FILE_TOO_LARGE', name)
    if (utf8(name).length > LONGEST_NAME) yield* longName(name)
    yield head(utf8(name).subarray(0, LONGEST_NAME), size, '0')
    let sent = 0
    for await (const part of bytes) {
      sent += part.length
      yield part
    }
    if (sent !== size) throw new Error(`${name} has ${sent} bytes and was said to have ${size}`)
    yield padding(size)
  }
  yield new Uint8Array(2 * BLOCK)
}

/**
 * The files of a tar, in its order; bytes that nobody takes are passed over. Throws BACKUP_DAMAGED where
 * it is cut off or a head does not add up.
 */
export async function* filesOf(tar: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const reader = byteReader(tar)
  let long: string | null = null
  for (;;) {
    const block = await reader.exactly(BLOCK)
    if (block.every((byte) => byte === 0)) break
    const { name, size, kind } = headOf(block)
    if (kind === 'x') {
      if (size > LONGEST_HEAD) throw new DeskError('BACKUP_DAMAGED')
      long = pathOf(new TextDecoder().decode(await reader.exactly(size)))
      await reader.exactly(padding(size).length)
      continue
    }
    let left = size
    const bytes = async function* () {
      while (left > 0) {
        const part = await reader.some(left)
        left -= part.length
        yield part
      }
    }
    yield { name: long ?? name, size, bytes: bytes() }
    for await (const part of bytes()) void part
    await reader.exactly(padding(size).length)
    long = null
  }
  // To the very end: only there does whoever unpacks it know that nothing is missing.
  for (;;) if ((await reader.rest()) === null) return
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const padding = (size: number): Uint8Array => new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK)

/** The extended head of POSIX: `<length> path=<name>\n`, where the length counts itself. */
function* longName(name: string): Generator<Uint8Array> {
  const words = ` path=${name}\n`
  const length = utf8(words).length
  const own = [1, 2, 3, 4, 5].find((digits) => String(length + digits).length === digits) ?? 1
  const record = utf8(`${length + own}${words}`)
  yield head(utf8('name'), record.length, 'x')
  yield record
  yield padding(record.length)
}

const pathOf = (record: string): string => /^\d+ path=(.*)\n$/s.exec(record)?.[1] ?? ''

function head(name: Uint8Array, size: number, kind: '0' | 'x'): Uint8Array {
  const block = new Uint8Array(BLOCK)
  const put = (at: number, text: string) => block.set(utf8(text), at)
  block.set(name, 0)
  put(100, '0000600\0')
  put(108, '0000000\0')
  put(116, '0000000\0')
  put(124, `${size.toString(8).padStart(11, '0')}\0`)
  put(136, '00000000000\0')
  put(156, kind)
  put(257, 'ustar\0')
  put(263, '00')
  put(148, `${checkSum(block).toString(8).padStart(6, '0')}\0 `)
  return block
}

function headOf(block: Uint8Array): { name: string; size: number; kind: string } {
  const text = (from: number, length: number): string =>
    new TextDecoder().decode(block.subarray(from, from + length)).split('\0')[0] ?? ''
  const size = Number.parseInt(text(124, 12), 8)
  if (Number.parseInt(text(148, 8), 8) !== checkSum(block) || !Number.isInteger(size))
    throw new DeskError('BACKUP_DAMAGED')
  return { name: text(0, LONGEST_NAME), size, kind: text(156, 1) }
}

/** All bytes added up, those of the sum itself taken as blanks. */
const checkSum = (block: Uint8Array): number =>
  block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
