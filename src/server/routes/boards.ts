import type { Hono } from 'hono'
import { readBoard, readDesk, readFigure, type Answer } from '#shared/contract/boards.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { boardOf, type Ask } from '#shared/metrics/boards.ts'
import { disagreements } from '#shared/metrics/disagreements.ts'
import {
  boardSpan,
  evaluator,
  spanOf,
  yearMonths,
  type Evaluator,
} from '#shared/metrics/evaluate.ts'
import { statedFor } from '#shared/metrics/stated.ts'
import { tallyReader } from '#shared/metrics/tally.ts'
import type { Day } from '#shared/time/day.ts'
import { cumulative, parsePeriod, type Period } from '#shared/time/period.ts'
import type { DeskContext } from '../app.ts'
import { openingPeriod, periodOfStated, type DeskFacts, type Snapshot } from '../facts.ts'
import { serve, type Immutable } from '../serve.ts'
import { openAlerts, safetyDays } from './board-lists.ts'

/** One answer a page: its figures and the lists drawn beside them. */
export function boardRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  serve(app, readBoard, async ({ params, query }) => {
    const [snapshot, today] = await Promise.all([facts.snapshot(), facts.today()])
    const chosen = query.p === undefined ? openingPeriod(snapshot, today) : periodFrom(query.p)
    const period = query.v === 'cum' ? cumulative(chosen) : chosen
    const board = boardOf(params.board)
    const evaluate = evaluatorFor(context, snapshot, today, period)
    const wants = (list: (typeof board.lists)[number]) => board.lists.includes(list)
    const days = wants('safetyDays')
      ? await safetyDays(context.store, snapshot, period, today)
      : NO_DAYS
    return {
      board: params.board,
      desk: { ...snapshot.desk, today },
      chosen,
      period,
      answers: await Promise.all(board.asks.map((ask) => answer(ask, period, evaluate, snapshot))),
      openAlerts: wants('openAlerts') ? await openAlerts(context, snapshot, period) : [],
      ...days,
      disagreements: wants('disagreements')
        ? await disagreements(period, {
            evaluator: evaluate,
            tallies: tallyReader((q) => context.store.sums(q), boardSpan(period)),
            stated: snapshot.stated,
            periodOf: periodOfStated,
          })
        : [],
    }
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
    return answer(ask, period, evaluatorFor(context, snapshot, today, period), snapshot)
  })
}

const NO_DAYS = { safetyDays: [], safetyMonths: [] }

/** The period an address names; refused with a code where it names none. */
export function periodFrom(text: string): Period {
  const period = parsePeriod(text)
  if (!period) throw new DeskError('REQUEST_PERIOD_INVALID', text)
  return period
}

function evaluatorFor(
  { store }: DeskContext,
  snapshot: Snapshot,
  today: Day,
  period: Period,
): Evaluator {
  const { settings, coverage, stated } = snapshot
  return evaluator({
    read: (query) => store.sums(query),
    coverage,
    stated,
    today,
    dueSecondsPerDay: settings.channels.reduce((sum, channel) => sum + channel.dueSecondsPerDay, 0),
    timeProgress: settings.timeProgress,
    span: boardSpan(period),
  })
}

async function answer(
  ask: Ask,
  period: Period,
  evaluate: Evaluator,
  snapshot: Snapshot,
): Promise<Immutable<Answer>> {
  const { metric, by } = ask
  const { year, before } = yearMonths(period)
  const [figure, yoy, mom, parts, months, monthsBefore] = await Promise.all([
    evaluate.figure(metric, period),
    ask.isPlain ? null : evaluate.compare(metric, period, 'yoy'),
    ask.isPlain ? null : evaluate.compare(metric, period, 'mom'),
    by ? evaluate.parts(metric, period, by) : [],
    ask.months ? evaluate.months(metric, year, by) : [],
    ask.months ? evaluate.months(metric, before) : [],
  ])
  const spoken = spanOf(metric, period)
  return {
    metric,
    period: spoken,
    figure,
    yoy,
    mom,
    parts,
    months,
    monthsBefore,
    stated: statedFor(snapshot.stated, metric, spoken),
  }
}
