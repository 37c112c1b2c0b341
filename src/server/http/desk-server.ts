import { readFile } from 'node:fs/promises'
import {
  createServer,
  STATUS_CODES,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import { DeskError, type DiagnosticCode } from '#shared/diagnostics.ts'
import { SOURCE_HEADER } from '../accounts/cookies.ts'
import { problem, requestId, type DeskContext } from '../app.ts'
import { isLoopback, type Config } from '../config.ts'
import { ConfigError } from '../config-error.ts'
import { limitConnections } from './connections.ts'
import { standingHeaders } from './headers.ts'
import { headJudge, pathOf, type Refusal } from './refusal.ts'
import { mayTakeLong, watchBody, type BodyWatch, type Patience } from './slow-bodies.ts'
import { sourceOf } from './source.ts'

type Answer = (request: Request) => Response | Promise<Response>

/** What stands behind the server. */
export interface Behind {
  readonly api: Answer
  readonly site: Answer
  /** The built page, whose inline blocks its policy lets through. */
  readonly page: string
  readonly context: Pick<DeskContext, 'clock' | 'report'>
  /** Told of requests that got no further than their head, with what they were answered. */
  readonly refused: (asked: Unheard, answer: Response) => void
}

/** What is known of a request that was not heard; '' where not even that could be read. */
export interface Unheard {
  readonly method: string
  readonly path: string
}

/** A slow line takes minutes for an upload, hours for a backup (34 kbit/s); nobody takes long for a head. */
const PATIENCE: Patience = {
  head: 15_000,
  whole: 300_000,
  pace: { bytes: 256 * 1024, within: 60_000 },
}

const MOST_HEAD_BYTES = 16 * 1024
const MOST_CONNECTIONS = 2000
/** Milliseconds a line stays open for the next question: a reader reads a page for some of them. */
const KEPT_OPEN = 65_000

/**
 * The desk's server, not listening yet: it judges each request's head, gives every response its
 * standing headers and lets no failure out but as code and request id. Throws a ConfigError where the
 * certificate cannot be read.
 */
export async function deskServer(
  config: Pick<Config, 'host' | 'http'>,
  behind: Behind,
  patience = PATIENCE,
): Promise<Server> {
  const options = {
    maxHeaderSize: MOST_HEAD_BYTES,
    headersTimeout: patience.head,
    // Bodies are watched one by one: some may take longer than others.
    requestTimeout: 0,
    connectionsCheckingInterval: Math.min(5000, patience.head),
  }
  const { tls } = config.http
  const listener = guarded(config, behind, patience)
  const server = tls
    ? createTlsServer({ ...options, ...(await pemFiles(tls)), minVersion: 'TLSv1.2' }, listener)
    : createServer(options, listener)
  server.maxConnections = MOST_CONNECTIONS
  server.keepAliveTimeout = KEPT_OPEN
  limitConnections(server, config.http.proxies)
  server.on('clientError', (error, socket) => {
    void refuseUnread(error, socket, behind)
  })
  return server
}

function guarded(
  { host, http }: Pick<Config, 'host' | 'http'>,
  behind: Behind,
  patience: Patience,
): RequestListener {
  const { api, site, page, context, refused: tellRefused } = behind
  const judge = headJudge({ isLoopbackOnly: isLoopback(host), allowed: http.allowedHosts })
  const headersOf = standingHeaders(page)
  const watches = new WeakMap<object, BodyWatch>()
  const answer = getRequestListener(
    async (request, { incoming, outgoing }) => {
      if (!new URL(request.url).pathname.startsWith('/api/')) return site(request)
      request.headers.set(SOURCE_HEADER, sourceOf(incoming, http.proxies).address)
      mayTakeLong(request, watches.get(incoming))
      return cutWhereItFails(await api(request), () => outgoing.destroy(), context)
    },
    {
      errorHandler(error) {
        if (error instanceof RequestError) return refusal('REQUEST_INVALID', context)
        const id = requestId(context)
        context.report(id, error)
        return problem(new DeskError('DESK_FAILED'), id)
      },
    },
  )
  return (incoming, outgoing) => {
    const watch = watchBody(incoming, patience, () => void hangUp(incoming.socket, behind))
    if (watch) watches.set(incoming, watch)
    const { url = '', headers, method } = incoming
    const path = pathOf(url)
    const source = sourceOf(incoming, http.proxies)
    for (const [name, value] of Object.entries(headersOf(path ?? '', source.isSecure)))
      outgoing.setHeader(name, value)
    // Two names for one desk: what stands before it may have gone by the other.
    const isTwofold = (incoming.headersDistinct.host?.length ?? 0) > 1
    const refused =
      path === null || isTwofold
        ? { code: 'REQUEST_INVALID' as const }
        : judge({ method, headers, path }, source)
    if (refused) {
      const answer = refusal(refused.code, context)
      tellRefused({ method: method ?? '', path: path ?? '' }, answer)
      return void refuse(outgoing, answer, refused.headers)
    }
    // What the desk makes of its own address (a cookie, a link) is made for the reader's line.
    if (source.isSecure) incoming.url = `https://${headers.host}${url}`
    void answer(incoming, outgoing)
  }
}

const refusal = (code: DiagnosticCode, context: Behind['context']): Response =>
  problem(new DeskError(code), requestId(context))

async function refuse(
  outgoing: ServerResponse,
  response: Response,
  headers: Refusal['headers'] = {},
): Promise<void> {
  const text = await response.text()
  outgoing.writeHead(response.status, { 'content-type': 'application/json', ...headers })
  outgoing.end(text)
}

const TOO_SLOW = 'ERR_HTTP_REQUEST_TIMEOUT'
const UNREAD: Readonly<Record<string, DiagnosticCode>> = {
  [TOO_SLOW]: 'REQUEST_TOO_SLOW',
  HPE_HEADER_OVERFLOW: 'REQUEST_HEAD_TOO_LARGE',
}

/** Ends a line whose request does not come whole. */
async function hangUp(socket: Socket, behind: Behind): Promise<void> {
  await refuseUnread(Object.assign(new Error(), { code: TOO_SLOW }), socket, behind)
  socket.destroySoon()
}

/** Answers what never became a request, and ends the connection. */
async function refuseUnread(
  error: Error & { readonly code?: string },
  socket: Duplex,
  { context, refused }: Behind,
): Promise<void> {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const answer = refusal(UNREAD[error.code ?? ''] ?? 'REQUEST_INVALID', context)
  refused({ method: '', path: '' }, answer)
  const text = await answer.text()
  socket.end(
    [
      `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`,
      'connection: close',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(text)}`,
      '',
      text,
    ].join('\r\n'),
  )
}

/**
 * A file whose bytes fail half-way is reported and its connection cut: it neither looks whole nor says
 * in its last bytes what failed.
 */
function cutWhereItFails(
  response: Response,
  cut: () => void,
  context: Behind['context'],
): Response {
  const isFile = response.headers.has('content-disposition')
  if (!isFile || !response.body) return response
  const reader = response.body.getReader()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (!done) return controller.enqueue(value)
      } catch (error) {
        context.report(requestId(context), error)
        cut()
      }
      controller.close()
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return new Response(body, response)
}

async function pemFiles({ cert, key }: { readonly cert: string; readonly key: string }) {
  try {
    return { cert: await readFile(cert), key: await readFile(key) }
  } catch {
    throw new ConfigError(`证书读不出来：检查 TLS_CERT（${cert}）和 TLS_KEY（${key}）。`)
  }
}
