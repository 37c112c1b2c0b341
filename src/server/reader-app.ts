import { Hono, type Context, type Next } from 'hono'
import { FILES } from '#shared/contract/files.ts'
import { ENDPOINTS } from '#shared/contract/index.ts'
import { mustAllow, type Reader } from './accounts/reader.ts'
import { readBy } from './serve.ts'
import type { DeskContext } from './app.ts'
import type { WatchedStore } from './checks/opened.ts'
import type { RunChecks } from './checks/run.ts'
import { deskAt, stateAt, type DeskFacts } from './facts.ts'
import { basisOf, type GivenAgain, type KeptAnswers } from './kept-answers.ts'
import { attachmentRoutes } from './routes/attachments.ts'
import { batchFileRoutes } from './routes/batch-files.ts'
import { binRoutes } from './routes/bin.ts'
import { boardRoutes } from './routes/boards.ts'
import { exportRoutes } from './routes/exports.ts'
import { deckRoutes } from './routes/decks.ts'
import { documentRoutes } from './routes/documents.ts'
import { freezeRoutes } from './routes/freezes.ts'
import { historyRoutes } from './routes/history.ts'
import { importRoutes } from './routes/imports.ts'
import { journalRoutes } from './routes/journal.ts'
import { editRoutes } from './routes/edits.ts'
import { exampleRoutes } from './routes/example.ts'
import { listRoutes } from './routes/lists.ts'
import { operationRoutes } from './routes/operations.ts'
import { openapiRoutes } from './routes/openapi.ts'
import { periodBookRoute } from './routes/period-book.ts'
import { recordRoutes } from './routes/records.ts'
import { reportRoutes } from './routes/reports.ts'
import { reviewRoutes } from './routes/review.ts'
import { settingsRoutes } from './routes/settings.ts'
import { breathe, inTurns } from './store/turns.ts'
import { viewRoutes } from './routes/views.ts'

/** The desk as all readers of the same rights see it. */
export interface View {
  readonly context: DeskContext
  readonly facts: DeskFacts
  readonly run: RunChecks
  readonly opened: WatchedStore['opened']
  readonly answers: KeptAnswers
  /** Tells this view from others, for whoever keeps answers. */
  readonly tag: string
}

/**
 * The endpoints as one reader finds them: over what they may see, writing under their name. A route
 * mounted here cannot give away what its store does not show. `unnamed` is the same with the names and
 * numbers of citizens masked.
 */
export function readerApp(view: View, reader: Reader, unnamed: () => Hono): Hono {
  const { facts } = view
  const { name, isAnyone = false } = reader
  const context = { ...view.context, author: name, ...(!isAnyone && { exporter: name }) }
  const app = new Hono()
  const { journal, mustProve } = context
  readBy(app, { readerOf: () => reader, journal, mustProve: isAnyone ? undefined : mustProve })
  guardCalls(app, reader)
  keepAnswers(app, view)

  freezeRoutes(app, context, facts, unnamed)
  deckRoutes(app, context, facts)
  documentRoutes(app, context, facts)
  reportRoutes(app, context)
  boardRoutes(app, context, view)
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
  batchFileRoutes(app, context)
  exampleRoutes(app, context)
  settingsRoutes(app, context)
  operationRoutes(app, context)
  journalRoutes(app, context)
  openapiRoutes(app)
  return app
}

/** Rights are asked for before anything is answered, also what was answered before. */
function guardCalls(app: Hono, reader: Reader): void {
  const files = Object.values(FILES).map((file) => ({ ...file, method: 'GET' }))
  for (const { method, path, right } of [...Object.values(ENDPOINTS), ...files])
    app.on(method, `/api${path}`, async ({ req }, next) => {
      mustAllow(reader, right, req.param())
      await next()
    })
}

/** Answers are confirmed by their tag until something is written, and some are given again. */
function keepAnswers(app: Hono, { facts, answers, tag: view }: View): void {
  app.use('/api/*', async (context, next) => {
    const { req } = context
    if (req.method !== 'GET' || /^\/api\/(imports|openapi|status|backups|journal)/.test(req.path))
      return next()
    if (/^\/api\/(boards\/|figures\/|wall$)/.test(req.path)) return board(context, next)
    const tag = `W/"${await facts.version()}${view}"`
    if (req.header('if-none-match') === tag) return confirmed(tag)
    await next()
    if (context.res.ok) tell(context, tag)
  })

  const inTurn = inTurns()

  async function board(context: Context, next: Next): Promise<Response | undefined> {
    const known = await givenAgain(context)
    if (known) return known
    // One by one: of many at once all would come last, and what one works out answers the next.
    return inTurn(async () => {
      await breathe()
      const meanwhile = await givenAgain(context)
      if (meanwhile) return meanwhile
      await next()
      const basis = basisOf(context.req.raw)
      if (!context.res.ok || !basis) return undefined
      const kept = await answers.keep(context.req.url, basis, await context.res.text())
      // Emptied first, or its headers would be added.
      context.res = undefined
      context.res = await given(context, kept)
      return undefined
    })
  }

  async function givenAgain(context: Context): Promise<Response | null> {
    const moment = await facts.moment()
    const known = answers.find(context.req.url, stateAt(moment), deskAt(moment))
    if (!known) return null
    const etag = `W/"${known.tag}"`
    return context.req.header('if-none-match') === etag ? confirmed(etag) : given(context, known)
  }
}

async function given({ req }: Context, { tag, body }: GivenAgain): Promise<Response> {
  const { bytes, headers } = await body(req.header('accept-encoding'))
  return new Response(bytes, {
    headers: {
      ...headers,
      etag: `W/"${tag}"`,
      'cache-control': TO_CONFIRM,
      'content-type': 'application/json',
      vary: 'accept-encoding',
    },
  })
}

const TO_CONFIRM = 'private, no-cache'

const confirmed = (etag: string): Response => new Response(null, { status: 304, headers: { etag } })

function tell({ res: { headers } }: Context, etag: string): void {
  headers.set('etag', etag)
  headers.set('cache-control', TO_CONFIRM)
}
