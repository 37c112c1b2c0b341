import type { Ask } from '#shared/boards/define.ts'
import type { Answer } from '#shared/contract/figures.ts'
import { spanOf, yearMonths } from '#shared/metrics/evaluate.ts'
import { growthQuoted, statedFor } from '#shared/metrics/stated.ts'
import { unreviewedBehind } from '../review/unreviewed.ts'
import type { Immutable } from '../serve.ts'
import type { BoardScope } from './scope.ts'
import { targetsOf } from './targets.ts'

/** One question of a board, answered over the scope's period. */
export async function answer(ask: Ask, scope: BoardScope): Promise<Immutable<Answer>> {
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
    unreviewedBehind(scope.review, metric, spoken),
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
