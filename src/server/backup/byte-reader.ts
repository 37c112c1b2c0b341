import { DeskError } from '#shared/diagnostics.ts'

/** Takes bytes off a stream in the lengths asked for. */
export interface ByteReader {
  /** So many bytes; BACKUP_DAMAGED where the stream ends before. */
  exactly(length: number): Promise<Uint8Array>
  /** At least one byte and at most so many; BACKUP_DAMAGED where the stream is over. */
  some(most: number): Promise<Uint8Array>
  /** What comes next, of any length; null at the end. */
  rest(): Promise<Uint8Array | null>
}

export function byteReader(stream: AsyncIterable<Uint8Array>): ByteReader {
  const parts = stream[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)

  async function fill(): Promise<boolean> {
    while (held.length === 0) {
      const { done, value } = await parts.next()
      if (done) return false
      held = value
    }
    return true
  }

  async function some(most: number): Promise<Uint8Array> {
    if (!(await fill())) throw new DeskError('BACKUP_DAMAGED')
    const part = held.subarray(0, most)
    held = held.subarray(part.length)
    return part
  }

  return {
    some,
    async exactly(length) {
      const bytes = new Uint8Array(length)
      let filled = 0
      while (filled < length) {
        const part = await some(length - filled)
        bytes.set(part, filled)
        filled += part.length
      }
      return bytes
    },
    async rest() {
      if (!(await fill())) return null
      const part = held
      held = new Uint8Array(0)
      return part
    },
  }
}
