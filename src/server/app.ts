import { Hono } from 'hono'
import { DIAGNOSTICS, DeskError } from '#shared/diagnostics.ts'
import { deskAccounts, type AccountPorts } from './accounts/accounts.ts'
import { mustBeProved } from './accounts/proof.ts'
import { openReader, type Reader } from './accounts/reader.ts'
import { CellsRefused } from './ingest/cells-refused.ts'
import type { Prepare } from './ingest/prepared.ts'
import type { Journal } from './journal/journal.ts'
import { accountRoutes } from './routes/accounts.ts'
import { healthRoute } from './routes/operations.ts'
import { sessionRoutes } from './routes/session.ts'
import type { Operations } from './operations.ts'
import type { Packer } from './packed.ts'
import type { ScheduleMemory } from './scheduled/write-reports.ts'
import type { Masked, TextShown } from './seen/shown-rows.ts'
import type { Sight } from './seen/sight.ts'
import { withoutNames } from '#shared/rights/rights.ts'
import { readBy } from './serve.ts'
import { readerApps } from './views.ts'
import type { EvidenceFiles } from './store/evidence.ts'
import type { ReportFiles } from './store/report-files.ts'
import type { Store } from './store/store.ts'

/** What the desk needs from outside. Nothing here is started by the app itself. */
export interface DeskContext {
  readonly store: Store
  /** Where the bytes of attachments are kept. */
  readonly evidence: EvidenceFiles
  /** The folder that reports are written to, and what became of the last attempts. */
  readonly reports: ReportFiles
  readonly schedule: ScheduleMemory
  /** 操作日志: what was done here, and by whom. */
  readonly journal: Journal
  /** The machine and its backups; null where nothing is kept. */
  readonly operations: Operations | null
  /** Of the desk, as package.json states it. */
  readonly version: string
  /** Milliseconds since 1970: the only source of "now". */
  readonly clock: () => number
  /** Reads files into sections and rows; on the server in a worker thread. */
  readonly prepare: Prepare
  /** Packs answers that are kept; without it they go out as they are. */
  readonly packer?: Packer
  /** The name acts carry: the reader's, or the desk's own where there are no accounts. */
  readonly author: string
  /** Without it the desk is open: whoever reaches it has every right. */
  readonly accounts?: AccountPorts
  /** Asked where a call takes a proof of who sends it; see `mustBeProved`. */
  readonly mustProve?: (request: Request) => Promise<void>
  /** What the reader sees, where that is not everything. */
  readonly sight?: Sight
  /** Whose name exports carry: the reader's; nobody's on a desk without accounts. */
  readonly exporter?: string
  /** Ledgers in which the reader sees names and numbers of citizens masked. */
  readonly masked?: Masked
  /** How texts that are no cell are shown to the reader, where names are masked. */
  readonly textShown?: TextShown
  /** The same for 操作日志, which names no citizen whoever reads it. */
  readonly textNoted?: TextShown
  /** A throw-away desk that keeps nothing. */
  readonly isDemo: boolean
  /** Told of unexpected failures; the answer names the same request. */
  readonly report: (requestId: string, error: unknown) => void
}

/** The HTTP API over a store. Runs on the server and, for mocks, in the browser. */
export const createApp = (context: DeskContext): Hono => createDesk(context).app

/**
 * The API as it is served, and as the desk itself calls it, in its own name and with every right but to
 * citizens' names: what it writes lies in a folder.
 */
export function createDesk(context: DeskContext): { readonly app: Hono; readonly itself: Hono } {
  const app = new Hono()
  const accounts = context.accounts ? deskAccounts(context.accounts, context) : null
  const open = openReader(context.author)
  const readerOf = async (request: Request): Promise<Reader> =>
    accounts ? (await accounts.sessions.visitor(request)).reader : open
  const handleErrors = (of: Hono, shown?: TextShown): void => answerErrors(of, context, shown)
  const report = (error: unknown): void => context.report(requestId(context), error)
  const mustProve = accounts && ((request: Request) => mustBeProved(accounts, request))
  const appOf = readerApps(
    { ...context, ...(mustProve && { mustProve }) },
    { handleErrors, report },
  )

  readBy(app, { readerOf, journal: context.journal, mustProve: mustProve ?? undefined })
  handleErrors(app)
  healthRoute(app, context)
  sessionRoutes(app, context, accounts)
  accountRoutes(app, context, accounts)
  app.all('/api/*', async ({ req: { raw } }) => {
    if (await accounts?.needsSetUp()) throw new DeskError('SET_UP_NEEDED')
    const reader = await readerOf(raw)
    return appOf(isOfPage(raw) ? { ...reader, account: '', name: '' } : reader).fetch(raw)
  })
  return { app, itself: appOf({ ...open, rights: withoutNames(open.rights) }) }
}

/**
 * What a page shows is the same to all readers of the same rights, whoever they are: one app answers
 * them all, so that hundreds of readers need no more than their roles do.
 */
const isOfPage = ({ method, url }: Request): boolean =>
  method === 'GET' && /^\/api\/(boards\/\w+|figures\/\w+|desk|wall)$/.test(new URL(url).pathname)

function answerErrors(app: Hono, context: DeskContext, shown?: TextShown): void {
  app.notFound(() => problem(new DeskError('REQUEST_NOT_FOUND'), requestId(context)))
  app.onError(async (error) => {
    const id = requestId(context)
    if (error instanceof CellsRefused || error instanceof DeskError)
      return problem(error, id, (await shown?.())?.(error.message))
    context.report(id, error)
    return problem(new DeskError('DESK_FAILED'), id)
  })
}

let served = 0

/** The number under which a request is reported and answered. */
export function requestId({ clock }: Pick<DeskContext, 'clock'>): string {
  served += 1
  return `${clock().toString(36)}-${served.toString(36)}`
}

/** An error as every client reads it: `{code, message, why, fix, requestId}`, refused cells beside. */
export function problem(error: DeskError, id: string, message = error.message): Response {
  const { status, why, fix } = DIAGNOSTICS[error.code]
  const fields = error instanceof CellsRefused ? { fields: error.fields } : {}
  return Response.json(
    { code: error.code, message, why, fix, requestId: id, ...fields },
    { status, headers: { 'x-request-id': id } },
  )
}
