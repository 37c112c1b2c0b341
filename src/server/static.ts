import { readFileSync, readdirSync, statSync, type Dirent } from 'node:fs'
import path from 'node:path'

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
  /** What the build laid beside it, packed by brotli. */
  readonly packed: Uint8Array<ArrayBuffer> | null
}

export type ServeStatic = (request: Request) => Response

/**
 * Serves a built site from memory, packed where the build packed it; hashed names for ever, everything
 * else checked again. Unknown paths without an extension get the page, so that routes can be reloaded.
 */
export function staticSite(folder: string): ServeStatic {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = new Set(entries.filter((entry) => entry.isFile()).map(pathOf))
  const bytes = (file: string) => new Uint8Array(readFileSync(file))
  const assets = new Map<string, Asset>()
  for (const file of files) {
    const type = TYPES[path.extname(file)]
    const url = `/${path.relative(folder, file).split(path.sep).join('/')}`
    if (type === undefined || url.startsWith('/.')) continue
    const packed = files.has(`${file}.br`) ? bytes(`${file}.br`) : null
    assets.set(url, { type, isHashed: url.startsWith('/assets/'), raw: bytes(file), packed })
  }
  const page = assets.get('/index.html')

  return (request) => {
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
    const packed = takesBrotli ? asset.packed : null
    if (packed) headers.set('content-encoding', 'br')
    return new Response(request.method === 'HEAD' ? null : (packed ?? asset.raw), { headers })
  }
}

const pathOf = (entry: Dirent): string => path.join(entry.parentPath, entry.name)

/** Whether the site must be built: it is missing, or one of its sources, files or folders, is newer. */
export function isStale(site: string, sources: readonly string[]): boolean {
  const built = statSync(path.join(site, 'index.html'), { throwIfNoEntry: false })
  if (!built) return true
  const isNewer = (file: string): boolean =>
    (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > built.mtimeMs
  return sources.some((source) => isNewer(source) || within(source).some(isNewer))
}

const within = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).map(pathOf)
    : []
