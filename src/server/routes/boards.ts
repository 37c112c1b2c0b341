import type { Hono } from 'hono'
import { BOARD_IDS, boardOf, type BoardId } from '#shared/boards/index.ts'
import { asksOf, type Ask } from '#shared/boards/define.ts'
import { readAdoption } from '#shared/contract/adoption.ts'
import { readAffairs } from '#shared/contract/affairs.ts'
import { readDesk, type BoardAnswer, type Marks } from '#shared/contract/boards.ts'
import { readBudget } from '#shared/contract/budget.ts'
import { countChecks, readChecks } from '#shared/contract/checks.ts'
import { readColumn } from '#shared/contract/columns.ts'
import { readContent } from '#shared/contract/content.ts'
import { readEntry } from '#shared/contract/entry.ts'
import { readFigure, type Answer } from '#shared/contract/figures.ts'
import { readOverview } from '#shared/contract/overview.ts'
import { readReconcile } from '#shared/contract/reconcile.ts'
import { readSafety } from '#shared/contract/safety.ts'
import { readSentiment } from '#shared/contract/sentiment.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import {
  boardSpan,
  evaluator,
  spanOf,
  yearMonths,
  type Evaluator,
} from '#shared/metrics/evaluate.ts'
import { growthQuoted, statedFor } from '#shared/metrics/stated.ts'
import { tallyReader } from '#shared/metrics/tally.ts'
import { dateTimeInZone, type Day } from '#shared/time/day.ts'
import {
  cumulative,
  overlaps,
  parsePeriod,
  yearOf,
  yearPeriod,
  type Period,
} from '#shared/time/period.ts'
import type { DeskContext } from '../app.ts'
import { adoptionSections } from '../boards/adoption.ts'
import { affairsSections } from '../boards/affairs.ts'
import { budgetSections } from '../boards/budget.ts'
import { checksSections, openFindings } from '../boards/checks.ts'
import { entrySections } from '../boards/entry.ts'
import { columnSections } from '../boards/content/column.ts'
import { contentSections } from '../boards/content.ts'
import { overviewSections } from '../boards/overview.ts'
import { reconcileSections } from '../boards/reconcile.ts'
import { safetySections } from '../boards/safety.ts'
import type { BoardScope } from '../boards/scope.ts'
import { sentimentSections } from '../boards/sentiment.ts'
import { targetsOf } from '../boards/targets.ts'
import { openingPeriod, type DeskFacts, type Snapshot } from '../facts.ts'
import { countedStore } from '../review/counted-store.ts'
import { unreviewedBehind } from '../review/unreviewed.ts'
import { serve, type Immutable } from '../serve.ts'
import { periodFileRoutes } from './period-files.ts'

interface BoardQuery {
  readonly p?: string | undefined
  readonly v?: 'cum' | undefined
}

/** One answer a page: its figures and the sections only it has. */
export function boardRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  async function scopeAsked({ p, v }: BoardQuery): Promise<BoardScope & { chosen: Period }> {
    const [snapshot, today] = await Promise.all([facts.snapshot(), facts.today()])
    const chosen = p === undefined ? openingPeriod(snapshot, today) : periodFrom(p)
    const period = v === 'cum' ? cumulative(chosen) : chosen
    return { ...scopeOf(context, snapshot, today, period), chosen }
  }

  /** With the records that do not count before they are reviewed: those need checking most. */
  const unfiltered = (scope: BoardScope): BoardScope => ({
    ...scope,
    store: { ...context.store, sums: scope.snapshot.sums },
  })

  /** The same moment of the desk over another period. */
  const everywhere =
    ({ snapshot, today }: BoardScope) =>
    (period: Period): BoardScope =>
      unfiltered(scopeOf(context, snapshot, today, period))

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
    return { ...own, board, desk, chosen, period, answers, absent: absentOf(scope), marks }
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
    page('checks', query, (scope) => checksSections(unfiltered(scope), everywhere(scope))),
  )
  const openNow = openFindings()
  serve(app, countChecks, async () => {
    const [snapshot, today] = await Promise.all([facts.snapshot(), facts.today()])
    const period = yearPeriod(yearOf(openingPeriod(snapshot, today)))
    const scope = scopeOf(context, snapshot, today, period)
    return { period, ...(await openNow(unfiltered(scope), everywhere(scope))) }
  })

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
    const [snapshot, today] = await Promise.all([facts.snapshot(), facts.today()])
    const chosen = periodFrom(query.p)
    const period = query.v === 'cum' ? cumulative(chosen) : chosen
    const ask: Ask = {
      metric: params.metric,
      months: query.months === '1',
      ...(query.by && { by: query.by }),
    }
    return answer(ask, scopeOf(context, snapshot, today, period))
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

function scopeOf(
  { store, clock }: DeskContext,
  snapshot: Snapshot,
  today: Day,
  period: Period,
): BoardScope {
  const span = boardSpan(period)
  const now = dateTimeInZone(clock(), snapshot.settings.zone)
  return {
    store: { ...countedStore(store, snapshot.review), sums: snapshot.sums },
    snapshot,
    settings: snapshot.settings,
    today,
    now,
    period,
    end: period.to < today ? period.to : today,
    evaluate: evaluatorFor(snapshot, now, span),
    tallies: tallyReader(snapshot.sums, span),
  }
}

/** Figures of one moment of the desk; months within `span` are read at once. */
export function evaluatorFor(
  { settings, coverage, stated, sums, due, held }: Snapshot,
  now: string,
  span: ReturnType<typeof boardSpan>,
): Evaluator {
  return evaluator({
    read: sums,
    coverage,
    stated,
    today: now.slice(0, 10),
    held: held.at(now),
    due,
    timeProgress: settings.timeProgress,
    span,
  })
}

/** Ledgers kept by days that have registered none of the period. */
const absentOf = ({ snapshot: { coverage }, period }: BoardScope): LedgerId[] =>
  DATED.filter((id) => !(coverage[id] ?? []).some((days) => overlaps(days, period)))

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

async function answer(ask: Ask, scope: BoardScope): Promise<Immutable<Answer>> {
  const { metric, by } = ask
  const { evaluate, snapshot, period } = scope
  const { year, before } = yearMonths(period)
  const spoken = spanOf(metric, period)
  const [figure, yoy, mom, parts, months, monthsBefore, targets, unreviewed] = await Promise.all([
    evaluate.figure(metric, period),
    ask.isPlain ? null : evaluate.compare(metric, period, 'yoy'),
    ask.isPlain ? null : evaluate.compare(metric, period, 'mom'),
    by ? evaluate.parts(metric, period, by) : [],
    ask.months ? evaluate.months(metric, year, by) : [],
    ask.months ? evaluate.months(metric, before, ask.hasPartsBefore ? by : undefined) : [],
    targetsOf(metric, scope),
    unreviewedBehind(snapshot.review, metric, spoken),
  ])
  return {
    metric,
    by: by ?? null,
    period: spoken,
    figure,
    yoy,
    mom,
    parts,
    months,
    monthsBefore,
    stated: statedFor(snapshot.stated, metric, spoken),
    quoted: growthQuoted(snapshot.stated, metric, spoken),
    targets,
    ...(unreviewed && { unreviewed }),
  }
}
