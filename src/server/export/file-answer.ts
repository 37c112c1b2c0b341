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
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
    },
  })
