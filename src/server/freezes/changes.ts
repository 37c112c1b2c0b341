import type { BoardId } from '#shared/boards/index.ts'
import type { Answer } from '#shared/contract/figures.ts'
import type { FrozenChange } from '#shared/contract/freezes.ts'
import { valueOf, type Figure } from '#shared/metrics/figure.ts'
import { qualifierOf } from '#shared/metrics/qualifiers.ts'
import { FROZEN_BOARDS, frozenFigures, type FrozenContent } from './content.ts'

/** Figures and their parts that read otherwise in two contents, each once, in the pages' order. */
export function contentChanges(frozen: FrozenContent, now: FrozenContent): FrozenChange[] {
  const seen = new Set<string>()
  return FROZEN_BOARDS.flatMap((board) =>
    (['own', 'cum'] as const).flatMap((view) =>
      boardChanges(
        board,
        frozenFigures(frozen, board, view).answers,
        frozenFigures(now, board, view).answers,
      ),
    ),
  ).filter(({ metric, part, period }) => {
    const key = [metric, part, period.key].join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function boardChanges(
  board: BoardId,
  frozen: readonly Answer[],
  now: readonly Answer[],
): FrozenChange[] {
  return frozen.flatMap((answer) => {
    const same = now.find(({ metric, by }) => metric === answer.metric && by === answer.by)
    return same ? answerChanges(board, answer, same) : []
  })
}

function answerChanges(board: BoardId, frozen: Answer, now: Answer): FrozenChange[] {
  const { metric, period } = frozen
  const change = (part: string, before: Figure, after: Figure): FrozenChange[] =>
    isOther(before, after) ? [{ board, metric, part, period, frozen: before, now: after }] : []
  const nothing: Figure = { state: 'none', why: 'nothingRecorded' }
  const partIn = (answer: Answer, part: string): Figure =>
    answer.parts.find(({ value }) => value === part)?.figure ?? nothing
  const parts = new Set([...frozen.parts, ...now.parts].map(({ value }) => value))
  return [
    ...change('', frozen.figure, now.figure),
    ...[...parts].flatMap((part) => change(part, partIn(frozen, part), partIn(now, part))),
  ]
}

/** Another value, another state, or another word of how exact it is; not merely another last day. */
const isOther = (a: Figure, b: Figure): boolean =>
  a.state !== b.state || valueOf(a) !== valueOf(b) || qualifierOf(a) !== qualifierOf(b)
