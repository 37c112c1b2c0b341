import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import http, { type IncomingMessage, type Server } from 'node:http'
import https, { type RequestOptions } from 'node:https'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deskServer } from '#server/http/desk-server.ts'
import { readHttpConfig } from '#server/http/http-config.ts'
import { letTakeLong, type Patience } from '#server/http/slow-bodies.ts'
import { staticSite } from '#server/static.ts'
import { testDesk } from '#test/support/memory-desk.ts'

const TLS = path.resolve(import.meta.dirname, '../../golden/tls')
const PAGE = '<script>1</script><p>台'
/** Other words than the page's, so that it shows which of the two was given. */
const PACKED = '<p>packed'

let folder = ''
const open: Server[] = []
const reported: unknown[] = []
const refused: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-http-'))
  await writeFile(path.join(folder, 'secret.json'), '"secret"')
  await mkdir(path.join(folder, 'site'))
  await mkdir(path.join(folder, 'site/.git'))
  for (const name of ['.git/config.json', 'page.bak', 'page.html.swp', 'all.zip'])
    await writeFile(path.join(folder, 'site', name), '"secret"')
  await writeFile(path.join(folder, 'site/index.html'), PAGE)
  await writeFile(path.join(folder, 'site/index.html.br'), brotliCompressSync(PACKED))
})
afterAll(async () => {
  for (const server of open) {
    server.close()
    server.closeAllConnections()
  }
  await rm(folder, { recursive: true, force: true })
})

/** The real app on a port of its own; `failure` is thrown at /api/failing, /api/long takes its time. */
async function served(
  env: Record<string, string> = {},
  { failure, patience }: { readonly failure?: unknown; readonly patience?: Patience } = {},
): Promise<number> {
  const { app, context } = testDesk()
  const api = async (request: Request) => {
    if (request.url.endsWith('/api/failing')) throw failure
    if (request.url.endsWith('/api/broken.csv')) return brokenFile()
    if (request.url.endsWith('/api/long')) {
      letTakeLong(request)
      return new Response(String((await request.text()).length))
    }
    return app.fetch(request)
  }
  const server = await deskServer(
    { host: '127.0.0.1', http: readHttpConfig(env) },
    {
      api,
      site: staticSite(path.join(folder, 'site')),
      page: PAGE,
      context: { ...context, report: (_, error) => reported.push(error) },
      refused: ({ method, path: at }, { status }) => refused.push(`${method} ${at} ${status}`),
    },
    patience,
  )
  open.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const bound = server.address()
  return typeof bound === 'object' && bound ? bound.port : 0
}

/** A file whose second half cannot be read. */
function brokenFile(): Response {
  let part = 0
  const halves = new ReadableStream<Uint8Array>({
    async pull(controller) {
      part += 1
      if (part === 1) return controller.enqueue(new TextEncoder().encode('first half,'))
      await new Promise((resolve) => setTimeout(resolve, 20))
      throw new Error('inner words')
    },
  })
  return new Response(halves, {
    headers: { 'content-disposition': 'attachment' },
  })
}

async function answerTo(
  port: number,
  target: string,
  { body, ...more }: RequestOptions & { readonly body?: string } = {},
) {
  const { request } = more.protocol === 'https:' ? https : http
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: target, ...more }, resolve)
      .on('error', reject)
      .end(body)
  })
  const { statusCode: status, headers } = response
  const content = await text(response)
  const isJson = headers['content-type']?.startsWith('application/json')
  const code: unknown = isJson ? JSON.parse(content).code : undefined
  return { status, headers, content, code }
}

/** How often something is answered before it is refused as too often. */
async function countUntilRefused(ask: () => Promise<{ status: number | undefined }>) {
  for (let count = 0; count < 200; count++) if ((await ask()).status === 429) return count
  throw new Error('it was never refused')
}

/** Sends bytes as they are, keeping the line open, and reads to its end. */
const raw = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    text(socket).then(resolve, reject)
  })

it('gives the page its policy and the API answers that run nothing wherever they are opened', async () => {
  const port = await served()
  const page = await answerTo(port, '/content')
  expect(page.headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self' 'sha256-[^']+'; .*frame-ancestors 'none'$/,
  )
  const api = await answerTo(port, '/api/desk')
  expect(api.status).toBe(200)
  expect(api.headers).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    'permissions-policy': expect.stringContaining('camera=(), display-capture=(), geolocation=()'),
  })
  expect((await answerTo(port, '/api/none')).headers['cache-control']).toBe('no-store')
  expect(page.headers['strict-transport-security']).toBeUndefined()
})

it.each([
  ['PURGE', '/api/desk', {}, 405, 'REQUEST_METHOD'],
  ['OPTIONS', '/api/desk', {}, 405, 'REQUEST_METHOD'],
  ['GET', '/api/%ff', {}, 400, 'REQUEST_INVALID'],
  ['GET', '/api/none', {}, 404, 'REQUEST_NOT_FOUND'],
  ['GET', '/api/desk', { host: 'evil.example' }, 403, 'REQUEST_HOST'],
  ['PATCH', '/api/settings', { origin: 'http://evil.example' }, 403, 'REQUEST_FOREIGN'],
  ['PATCH', '/api/settings', { 'content-length': '9000000' }, 413, 'REQUEST_TOO_LARGE'],
  [
    'POST',
    '/api/imports',
    { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '210000000' },
    413,
    'REQUEST_TOO_LARGE',
  ],
  [
    'POST',
    '/api/backups/uploads?name=a',
    { 'content-type': 'application/octet-stream', 'content-length': '2200000000' },
    413,
    'BACKUP_TOO_LARGE',
  ],
  [
    'POST',
    '/api/settings',
    { 'content-type': 'application/octet-stream', 'content-length': '9000000' },
    413,
    'REQUEST_TOO_LARGE',
  ],
  ['PATCH', '/api/settings', { 'transfer-encoding': 'chunked' }, 411, 'REQUEST_LENGTH_MISSING'],
] as const)('%s %s with %o is answered %d %s', async (method, target, headers, status, code) => {
  const answer = await answerTo(await served(), target, { method, headers })
  expect(answer).toMatchObject({ status, code })
  expect(Object.keys(JSON.parse(answer.content))).toEqual(
    expect.arrayContaining(['message', 'why', 'fix', 'requestId']),
  )
})

it('reads a parameter that is given twice once, the first', async () => {
  const port = await served()
  const status = async (query: string) => (await answerTo(port, `/api/batches${query}`)).status
  expect(await status('?sort=loaded&sort=nonsense')).toBe(200)
  expect(await status('?sort=nonsense&sort=loaded')).toBe(400)
})

it('goes by one host alone: of two, a proxy may have read the other', async () => {
  const head =
    'GET /api/desk HTTP/1.1\r\nhost: 127.0.0.1\r\nhost: evil\r\nconnection: close\r\n\r\n'
  expect(await raw(await served(), head)).toMatch(/^HTTP\/1.1 400 [^]*"REQUEST_INVALID"/)
})

it('tells the log of requests refused by their head, or never heard', async () => {
  const port = await served()
  refused.length = 0
  await answerTo(port, '/api/desk', { headers: { host: 'evil.example' } })
  await raw(port, 'nonsense\r\n\r\n')
  expect(refused).toEqual(['GET /api/desk 403', '  400'])
})

it('cuts the line where a file fails half-way, reports it and says nothing of it', async () => {
  const told = raw(await served(), 'GET /api/broken.csv HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
  const text = await told.catch((error: unknown) => String(error))
  expect(text).not.toContain('inner words')
  // The last part of a whole answer.
  expect(text).not.toMatch(/\r\n0\r\n\r\n$/)
  expect(reported.at(-1)).toEqual(new Error('inner words'))
})

it('answers a body that is no JSON with a code', async () => {
  const answer = await answerTo(await served(), '/api/settings', { method: 'PATCH', body: '{' })
  expect(answer).toMatchObject({ status: 400, code: 'REQUEST_INVALID' })
})

it('gives what the build packed to whoever takes it so, and the text to others', async () => {
  const address = `http://127.0.0.1:${await served()}/`
  const given = await new Promise<IncomingMessage>((resolve) => {
    http.get(address, { headers: { 'accept-encoding': 'gzip, br' } }, resolve)
  })
  expect(given.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
  expect(brotliDecompressSync(await buffer(given)).toString()).toBe(PACKED)
  const plain = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(PAGE)
})

it.each([
  '/../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/assets/..\\..\\secret.json',
  '/.git/config.json',
  '/page.bak',
  '/page.html.swp',
  '/index.html.br',
  '/all.zip',
])('gives no file that is none of the site for %s', async (target) => {
  const { status, content } = await answerTo(await served(), target)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(content).not.toContain('secret"')
})

it.each([[new TypeError('inner words')], ['inner words'], [null], [{ stack: 'inner words' }]])(
  'lets nothing of a thrown %o out but code and request id',
  async (failure) => {
    const { status, code, content } = await answerTo(await served({}, { failure }), '/api/failing')
    expect({ status, code }).toEqual({ status: 500, code: 'DESK_FAILED' })
    expect(content).not.toMatch(/inner words|\.ts|at /)
    expect(reported.at(-1)).toBe(failure)
  },
)

it('slows down whoever guesses passwords, also from this machine, in any spelling', async () => {
  const port = await served()
  const guess = (target: string) => answerTo(port, target, { method: 'POST', body: '{}' })
  const before = await countUntilRefused(() => guess('/api/sign-in'))
  expect(before).toBeGreaterThanOrEqual(20)
  const { code, headers } = await guess('/x/../api/sign%2Din')
  expect(code).toBe('REQUEST_TOO_OFTEN')
  expect(headers['retry-after']).toMatch(/^[123]$/)
  expect((await answerTo(port, '/api/desk')).status).toBe(200)
})

it('believes a trusted proxy about who asks and whether the line is encrypted', async () => {
  const port = await served({ TRUST_PROXY: '127.0.0.1', ALLOWED_HOSTS: 'desk.example.cn' })
  const from = (client: string) => ({
    method: 'POST',
    body: '{}',
    headers: {
      host: 'desk.example.cn',
      origin: 'https://desk.example.cn',
      'x-forwarded-for': client,
      'x-forwarded-proto': 'https',
    },
  })
  await countUntilRefused(() => answerTo(port, '/api/sign-in', from('203.0.113.1')))
  const last = await answerTo(port, '/api/sign-in', from('203.0.113.1'))
  expect(last.status).toBe(429)
  expect(last.headers['strict-transport-security']).toBe('max-age=31536000')
  expect((await answerTo(port, '/api/sign-in', from('203.0.113.2'))).status).not.toBe(429)
})

it('speaks https with its own certificate', async () => {
  const [cert, key] = [path.join(TLS, 'cert.pem'), path.join(TLS, 'key.pem')]
  const port = await served({ TLS_CERT: cert, TLS_KEY: key })
  const ca = await readFile(cert)
  const { status, headers } = await answerTo(port, '/api/desk', { protocol: 'https:', ca })
  expect(status).toBe(200)
  expect(headers['strict-transport-security']).toBe('max-age=31536000')
  // A client that would speak it: what refuses is the desk.
  const old = { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  await expect(
    answerTo(port, '/api/desk', { protocol: 'https:', ca, agent: false, ...old }),
  ).rejects.toThrow('tlsv1 alert protocol version')
})

it('says which certificate it cannot read', async () => {
  const files = { TLS_CERT: '/none/cert.pem', TLS_KEY: '/none/key.pem' }
  await expect(served(files)).rejects.toThrow('/none/cert.pem')
})

const pace = { bytes: 5, within: 400 }

it('hangs up, with a code, on heads that are too slow, too large or nonsense', async () => {
  const port = await served({}, { patience: { head: 100, whole: 300, pace } })
  const [slow, stalled, large, nonsense] = await Promise.all([
    raw(port, 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n'),
    raw(port, 'PATCH /api/settings HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 9\r\n\r\n{'),
    raw(port, `GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`),
    raw(port, 'nonsense\r\n\r\n'),
  ])
  expect(slow).toMatch(/^HTTP\/1\.1 408 [^]*"code":"REQUEST_TOO_SLOW"/)
  expect(stalled).toMatch(/^HTTP\/1\.1 408 [^]*"code":"REQUEST_TOO_SLOW"/)
  expect(large).toMatch(/^HTTP\/1\.1 431 [^]*"code":"REQUEST_HEAD_TOO_LARGE"/)
  expect(nonsense).toMatch(/^HTTP\/1\.1 400 [^]*"code":"REQUEST_INVALID"/)
})

it('takes a body for as long as it gets on, where its handler lets it, and hangs up on one that stands still', async () => {
  const port = await served({}, { patience: { head: 100, whole: 300, pace } })
  const head = (at: string) =>
    `POST /api/${at} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\ncontent-length: 200\r\n\r\n`
  /** Ten bytes every 40 ms, so many times: the whole takes longer than others may. */
  const dripped = async (at: string, times: number) => {
    let isOpen = true
    const socket = connect(port, '127.0.0.1', () => socket.write(head(at)))
    const answer = text(socket).catch(() => '')
    socket.on('error', () => (isOpen = false)).on('end', () => (isOpen = false))
    for (let n = 0; n < times && isOpen; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40))
      if (isOpen) socket.write('x'.repeat(10))
    }
    return answer
  }
  const [whole, still, other] = await Promise.all([
    dripped('long', 20),
    dripped('long', 3),
    dripped('ledgers/pieces/records', 20),
  ])
  expect(whole).toMatch(/^HTTP\/1\.1 200 [^]*\r\n200$/)
  expect(still).toMatch(/^HTTP\/1\.1 408 [^]*"code":"REQUEST_TOO_SLOW"/)
  expect(other).toMatch(/^HTTP\/1\.1 408 /)
})
