import { ENCODINGS } from '#shared/contract/import-sections.ts'
import { DeskError } from '#shared/diagnostics.ts'

/** What the first bytes say a file is, whatever its name ends in. */
export type FileKind = 'zip' | 'ole' | 'oldBook' | 'markup' | 'json' | 'text' | 'other'

/** Tells the kind of a file by its magic bytes. */
export function sniff(bytes: Uint8Array): FileKind {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip'
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole'
  if (OLD_BOOKS.some((magic) => starts(bytes, magic))) return 'oldBook'
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46]) || starts(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]))
    return 'other'
  const first = firstSign(bytes)
  if (first === '<') return 'markup'
  return first === '{' || first === '[' ? 'json' : 'text'
}

/** Whether an OLE workbook is of Excel 95 or before, whose text is in the writer's own code page. */
export function isExcel95(bytes: Uint8Array): boolean {
  return !includesWide(bytes, 'Workbook') && includesWide(bytes, 'Book')
}

/** Whether a zip is an OpenDocument file: the list of its parts, at its end, names a manifest. */
export function isOpenDocument(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-8192)).includes('META-INF/manifest.xml')
}

/**
 * Text of a file and the encoding it was in. UTF-8 is tried strictly before GB18030, which accepts
 * far more; one that is `asked` for is taken as it is. Throws DeskError: IMPORT_FILE_KIND for a binary, IMPORT_FILE_UNREADABLE for neither.
 */
export function decodeText(bytes: Uint8Array, asked?: string): { text: string; encoding: string } {
  if (asked !== undefined) return decodedAs(bytes, asked)
  const [encoding, label] = encodingOf(bytes)
  const text = decoded(bytes, label) ?? decoded(bytes, 'gb18030')
  if (text === null && bytes.includes(0)) throw new DeskError('IMPORT_FILE_KIND')
  if (text === null) throw new DeskError('IMPORT_FILE_UNREADABLE', '认不出文字编码')
  if (CONTROL.test(text)) throw new DeskError('IMPORT_FILE_KIND')
  const isFallback = label === 'utf-8' && decoded(bytes, label) === null
  return { text, encoding: isFallback ? 'GB18030' : encoding }
}

/** Text in the encoding the user asked for; signs it does not know are shown as such. */
function decodedAs(bytes: Uint8Array, asked: string): { text: string; encoding: string } {
  const label = Object.entries(ENCODINGS).find(([name]) => name === asked)?.[1]
  if (label === undefined) throw new DeskError('IMPORT_FILE_UNREADABLE', '没有这种文字编码')
  return { text: new TextDecoder(label).decode(bytes), encoding: `${asked}（你选的）` }
}

// BIFF 2, 3 and 4: a workbook with no container around it.
const OLD_BOOKS = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
] as const

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/

const starts = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte)

function encodingOf(bytes: Uint8Array): [string, string] {
  if (starts(bytes, [0xef, 0xbb, 0xbf])) return ['UTF-8（带 BOM）', 'utf-8']
  if (starts(bytes, [0xff, 0xfe])) return ['UTF-16LE', 'utf-16le']
  if (starts(bytes, [0xfe, 0xff])) return ['UTF-16BE', 'utf-16be']
  const zeros = [0, 0]
  bytes.subarray(0, 4096).forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0) return ['UTF-8', 'utf-8']
  return odd > even ? ['UTF-16LE', 'utf-16le'] : ['UTF-16BE', 'utf-16be']
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function firstSign(bytes: Uint8Array): string {
  for (const byte of bytes.subarray(0, 4096)) {
    const isMark = byte === 0xef || byte === 0xbb || byte === 0xbf || byte === 0xfe || byte === 0xff
    if (byte > 0x20 && !isMark) return String.fromCharCode(byte)
  }
  return ''
}

function includesWide(bytes: Uint8Array, word: string): boolean {
  const wide = [...word].flatMap((sign) => [sign.charCodeAt(0), 0])
  const first = wide[0] ?? 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wide.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}
