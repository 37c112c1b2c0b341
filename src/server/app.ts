import { Hono } from 'hono'
import { DIAGNOSTICS, DeskError } from '#shared/diagnostics.ts'
import { watchWrites } from './checks/opened.ts'
import { checkRunner } from './checks/run.ts'
import { CellsRefused } from './ingest/cells-refused.ts'
import type { Prepare } from './ingest/prepared.ts'
import { deskFacts } from './facts.ts'
import { keptAnswers } from './kept-answers.ts'
import { attachmentRoutes } from './routes/attachments.ts'
import { batchFileRoutes } from './routes/batch-files.ts'
import { binRoutes } from './routes/bin.ts'
import { boardRoutes } from './routes/boards.ts'
import { periodBookRoute } from './routes/period-book.ts'
import { exportRoutes } from './routes/exports.ts'
import { reportRoutes } from './routes/reports.ts'
import { deckRoutes } from './routes/decks.ts'
import { documentRoutes } from './routes/documents.ts'
import { freezeRoutes } from './routes/freezes.ts'
import { historyRoutes } from './routes/history.ts'
import { importRoutes } from './routes/imports.ts'
import { editRoutes } from './routes/edits.ts'
import { exampleRoutes } from './routes/example.ts'
import { listRoutes } from './routes/lists.ts'
import { openapiRoutes } from './routes/openapi.ts'
import { recordRoutes } from './routes/records.ts'
import { reviewRoutes } from './routes/review.ts'
import { settingsRoutes } from './routes/settings.ts'
import { viewRoutes } from './routes/views.ts'
import type { ScheduleMemory } from './scheduled/write-reports.ts'
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
  /** Milliseconds since 1970: the only source of "now". */
  readonly clock: () => number
  /** Reads files into sections and rows; on the server in a worker thread. */
  readonly prepare: Prepare
  /** Who acts, until accounts exist. */
  readonly author: string
  /** A throw-away desk that keeps nothing. */
  readonly isDemo: boolean
  /** Told of unexpected failures; the answer names the same request. */
  readonly report: (requestId: string, error: unknown) => void
}

/** Boards say how long something has been open, so they are good for a minute. */
const MINUTE = 60_000

/** The HTTP API over a store. Runs on the server and, for mocks, in the browser. */
export function createApp(given: DeskContext): Hono {
  const app = new Hono()
  const facts = deskFacts(given)
  const run = checkRunner(given.store)
  const { store, opened } = watchWrites(given.store, {
    run,
    moment: facts.moment,
    report: (error) => given.report(requestId(given), error),
  })
  const context = { ...given, store }
  const answers = keptAnswers()

  app.use('/api/*', async (request, next) => {
    if (request.req.method !== 'GET' || /^\/api\/(imports|openapi)/.test(request.req.path))
      return next()
    const isBoard = /^\/api\/(boards\/|figures\/|wall$)/.test(request.req.path)
    const tag = `W/"${await facts.version()}${isBoard ? `-${Math.floor(context.clock() / MINUTE)}` : ''}"`
    if (request.req.header('if-none-match') === tag) {
      return new Response(null, { status: 304, headers: { etag: tag } })
    }
    const headers = { etag: tag, 'cache-control': 'no-cache' }
    const known = isBoard ? answers.get(tag, request.req.url) : undefined
    if (known !== undefined) {
      return new Response(known, {
        headers: { ...headers, 'content-type': 'application/json' },
      })
    }
    await next()
    if (!request.res.ok) return
    for (const [name, value] of Object.entries(headers)) request.res.headers.set(name, value)
    const isJson = request.res.headers.get('content-type')?.startsWith('application/json')
    if (isBoard && isJson) answers.keep(tag, request.req.url, await request.res.clone().text())
  })

  freezeRoutes(app, context, facts)
  deckRoutes(app, context, facts)
  documentRoutes(app, context, facts)
  reportRoutes(app, context)
  boardRoutes(app, context, { facts, run, opened })
  periodBookRoute(app, context, facts)
  recordRoutes(app, context, facts)
  editRoutes(app, context, facts)
  viewRoutes(app, context)
  attachmentRoutes(app, context, facts)
  listRoutes(app, context, facts)
  historyRoutes(app, context, facts)
  binRoutes(app, context)
  exportRoutes(app, context, facts)
  reviewRoutes(app, context, facts)
  importRoutes(app, context, facts)
  batchFileRoutes(app, context.store)
  exampleRoutes(app, context)
  settingsRoutes(app, context)
  openapiRoutes(app)

  app.notFound(() => problem(new DeskError('REQUEST_NOT_FOUND'), requestId(context)))
  app.onError((error) => {
    const id = requestId(context)
    if (error instanceof CellsRefused || error instanceof DeskError) return problem(error, id)
    context.report(id, error)
    return problem(new DeskError('DESK_FAILED'), id)
  })
  return app
}

let served = 0
function requestId({ clock }: DeskContext): string {
  served += 1
  return `${clock().toString(36)}-${served.toString(36)}`
}

/** An error as every client reads it: `{code, message, why, fix, requestId}`, refused cells beside. */
function problem(error: DeskError, id: string): Response {
  const { status, why, fix } = DIAGNOSTICS[error.code]
  const fields = error instanceof CellsRefused ? { fields: error.fields } : {}
  return Response.json(
    { code: error.code, message: error.message, why, fix, requestId: id, ...fields },
    { status },
  )
}
