import type { Hono } from 'hono'
import { BOARD_IDS, boardOf, type BoardId } from '#shared/boards/index.ts'
import { asksOf, type Ask } from '#shared/boards/define.ts'
import { readAdoption } from '#shared/contract/adoption.ts'
import { readAffairs } from '#shared/contract/affairs.ts'
import { readDesk, type BoardAnswer, type Desk, type Marks } from '#shared/contract/boards.ts'
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
import { deskAt, type DeskFacts } from '../facts.ts'
import type { Snapshot } from '../snapshot.ts'
import { standsOn } from '../kept-answers.ts'
import { openingPeriod } from '../opening-period.ts'
import { serve, type Immutable } from '../serve.ts'
import { periodFileRoutes } from './period-files.ts'

interface BoardQuery {
  readonly p?: string | undefined
  readonly v?: 'cum' | undefined
}

interface BoardAsked {
  readonly query: BoardQuery
  readonly request: Request
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

  /** The year the desk opens in: what the checks find is counted and shown over it. */
  const openYear = async (): Promise<string> => String(yearOf((await scopeAsked({})).chosen))

  /** The same for an answer that is given again until what it was worked out from is written. */
  async function scopeKept(
    { query, request }: BoardAsked,
    hasDesk = false,
  ): Promise<Awaited<ReturnType<typeof scopeAsked>> & { desk: Desk }> {
    const scope = await scopeAsked(query)
    const { state, snapshot, footing } = scope
    const desk = deskAt({ snapshot, now: state.now })
    standsOn(request, { state, footing, desk: hasDesk ? desk : null })
    return { ...scope, desk }
  }

  /** A page's board and its own sections, answered together. */
  async function page<T>(
    board: BoardId,
    asked: BoardAsked,
    sections: (scope: BoardScope) => Promise<T>,
  ): Promise<Immutable<BoardAnswer> & T> {
    const scope = await scopeKept(asked, true)
    const { chosen, period, snapshot, desk } = scope
    const [answers, own] = await Promise.all([answersOf(board, scope), sections(scope)])
    const marks = marksNear(snapshot, period)
    const seen = snapshot.sight && { sight: sightAnswer(snapshot.sight) }
    const absent = absentOf(scope)
    return { ...own, board, desk, chosen, period, answers, absent, marks, ...seen }
  }

  serve(app, readOverview, (asked) => page('overview', asked, overviewSections))
  serve(app, readContent, (asked) =>
    page('content', asked, (scope) => contentSections(scope, asked.query)),
  )
  serve(app, readColumn, async (asked) => {
    const { column } = asked.params
    const scope = await scopeKept(asked, true)
    const { chosen, period, desk } = scope
    return { desk, chosen, period, column, ...(await columnSections(scope, column)) }
  })
  serve(app, readAdoption, (asked) =>
    page('adoption', asked, (scope) => adoptionSections(scope, asked.query)),
  )
  serve(app, readSentiment, (asked) => page('sentiment', asked, sentimentSections))
  serve(app, readSafety, (asked) => page('safety', asked, safetySections))
  serve(app, readBudget, (asked) => page('budget', asked, budgetSections))
  serve(app, readAffairs, (asked) => page('affairs', asked, affairsSections))
  serve(app, readEntry, (asked) => page('entry', asked, entrySections))
  serve(app, readReconcile, (asked) => page('reconcile', asked, reconcileSections))
  serve(app, readChecks, async (asked) => {
    const p = asked.query.p ?? (await openYear())
    return page('checks', { ...asked, query: { ...asked.query, p } }, (scope) =>
      checksSections(scope, run),
    )
  })
  serve(app, readWall, async (asked) => wallSections(await scopeKept(asked)))
  serve(app, countChecks, async ({ request }) => {
    const scope = await scopeKept({ query: { p: await openYear() }, request })
    return { period: scope.period, open: await openCount(scope, run) }
  })

  serve(app, openedByActs, async ({ query: { acts } }) =>
    openedAnswer(await opened(acts.split(',')), await scopeAsked({})),
  )

  periodFileRoutes(app, context, {
    scope: scopeAsked,
    answers: answersOf,
    absent: absentOf,
  })

  serve(app, readDesk, async () => deskAt(await facts.moment()))

  serve(app, readFigure, async ({ params, query, request }) => {
    const ask: Ask = {
      metric: params.metric,
      months: query.months === '1',
      ...(query.by && { by: query.by }),
    }
    return answer(ask, await scopeKept({ query, request }))
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
