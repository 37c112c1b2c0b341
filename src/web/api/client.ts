import axios, { isAxiosError, isCancel } from 'axios'
import * as z from 'zod/mini'
import type { Endpoint } from '#shared/contract/define.ts'
import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import { takeEarly } from './early.ts'

const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  why: z.string(),
  fix: z.string(),
  requestId: z.string(),
  fields: z.optional(
    z.array(z.object({ field: z.string(), code: z.string(), why: z.string(), fix: z.string() })),
  ),
})

export type Problem = z.infer<typeof problemSchema>

/** A failed call, with what a person can do about it. */
export class ApiError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

/** Where the API answers; read from the page, so that one build serves any backend. */
export const apiBase: string =
  document.querySelector('meta[name="api-base"]')?.getAttribute('content') ?? '/api'

const http = axios.create({ baseURL: apiBase })

type Schema = z.ZodMiniType

export interface Sent<P extends Schema, Q extends Schema, B extends Schema> {
  readonly params?: z.input<P>
  readonly query?: z.input<Q>
  readonly body?: z.input<B>
  readonly files?: readonly File[]
  readonly signal?: AbortSignal
}

/** Calls an endpoint of the contract. Throws ApiError with a code, why and what to do. */
export async function call<P extends Schema, Q extends Schema, B extends Schema, O extends Schema>(
  endpoint: Endpoint<P, Q, B, O>,
  sent: Sent<P, Q, B> = {},
): Promise<z.infer<O>> {
  const url = addressOf(endpoint.path, sent.params ?? {})
  const query = Object.entries(sent.query ?? {}).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(query.map(([name, value]) => [name, String(value)])).toString()
  const address = search === '' ? url : `${url}?${search}`
  try {
    const early = endpoint.method === 'GET' ? takeEarly(`${apiBase}${address}`) : null
    const ask = () => send(endpoint.method, address, sent)
    const data = await (early ? early.catch(ask) : ask())
    return endpoint.output.parse(data)
  } catch (error) {
    if (isCancel(error) || error instanceof ApiError) throw error
    throw problemOf(error)
  }
}

async function send(method: string, url: string, sent: Sent<Schema, Schema, Schema>): Promise<unknown> {
  const form = sent.files && new FormData()
  for (const file of sent.files ?? []) form?.append('files', file)
  const response = await http.request<unknown>({
    method,
    url,
    data: form ?? sent.body,
    ...(sent.signal && { signal: sent.signal }),
  })
  return response.data
}

function addressOf(path: string, params: unknown): string {
  const values = new Map(Object.entries(z.record(z.string(), z.string()).parse(params)))
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''))
}

function problemOf(error: unknown): unknown {
  if (!isAxiosError(error)) return error
  const told = problemSchema.safeParse(error.response?.data)
  if (told.success) return new ApiError(told.data)
  const { message, why, fix } = error.response ? DIAGNOSTICS.DESK_FAILED : DIAGNOSTICS.DESK_UNREACHABLE
  const code = error.response ? 'DESK_FAILED' : 'DESK_UNREACHABLE'
  return new ApiError({ code, message, why, fix, requestId: '' })
}
