import type { Hono } from 'hono'
import { BOARD_IDS, boardOf, type BoardId } from '#shared/boards/index.ts'
import { asksOf, type Ask } from '#shared/boards/define.ts'
import { readAdoption } from '#shared/contract/adoption.ts'
import { readAffairs } from '#shared/contract/affairs.ts'
import { readDesk, type BoardAnswer, type Marks } from '#shared/contract/boards.ts'
import { readBudget } from '#shared/contract/budget.ts'
import { countChecks, openedByActs, readChecks } from '#shared/contract/checks.ts'
import { readColumn } from '#shared/contract/columns.ts'
import { readContent } from '#shared/contract/content.ts'
import { readEntry } from '#shared/contract/entry.ts'
import { readFigure, type Answer } from '#shared/contract/figures.ts'
import { readOverview } from '#shared/contract/overview.ts'
import { readReconcile } from '#shared/contract/reconcile.ts'
import { readSafety } from '#shared/contract/safety.ts'
import { readSentiment } from '#shared/contract/sentiment.ts'
import { readWall } from '#shared/contract/wall.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { cumulative, overlaps, parsePeriod, yearOf, type Period } from '#shared/time/period.ts'
import type { DeskContext } from '../app.ts'
import { sightAnswer } from '../seen/sight.ts'
import { adoptionSections } from '../boards/adoption.ts'
import { affairsSections } from '../boards/affairs.ts'
import { answer } from '../boards/answers.ts'
import { budgetSections } from '../boards/budget.ts'
import { checksSections, openCount, openedAnswer } from '../boards/checks.ts'
import { entrySections } from '../boards/entry.ts'
import { columnSections } from '../boards/content/column.ts'
import { contentSections } from '../boards/content.ts'
import { overviewSections } from '../boards/overview.ts'
import { reconcileSections } from '../boards/reconcile.ts'
import { safetySections } from '../boards/safety.ts'
import { scopeOf, type BoardScope } from '../boards/scope.ts'
import { sentimentSections } from '../boards/sentiment.ts'
import { wallSections } from '../boards/wall.ts'
import type { WatchedStore } from '../checks/opened.ts'
import type { RunChecks } from '../checks/run.ts'
import type { DeskFacts, Snapshot } from '../facts.ts'
import { openingPeriod } from '../opening-period.ts'
import { serve, type Immutable } from '../serve.ts'
import { periodFileRoutes } from './period-files.ts'

interface BoardQuery {
  readonly p?: string | undefined
  readonly v?: 'cum' | undefined
}

interface BoardParts extends Pick<WatchedStore, 'opened'> {
  readonly facts: DeskFacts
  readonly run: RunChecks
}

/** One answer a page: its figures and the sections only it has. */
export function boardRoutes(
  app: Hono,
  context: DeskContext,
  { facts, run, opened }: BoardParts,
): void {
  async function scopeAsked({ p, v }: BoardQuery): Promise<BoardScope & { chosen: Period }> {
    const moment = await facts.moment()
    const chosen =
      p === undefined ? openingPeriod(moment.snapshot, moment.now.slice(0, 10)) : periodFrom(p)
    const period = v === 'cum' ? cumulative(chosen) : chosen
    return { ...scopeOf(context.store, moment, period), chosen }
  }

  /** A page's board and its own sections, answered together. */
  async function page<T>(
    board: BoardId,
    query: BoardQuery,
    sections: (scope: BoardScope) => Promise<T>,
  ): Promise<Immutable<BoardAnswer> & T> {
    const scope = await scopeAsked(query)
    const { chosen, period, snapshot, today } = scope
    const [answers, own] = await Promise.all([answersOf(board, scope), sections(scope)])
    const desk = { ...snapshot.desk, today }
    const marks = marksNear(snapshot, period)
    const seen = snapshot.sight && { sight: sightAnswer(snapshot.sight) }
    const absent = absentOf(scope)
    return { ...own, board, desk, chosen, period, answers, absent, marks, ...seen }
  }

  serve(app, readOverview, ({ query }) => page('overview', query, overviewSections))
  serve(app, readContent, ({ query }) =>
    page('content', query, (scope) => contentSections(scope, query)),
  )
  serve(app, readColumn, async ({ params: { column }, query }) => {
    const scope = await scopeAsked(query)
    const { chosen, period, snapshot, today } = scope
    const own = await columnSections(scope, column)
    return { desk: { ...snapshot.desk, today }, chosen, period, column, ...own }
  })
  serve(app, readAdoption, ({ query }) =>
    page('adoption', query, (scope) => adoptionSections(scope, query)),
  )
  serve(app, readSentiment, ({ query }) => page('sentiment', query, sentimentSections))
  serve(app, readSafety, ({ query }) => page('safety', query, safetySections))
  serve(app, readBudget, ({ query }) => page('budget', query, budgetSections))
  serve(app, readAffairs, ({ query }) => page('affairs', query, affairsSections))
  serve(app, readEntry, ({ query }) => page('entry', query, entrySections))
  serve(app, readReconcile, ({ query }) => page('reconcile', query, reconcileSections))
  serve(app, readChecks, ({ query }) =>
    page('checks', query, (scope) => checksSections(scope, run)),
  )
  serve(app, readWall, async ({ query }) => wallSections(await scopeAsked(query)))
  serve(app, countChecks, async () => {
    const { chosen } = await scopeAsked({})
    const { period, ...scope } = await scopeAsked({ p: String(yearOf(chosen)) })
    return { period, open: await openCount({ period, ...scope }, run) }
  })

  serve(app, openedByActs, async ({ query: { acts } }) =>
    openedAnswer(await opened(acts.split(',')), await scopeAsked({})),
  )

  periodFileRoutes(app, context, {
    scope: scopeAsked,
    answers: answersOf,
    absent: absentOf,
  })

  serve(app, readDesk, async () => ({
    ...(await facts.snapshot()).desk,
    today: await facts.today(),
  }))

  serve(app, readFigure, async ({ params, query }) => {
    const ask: Ask = {
      metric: params.metric,
      months: query.months === '1',
      ...(query.by && { by: query.by }),
    }
    return answer(ask, await scopeAsked(query))
  })
}

const answersOf = (board: BoardId, scope: BoardScope): Promise<Immutable<Answer>[]> =>
  Promise.all((ASKS.get(board) ?? []).map((ask) => answer(ask, scope)))

const ASKS = new Map(BOARD_IDS.map((id) => [id, asksOf(boardOf(id))]))

/** The period an address names; refused with a code where it names none. */
export function periodFrom(text: string): Period {
  const period = parsePeriod(text)
  if (!period) throw new DeskError('REQUEST_PERIOD_INVALID', text)
  return period
}

/** Ledgers kept by days that have registered none of the period. */
const absentOf = ({ snapshot: { coverage, sight }, period }: BoardScope): LedgerId[] =>
  DATED.filter((id) => sight?.reach(id) !== null).filter(
    (id) => !(coverage[id] ?? []).some((days) => overlaps(days, period)),
  )

const DATED = LEDGER_IDS.map((id) => ({ id, ...ledgerOf(id) }))
  .filter(({ kind, measures }) => kind === 'book' && Object.keys(measures).length > 0)
  .map(({ id }) => id)

/** Notes and 重保期 that fall into the years a page draws. */
function marksNear({ marks }: Snapshot, period: Period): Marks {
  const years = { from: `${yearOf(period) - 1}-01-01`, to: `${yearOf(period)}-12-31` }
  return {
    notes: marks.notes.filter((note) => overlaps(note, years)),
    protections: marks.protections.filter((band) => overlaps(band, years)),
  }
}
