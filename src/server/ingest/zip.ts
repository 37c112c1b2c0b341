/**
 * Bytes a zip says it inflates to, from its central directory; null when that cannot be read.
 * Read before anything is inflated, so that a bomb is refused rather than met.
 */
export function inflatedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end === null) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let i = 0; i < entries; i += 1) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) return null
    total += view.getUint32(at + 24, true)
    at +=
      ENTRY_SIZE +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return total
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const ENTRY_SIZE = 46

/** Where the end-of-directory record stands; a comment of up to 64 KB may follow it. */
function endRecord(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}
