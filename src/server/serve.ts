import type { Context, Env, Hono } from 'hono'
import type * as z from 'zod/mini'
import type { Endpoint, FileEndpoint } from '#shared/contract/define.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { mustAllow, type Reader } from './accounts/reader.ts'

type Schema = z.ZodMiniType

/** What a handler gets: the request's parts, each parsed by the endpoint's own schema. */
export interface Asked<P extends Schema, Q extends Schema, B extends Schema> {
  readonly params: z.infer<P>
  readonly query: z.infer<Q>
  readonly body: z.infer<B>
  readonly files: readonly File[]
  /** Who asks; the endpoint's right is theirs. */
  readonly reader: Reader
  readonly request: Request
  /** Sets a cookie with the answer. */
  readonly cookie: (text: string) => void
}

type ReaderOf = (request: Request) => Reader | Promise<Reader>

const readers = new WeakMap<Hono, ReaderOf>()

/** Says who asks an app's endpoints; none is mounted before. */
export function readBy(app: Hono, reader: ReaderOf): void {
  readers.set(app, reader)
}

/** Who sends a request to an app. */
export function readerAt(app: Hono): ReaderOf {
  const reader = readers.get(app)
  if (!reader) throw new Error('an endpoint is mounted before it is said who reads it')
  return reader
}

/** What is answered is only read, so handlers may pass on what they must not change. */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T

/** Mounts a contract endpoint: checks its right, parses what comes in, checks what goes out. */
export function serve<P extends Schema, Q extends Schema, B extends Schema, O extends Schema>(
  app: Hono,
  endpoint: Endpoint<P, Q, B, O>,
  handle: (asked: Asked<P, Q, B>) => Promise<Immutable<z.input<O>>>,
): void {
  const readerOf = readerAt(app)
  app.on(endpoint.method, `/api${endpoint.path}`, async (context) => {
    const reader = await readerOf(context.req.raw)
    mustAllow(reader, endpoint.right, context.req.param())
    const hasBody =
      endpoint.method !== 'GET' && endpoint.method !== 'DELETE' && !endpoint.takesFiles
    const answer = await handle({
      params: parse(endpoint.params, context.req.param()),
      query: parse(endpoint.query, context.req.query()),
      body: parse(endpoint.body, hasBody ? await jsonOf(context) : {}),
      files: endpoint.takesFiles ? await filesOf(context) : [],
      reader,
      request: context.req.raw,
      cookie: (text) => context.header('set-cookie', text, { append: true }),
    })
    const json = JSON.stringify(endpoint.output.parse(answer))
    return context.body(json, 200, { 'content-type': 'application/json' })
  })
}

/** Mounts a file of the contract, behind its right: what it holds goes out as the handler gives it. */
export function serveFile<const F extends FileEndpoint>(
  app: Hono,
  file: F,
  handle: (context: Context<Env, `/api${F['path']}`>) => Promise<Response>,
): void {
  const readerOf = readerAt(app)
  app.get(`/api${file.path}`, async (context) => {
    mustAllow(await readerOf(context.req.raw), file.right, context.req.param())
    return handle(context)
  })
}

function parse<S extends Schema>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new DeskError(
    'REQUEST_INVALID',
    issue ? `${issue.path.join('.')} ${issue.message}`.trim() : '',
  )
}

async function jsonOf(context: Context): Promise<unknown> {
  const text = await context.req.text()
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new DeskError('REQUEST_INVALID', 'JSON')
  }
}

/** Files of one upload. */
const MOST_FILES = 200

async function filesOf(context: Context): Promise<File[]> {
  const form = await context.req.formData().catch(() => {
    throw new DeskError('IMPORT_FILES_NONE')
  })
  const files = form.getAll('files').filter((entry) => entry instanceof File)
  if (files.length === 0) throw new DeskError('IMPORT_FILES_NONE')
  if (files.length > MOST_FILES) throw new DeskError('REQUEST_FILES_TOO_MANY')
  return files
}
