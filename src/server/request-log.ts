import type { FileEndpoint } from '#shared/contract/define.ts'
import { FILES } from '#shared/contract/files.ts'
import { ENDPOINTS } from '#shared/contract/index.ts'
import { maskedText } from '#shared/masks.ts'

export interface SlowRequest {
  /** A UTC instant. */
  readonly at: string
  readonly method: string
  readonly path: string
  readonly milliseconds: number
}

export const LOG_LEVELS = ['error', 'warn', 'info'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** A line of the log as data: who or what was asked for never stands in it. */
export type LogLine = Readonly<Record<string, string | number>>

export interface RequestLog {
  /** Passes a request on, and says one line of it when it is answered. */
  through(
    request: Request,
    answer: (request: Request) => Response | Promise<Response>,
  ): Promise<Response>
  /** A request that was refused by its head, or never became one; it took no time. */
  refused(asked: { readonly method: string; readonly path: string }, answer: Response): void
  /** An unexpected failure, under the number that its answer names. */
  failed(id: string, error: unknown): void
  /** Anything else worth a line. */
  say(level: LogLevel, message: string, more?: LogLine): void
  slowest(): readonly SlowRequest[]
}

/** A failure without what a message of the parser quotes, and without numbers of citizens. */
function failureText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return maskedText(text.replaceAll(/(?:\.{3})?".*"(?:\.{3})? (?=is not valid JSON)/g, ''))
}

const SLOW_MS = 1000
const REMEMBERED_MS = 6 * 3_600_000
const MOST_REMEMBERED = 10

/** Logs requests as JSON, one line each; `write` gets the lines whose level is asked for. */
export function requestLog(
  level: LogLevel,
  clock: () => number,
  write: (line: string) => void,
): RequestLog {
  let slowest: SlowRequest[] = []
  const wanted = LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(level) + 1)

  function say(as: LogLevel, message: string, more: LogLine = {}): void {
    if (!wanted.includes(as)) return
    write(JSON.stringify({ at: new Date(clock()).toISOString(), level: as, message, ...more }))
  }

  function answered(request: Request, response: Response, begun: number): void {
    const milliseconds = Math.round(performance.now() - begun)
    const at = new Date(clock()).toISOString()
    const { method } = request
    const path = contractPath(new URL(request.url).pathname)
    const { status } = response
    const id = response.headers.get('x-request-id') ?? ''
    const isSlow = milliseconds >= SLOW_MS
    const as = status >= 500 ? 'error' : isSlow ? 'warn' : 'info'
    const line = { ...(id && { id }), method, path, status, ms: milliseconds }
    say(as, isSlow ? 'slow request' : 'request', line)
    const since = new Date(clock() - REMEMBERED_MS).toISOString()
    slowest = [...slowest.filter((one) => one.at >= since), { at, method, path, milliseconds }]
      .toSorted((a, b) => b.milliseconds - a.milliseconds)
      .slice(0, MOST_REMEMBERED)
  }

  return {
    say,
    async through(request, answer) {
      const begun = performance.now()
      const response = await answer(request)
      answered(request, response, begun)
      return response
    },
    refused({ method, path }, { status, headers }) {
      const id = headers.get('x-request-id') ?? ''
      say('info', 'request refused', { id, method, path: pathSaid(path), status })
    },
    failed: (id, error) => say('error', 'unexpected failure', { id, error: failureText(error) }),
    slowest: () => slowest,
  }
}

const PATTERNS = [...Object.values<FileEndpoint>(FILES), ...Object.values<FileEndpoint>(ENDPOINTS)]
  // Fixed addresses before those that stand for many.
  .toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)
  .map(({ path }) => ({ path, matches: new RegExp(`^/api${path.replaceAll(/:\w+/g, '[^/]+')}$`) }))

/** A page's address names nobody, but it may be anything: only the API's are told. */
const pathSaid = (path: string): string =>
  path.startsWith('/api/') ? contractPath(path) : '(page)'

/** The address as the contract states it: `/ledgers/:ledger/records`. What stands in it may be a name. */
export const contractPath = (path: string): string =>
  PATTERNS.find(({ matches }) => matches.test(path))?.path ?? '(unknown)'
