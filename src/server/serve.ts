import type { Context, Env, Hono } from 'hono'
import type * as z from 'zod/mini'
import type { Endpoint, FileEndpoint } from '#shared/contract/define.ts'
import { DeskError, type DiagnosticCode } from '#shared/diagnostics.ts'
import { asksProof } from './accounts/proof.ts'
import { mustAllow, type Reader } from './accounts/reader.ts'
import type { Journal } from './journal/journal.ts'
import { isPart, NO_NOTE, noteOf, type Note } from './journal/note.ts'
import { fileSentenceOf, sentenceOf } from './journal/sentences.ts'

type Schema = z.ZodMiniType

/** What a handler gets: the request's parts, each parsed by the endpoint's own schema. */
export interface Asked<P extends Schema, Q extends Schema, B extends Schema> {
  readonly params: z.infer<P>
  readonly query: z.infer<Q>
  readonly body: z.infer<B>
  readonly files: readonly File[]
  /** Who asks; the endpoint's right is theirs. */
  readonly reader: Reader
  /** As it came; its body stands for whoever takes bytes. */
  readonly request: Request
  /** Sets a cookie with the answer. */
  readonly cookie: (text: string) => void
  /** What the journal says of the call and only its handler knows. */
  readonly tell: Note['tell']
  readonly by: Note['by']
}

interface Around {
  /** Who sends a request. */
  readonly readerOf: (request: Request) => Reader | Promise<Reader>
  /** Where it is written down what was done. */
  readonly journal: Journal
  /** Throws where a call asks for a proof and its sender gave none lately; a desk without accounts asks nobody. */
  readonly mustProve: ((request: Request) => Promise<void>) | undefined
}

const around = new WeakMap<Hono, Around>()

/** Says who asks an app's endpoints and where it is written down; none is mounted before. */
export const readBy = (app: Hono, by: Around): void => {
  around.set(app, by)
}

/** Who sends a request to an app. */
export const readerAt = (app: Hono): Around['readerOf'] => aroundOf(app).readerOf

function aroundOf(app: Hono): Around {
  const found = around.get(app)
  if (!found) throw new Error('an endpoint is mounted before it is said who reads it')
  return found
}

/** What is answered is only read, so handlers may pass on what they must not change. */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T

/**
 * Mounts a contract endpoint: checks its right, parses what comes in, checks what goes out, and has it
 * written down before it is answered.
 */
export function serve<P extends Schema, Q extends Schema, B extends Schema, O extends Schema>(
  app: Hono,
  endpoint: Endpoint<P, Q, B, O>,
  handle: (asked: Asked<P, Q, B>) => Promise<Immutable<z.input<O>>>,
): void {
  const { readerOf, journal, mustProve } = aroundOf(app)
  const sentence = sentenceOf(endpoint)
  app.on(endpoint.method, `/api${endpoint.path}`, async (context) => {
    const request = context.req.raw
    const reader = await readerOf(request)
    mustAllow(reader, endpoint.right, context.req.param())
    const note = noted(journal, endpoint, { reader, request, params: context.req.param() })
    const hasBody =
      endpoint.method !== 'GET' && endpoint.method !== 'DELETE' && endpoint.takes === 'json'
    try {
      const asked = {
        params: parse(endpoint.params, context.req.param()),
        query: parse(endpoint.query, context.req.query()),
        body: parse(endpoint.body, hasBody ? await jsonOf(context) : {}),
        files: endpoint.takes === 'files' ? await filesOf(context) : [],
      }
      if (asksProof(endpoint.proof, asked.body)) await mustProve?.(request)
      const cookie = (text: string) => context.header('set-cookie', text, { append: true })
      const { tell, by } = note
      const answer = endpoint.output.parse(
        await handle({ ...asked, reader, request, cookie, tell, by }),
      )
      const files = asked.files.length
      await note.keep(sentence?.done({ ...asked, files, answer, more: note.more() }) ?? null)
      const bytes = ENCODER.encode(JSON.stringify(answer))
      return context.body(bytes, 200, {
        'content-type': 'application/json',
        // Whoever packs sees by it what is too short to be.
        'content-length': String(bytes.length),
      })
    } catch (error) {
      if (error instanceof DeskError && !UNTOLD.has(error.code))
        await note.keep(sentence?.refused?.(error.code, note.more()) ?? null)
      throw error
    } finally {
      note.end()
    }
  })
}

const ENCODER = new TextEncoder()

/** What cannot be written down, and what is asked before anything is tried. */
const UNTOLD: ReadonlySet<DiagnosticCode> = new Set(['JOURNAL_UNWRITABLE', 'PROOF_NEEDED'])

/** Mounts a file of the contract, behind its right: what it holds goes out as the handler gives it. */
export function serveFile<const F extends FileEndpoint>(
  app: Hono,
  file: F,
  handle: (context: Context<Env, `/api${F['path']}`>, tell: Note['tell']) => Promise<Response>,
): void {
  const { readerOf, journal, mustProve } = aroundOf(app)
  const sentence = fileSentenceOf(file)
  app.get(`/api${file.path}`, async (context) => {
    const request = context.req.raw
    const reader = await readerOf(request)
    const params = context.req.param()
    mustAllow(reader, file.right, params)
    if (asksProof(file.proof, {})) await mustProve?.(request)
    const note = noted(journal, file, { reader, request, params })
    try {
      const response = await handle(context, note.tell)
      const query = context.req.query()
      await note.keep(sentence?.({ params, query, more: note.more() }) ?? null)
      return response
    } finally {
      note.end()
    }
  })
}

const noted = (
  journal: Journal,
  { journal: kind }: FileEndpoint,
  about: Omit<Parameters<typeof noteOf>[1], 'kind'>,
): Note => (kind === null || isPart(about.request) ? NO_NOTE : noteOf(journal, { kind, ...about }))

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
