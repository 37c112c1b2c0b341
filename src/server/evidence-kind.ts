import type { ATTACHMENT_KINDS } from '#shared/ledgers/dictionaries.ts'

export type FileKind = Exclude<keyof typeof ATTACHMENT_KINDS, 'link'>

/** What each kind is served as. */
export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  pdf: 'application/pdf',
}

/** How names of each kind end; the first is its own. */
export const ENDINGS: Readonly<Record<FileKind, readonly [string, ...string[]]>> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jfif'],
  webp: ['webp'],
  pdf: ['pdf'],
}

/** How each kind begins, in hex; a WebP has its length in between. */
const BEGINNINGS: readonly (readonly [FileKind, RegExp])[] = [
  ['png', /^89504e470d0a1a0a/],
  ['jpeg', /^ffd8ff/],
  ['webp', /^52494646.{8}57454250/],
  ['pdf', /^255044462d/],
]

/** What a file is by its first bytes, whatever its name says; null for all that is not taken. */
export function evidenceKind(bytes: Uint8Array): FileKind | null {
  const start = [...bytes.subarray(0, 12)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return BEGINNINGS.find(([, begins]) => begins.test(start))?.[0] ?? null
}
