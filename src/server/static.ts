import { readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' }

interface Asset {
  readonly type: string
  readonly isHashed: boolean
  readonly raw: Uint8Array<ArrayBuffer>
  /** Compressed when it is first asked for: a start must not wait for a hundred files. */
  brotli(): Promise<Uint8Array<ArrayBuffer>>
}

export type ServeStatic = (request: Request) => Promise<Response>

/**
 * Serves a built site from memory: text compressed once, when first asked for; hashed names for ever, everything else
 * checked again. Unknown paths without an extension get the page, so that routes can be reloaded.
 */
export async function staticSite(folder: string): Promise<ServeStatic> {
  const assets = new Map<string, Asset>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const type = TYPES[path.extname(file)]
    if (!entry.isFile() || type === undefined) continue
    const url = `/${path.relative(folder, file).split(path.sep).join('/')}`
    if (!url.startsWith('/.'))
      assets.set(url, await assetOf(file, type, url.startsWith('/assets/')))
  }
  const page = assets.get('/index.html')

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response('这里只能读', { status: 405, headers: TEXT })
    const { pathname } = new URL(request.url)
    const asset = assets.get(pathname) ?? (path.extname(pathname) === '' ? page : undefined)
    if (!asset)
      return new Response('没有这个文件', {
        status: 404,
        headers: TEXT,
      })
    const headers = new Headers({
      'content-type': asset.type,
      'cache-control': asset.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    })
    const takesBrotli = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '')
    if (takesBrotli && isText(asset.type)) headers.set('content-encoding', 'br')
    const body = takesBrotli && isText(asset.type) ? await asset.brotli() : asset.raw
    return new Response(request.method === 'HEAD' ? null : body, { headers })
  }
}

const isText = (type: string): boolean => /^text\/|json|svg/.test(type)

const compress = promisify(zlib.brotliCompress)

async function assetOf(file: string, type: string, isHashed: boolean): Promise<Asset> {
  const raw = new Uint8Array(await readFile(file))
  const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }
  let compressed: Promise<Uint8Array<ArrayBuffer>> | undefined
  const brotli = () =>
    (compressed ??= compress(raw, quality).then((bytes) => new Uint8Array(bytes)))
  return { type, isHashed, raw, brotli }
}

/** Whether the site must be built: it is missing, or one of its sources is newer. */
export async function isStale(site: string, sources: readonly string[]): Promise<boolean> {
  const built = await stat(path.join(site, 'index.html')).catch(() => null)
  if (!built) return true
  for (const source of sources) {
    const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch(() => [])
    const files =
      entries.length > 0 ? entries.map((e) => path.join(e.parentPath, e.name)) : [source]
    for (const file of files) {
      const found = await stat(file).catch(() => null)
      if (found && found.mtimeMs > built.mtimeMs) return true
    }
  }
  return false
}
