import { unzipSync } from 'fflate'
import { decodeText, sniff } from '../ingest/sniff.ts'
import { unpacked } from '../ingest/zip.ts'
import { breathe } from '../store/turns.ts'

/** Bytes looked through while somebody waits: a ledger of some ten thousand rows. */
const MOST_BYTES = 24 * 1024 * 1024
const MOST_PARTS = 500
/** Parts of office files that are text, and those that say how to print. */
const TEXT_PART = /(\.(xml|rels|vml)|^mimetype)$/i
const PRINTER = /printerSettings\d*\.bin$/i

/**
 * Whether a file may go as it is to somebody who sees masks: all it says can be read and nothing of it
 * is shown masked. Of pictures, old workbooks and what is too long it is not known what they say.
 */
export async function isUnmasked(
  bytes: Uint8Array,
  shown: (text: string) => string,
): Promise<boolean> {
  if (bytes.length > MOST_BYTES) return false
  try {
    for (const text of textsOf(bytes)) {
      for (const read of readings(text)) if (shown(read) !== read) return false
      await breathe()
    }
    return true
  } catch {
    return false
  }
}

/** Throws where a part is none that can be read. */
function* textsOf(bytes: Uint8Array): Generator<string> {
  const kind = sniff(bytes)
  if (kind === 'ole' || kind === 'oldBook' || kind === 'other') throw new Error('no text')
  if (kind !== 'zip') return yield decodeText(bytes).text
  const names: string[] = []
  unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 })
  const isKnown = (name: string): boolean => TEXT_PART.test(name) || PRINTER.test(name)
  if (!names.every((name) => name.endsWith('/') || isKnown(name))) throw new Error('no text')
  const limits = { largest: MOST_BYTES, mostParts: MOST_PARTS }
  for (const [name, part] of Object.entries(unzipSync(unpacked(bytes, limits))))
    if (TEXT_PART.test(name)) yield new TextDecoder().decode(part)
}

/** A text as it stands, and as its reader sees it: signs written as codes, markup between them left out. */
function readings(text: string): string[] {
  const read = text
    .replaceAll(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (_, code: string) => signOf(`0${code}`))
    // A number of a cell, 1.3987654321E10.
    .replaceAll(/\d\.\d+E\+?\d+/gi, (number) => String(Number(number)))
  return read.includes('<') ? [read, read.replaceAll(/<[^>]*>/g, '')] : [read]
}

function signOf(code: string): string {
  const sign = Number(code)
  return sign <= 0x10ffff ? String.fromCodePoint(sign) : ''
}
