import * as z from 'zod/mini'
import type { Endpoint } from '#shared/contract/define.ts'
import { proved } from '../proof.ts'
import { signedIn } from '../session.ts'
import { hasEarly, takeEarly } from './early.ts'
import { noteAct } from './own-acts.ts'
import { codeOf } from './problem.ts'

export { ApiError } from './problem.ts'

/** Where the API answers; read from the page, so that one build serves any backend. */
export const apiBase: string =
  document.querySelector('meta[name="api-base"]')?.getAttribute('content') ?? '/api'

// A page whose first answer is on its way already shows its figures before axios is loaded.
const loadHttp = () => import('./http.ts')
if (!hasEarly()) void loadHttp()

type Schema = z.ZodMiniType

export interface Sent<P extends Schema, Q extends Schema, B extends Schema> {
  readonly params?: z.input<P>
  readonly query?: z.input<Q>
  readonly body?: z.input<B>
  readonly files?: readonly File[]
  /** For an endpoint that takes the bytes of one file. */
  readonly bytes?: File
  /** Told what part of them has gone, from 0 to 1. */
  readonly onSent?: (part: number) => void
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
  const early = endpoint.method === 'GET' ? takeEarly(`${apiBase}${address}`) : null
  const ask = () => askPatiently(endpoint, address, sent)
  const answer = endpoint.output.parse(await (early ? early.catch(ask) : ask()))
  const act = endpoint.actOf?.(answer, endpoint.params.parse(sent.params ?? {}))
  if (act) noteAct(act)
  return answer
}

/** Where somebody has to sign in or prove themselves first, waits until they did and asks once more: nothing is lost. */
async function askPatiently(
  { method, right }: Pick<Endpoint, 'method' | 'right'>,
  address: string,
  sent: Sent<Schema, Schema, Schema>,
): Promise<unknown> {
  try {
    return await send(method, address, sent)
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'PROOF_NEEDED' && (await proved())) return send(method, address, sent)
    if (!NOT_YET.has(code) || right === 'open' || right === 'signingIn') throw error
    await signedIn()
    return send(method, address, sent)
  }
}

const NOT_YET: ReadonlySet<string> = new Set(['SIGN_IN_NEEDED', 'SET_UP_NEEDED'])

async function send(
  method: string,
  url: string,
  sent: Sent<Schema, Schema, Schema>,
): Promise<unknown> {
  const { sendHttp } = await loadHttp()
  const { body, files, bytes, onSent, signal } = sent
  return sendHttp({ method, base: apiBase, url, body, files, bytes, onSent, signal })
}

function addressOf(path: string, params: unknown): string {
  const values = new Map(Object.entries(z.record(z.string(), z.string()).parse(params)))
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''))
}
