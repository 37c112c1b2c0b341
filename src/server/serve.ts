import type { Context, Env, Hono } from 'hono'
import type * as z from 'zod/mini'
import type { Endpoint, FileEndpoint } from '#shared/contract/define.ts'
import { DeskError } from '#shared/diagnostics.ts'

type Schema = z.ZodMiniType

/** What a handler gets: the request's parts, each parsed by the endpoint's own schema. */
export interface Asked<P extends Schema, Q extends Schema, B extends Schema> {
  readonly params: z.infer<P>
  readonly query: z.infer<Q>
  readonly body: z.infer<B>
  readonly files: readonly File[]
}

/** What is answered is only read, so handlers may pass on what they must not change. */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T

/** Mounts a contract endpoint: parses what comes in, checks what goes out. */
export function serve<P extends Schema, Q extends Schema, B extends Schema, O extends Schema>(
  app: Hono,
  endpoint: Endpoint<P, Q, B, O>,
  handle: (asked: Asked<P, Q, B>) => Promise<Immutable<z.input<O>>>,
): void {
  app.on(endpoint.method, `/api${endpoint.path}`, async (context) => {
    const hasBody =
      endpoint.method !== 'GET' && endpoint.method !== 'DELETE' && !endpoint.takesFiles
    const answer = await handle({
      params: parse(endpoint.params, context.req.param()),
      query: parse(endpoint.query, context.req.query()),
      body: parse(endpoint.body, hasBody ? await jsonOf(context) : {}),
      files: endpoint.takesFiles ? await filesOf(context) : [],
    })
    return Response.json(endpoint.output.parse(answer))
  })
}

/** Mounts a file of the contract: what it holds goes out as the handler gives it. */
export function serveFile<const F extends FileEndpoint>(
  app: Hono,
  file: F,
  handle: (context: Context<Env, `/api${F['path']}`>) => Promise<Response>,
): void {
  app.get(`/api${file.path}`, handle)
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

async function filesOf(context: Context): Promise<File[]> {
  const form = await context.req.formData().catch(() => {
    throw new DeskError('IMPORT_FILES_NONE')
  })
  const files = form.getAll('files').filter((entry) => entry instanceof File)
  if (files.length === 0) throw new DeskError('IMPORT_FILES_NONE')
  return files
}
