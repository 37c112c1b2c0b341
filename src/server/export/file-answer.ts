export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file for the reader to save under a name; `type` is its media type. */
export const fileAnswer = (
  body: ReadableStream<Uint8Array> | Uint8Array | string,
  name: string,
  type: string,
): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': disposition('attachment', name),
      'x-content-type-options': 'nosniff',
    },
  })

/** How a browser is told to show or save a file, and under which name (RFC 6266, RFC 8187). */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const code = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  const coded = encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '_')).replaceAll(/['()*]/g, code)
  return `${how}; filename*=UTF-8''${coded}`
}

const LONGEST = 120

/**
 * The name that a file of people's is saved under: without folders and signs nobody sees, and with an
 * ending of what it is, or a picture could be saved as a page or a program. The first of `endings` is
 * put behind any other.
 */
export function savedName(name: string, endings: readonly [string, ...string[]]): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const [, stem = '', ending] = /^(.*?)(?:\.(\w+))?$/s.exec(last.replaceAll(UNSEEN, '')) ?? []
  const isRight = ending !== undefined && endings.includes(ending.toLowerCase())
  const words = isRight || ending === undefined ? stem : `${stem}.${ending}`
  // By characters: half of one could not be written into a header.
  const short = [...words].slice(0, LONGEST).join('').trim() || '文件'
  return `${short}.${isRight ? ending : endings[0]}`
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu
