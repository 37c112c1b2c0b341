import { asksOf } from '#shared/boards/define.ts'
import { boardOf } from '#shared/boards/index.ts'
import type { Entered, EntryAnswer } from '#shared/contract/entry.ts'
import {
  OWN_SOURCE,
  statedKey,
  statedLabel,
  statedUnit,
  type StatedOf,
} from '#shared/headlines/stated-words.ts'
import type { Where } from '#shared/metrics/define.ts'
import type { Answer } from '#shared/contract/figures.ts'
import type { Figure } from '#shared/metrics/figure.ts'
import { spanOf } from '#shared/metrics/evaluate.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import { partMetric } from '#shared/metrics/stated.ts'
import type { Period } from '#shared/time/period.ts'

/** A figure that can be stated: a metric over its period, or one part of it. */
export interface EntryLine {
  readonly key: string
  readonly metric: MetricId
  readonly part: Where | null
  readonly label: string
  /** In which it is stated where nobody writes another. */
  readonly unit: string
  readonly span: Period
  readonly counted: Extract<Figure, { state: 'counted' }> | null
  /** The figure itself, whose definition and records are shown; null for a part. */
  readonly answer: Answer | null
  /** What was typed on this page before. */
  readonly own: Entered | null
  /** What others state of the very same: reports, spreadsheets. */
  readonly others: readonly Entered[]
  readonly before: Figure | null
  /** The line it is a part of. */
  readonly partOf: string | null
}

export interface EntryGroup {
  readonly id: string
  readonly label: string
  readonly lines: readonly EntryLine[]
}

/** The lines of 填报, area by area, each whole before its parts. */
export function entryGroups(board: EntryAnswer): EntryGroup[] {
  return Object.entries(boardOf('entry').groups).map(([id, group]) => {
    const asks = asksOf({ label: '', groups: { [id]: group } })
    const lines = asks.flatMap(({ metric }) => [
      lineOf(board, metric, null),
      ...board.parts
        .filter((each) => each.metric === metric)
        .map(({ part }) => lineOf(board, metric, part)),
    ])
    const wholes = asks.map(({ metric }) => metric)
    return {
      id,
      label: group.label,
      lines: lines.map((line) => ({ ...line, partOf: wholeOf(line, wholes) })),
    }
  })
}

function lineOf(board: EntryAnswer, metric: MetricId, part: Where | null): EntryLine {
  const isThis = (each: StatedOf): boolean => statedKey(each) === statedKey({ metric, part })
  const answer = board.answers.find((each) => each.metric === metric)
  const figure = part
    ? answer?.parts.find(({ value }) => value === part.value)?.figure
    : answer?.figure
  const entered = board.entered.filter(isThis)
  const own = entered.find(({ source }) => source === OWN_SOURCE) ?? null
  return {
    key: statedKey({ metric, part }),
    metric,
    part,
    label: statedLabel({ metric, part }),
    unit: statedUnit(metric),
    span: spanOf(metric, board.period),
    counted: figure?.state === 'counted' ? figure : null,
    answer: (!part && answer) || null,
    own,
    others: entered.filter((each) => each !== own),
    before: board.before.find(isThis)?.figure ?? null,
    partOf: null,
  }
}

/** A named part (国家级采用) belongs to its whole (上级采用), a platform to 发布量. */
function wholeOf({ metric, part }: EntryLine, wholes: readonly MetricId[]): string | null {
  if (part) return metric
  const { formula } = metricOf(metric)
  const where = formula.kind === 'sum' ? formula.where : undefined
  if (!where) return null
  return wholes.find((whole) => partMetric(whole, where.field, where.value) === metric) ?? null
}
