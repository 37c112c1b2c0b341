import { delay, HttpResponse } from 'msw'
import { DIAGNOSTICS, type DiagnosticCode } from '#shared/diagnostics.ts'

/** A named departure from the ordinary: `?scenario=slow` on any page of the mock. */
export interface Departure {
  readonly label: string
  readonly isEmpty?: boolean
  /** Answers in the API's stead, or holds the request up and answers nothing. */
  readonly before?: (request: Request) => Promise<Response | undefined>
}

export const SCENARIOS: Readonly<Record<string, Departure>> = {
  empty: { label: '空的运行台', isEmpty: true },
  slow: {
    label: '慢网络',
    before: async () => {
      await delay(3000)
      return undefined
    },
  },
  // What is never read need not be loaded.
  offline: { label: '断网', isEmpty: true, before: async () => HttpResponse.error() },
  'server-error': {
    label: '服务出错',
    isEmpty: true,
    before: async () => problem('DESK_FAILED'),
  },
  'refused-import': {
    label: '导入被拒',
    before: async (request) =>
      request.method === 'POST' && request.url.endsWith('/api/imports')
        ? problem('IMPORT_FILE_UNREADABLE')
        : undefined,
  },
}

/** The departure an address names, if any. */
export function scenarioOf(search: string): Departure | null {
  return SCENARIOS[new URLSearchParams(search).get('scenario') ?? ''] ?? null
}

function problem(code: DiagnosticCode): Response {
  const { status, message, why, fix } = DIAGNOSTICS[code]
  return HttpResponse.json({ code, message, why, fix, requestId: 'mock-1' }, { status })
}
