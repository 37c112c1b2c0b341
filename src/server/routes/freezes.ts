import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { isBoardId } from '#shared/boards/index.ts'
import { compareFreeze, listFreezes, makeFreeze } from '#shared/contract/freezes.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { eachTextIn } from '#shared/json-texts.ts'
import { periodLabel } from '#shared/time/words.ts'
import { mustAllow } from '../accounts/reader.ts'
import { actorOf, openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import type { DeskFacts } from '../facts.ts'
import { contentChanges } from '../freezes/changes.ts'
import { frozenBoard, keepContent } from '../freezes/content.ts'
import { pagesNow } from '../freezes/pages-now.ts'
import { freezeBook } from '../freezes/freeze-book.ts'
import { periodBasis } from '../period-basis.ts'
import { readerAt, serve } from '../serve.ts'
import { periodFrom } from './boards.ts'
import { actAnswer } from './history.ts'

/** Acts since a freeze that are listed one by one. */
const MOST_ACTS = 50

/**
 * 定稿: figures kept for a meeting, pages shown from them, and how the desk differs now. A meeting is
 * told the name of no citizen, so they are kept of pages that name none.
 */
export function freezeRoutes(
  app: Hono,
  context: DeskContext,
  facts: DeskFacts,
  unnamed: () => Hono,
): void {
  const { store, evidence } = context
  const book = freezeBook(context)

  /** A page of a freeze instead of the page as it is now. */
  app.get('/api/boards/:board', async (request, next) => {
    const { freeze: number, p, v, ...options } = request.req.query()
    const board = request.req.param('board')
    if (number === undefined || !isBoardId(board)) return next()
    // Its figures are of every ledger, word for word: nothing can be left out of them.
    mustAllow(await readerAt(app)(request.req.raw), { see: 'every' })
    const freeze = await book.named(periodFrom(p ?? '').key, number)
    if (Object.keys(options).length > 0) throw new DeskError('FREEZE_HAS_ONE_VIEW')
    const content = await book.content(freeze)
    const answer = z
      .record(z.string(), z.unknown())
      .parse(frozenBoard(content, board, v === 'cum' ? 'cum' : 'own'))
    // It names nobody who was known then; who became known since is masked as it is shown.
    const shown = (await context.textShown?.()) ?? ((text: string) => text)
    const text = eachTextIn(JSON.stringify({ ...answer, freeze }), shown)
    return new Response(text, { headers: { 'content-type': 'application/json' } })
  })

  serve(app, listFreezes, async ({ query: { p } }) => ({
    freezes: await book.list(p === undefined ? undefined : periodFrom(p).key),
  }))

  serve(app, makeFreeze, async ({ body: { p, note = '', by = '' } }) => {
    const period = periodFrom(p)
    const until = new Date(context.clock()).toISOString()
    const { zone } = (await facts.snapshot()).desk
    const content = await pagesNow(unnamed(), facts, period)
    const basis = await periodBasis(store, { period, until, zone })
    const hash = await keepContent(evidence, { ...content, basis })
    const author = actorOf(context, by)
    return store.write(async (writer) => {
      const [last] = await book.list(period.key)
      const number = (last?.number ?? 0) + 1
      const title = `定稿 ${periodLabel(period)} 第${number}稿`
      const done = await openBatch({ ...context, author }, writer, {
        kind: 'entry',
        title,
        why: note.trim() || title,
      })
      const row = { period: period.key, number, content: hash, note: note.trim() }
      await writer.put('freezes', [row], done.batch)
      return { period, number, at: done.at, by: author, note: note.trim(), content: hash }
    })
  })

  serve(app, compareFreeze, async ({ params }) => {
    const freeze = await book.named(params.period, params.number)
    const [frozen, now, acts] = await Promise.all([
      book.content(freeze),
      pagesNow(app, facts, freeze.period),
      store.acts({ from: freeze.at, limit: MOST_ACTS + 2 }),
    ])
    // The freezing itself, and later ones, changed no figure.
    const since = acts.filter(({ at, counts }) => at > freeze.at && !counts.freezes)
    return {
      freeze,
      changes: contentChanges(frozen, now),
      acts: since.slice(0, MOST_ACTS).map(actAnswer),
      hasMoreActs: since.length > MOST_ACTS,
    }
  })
}
