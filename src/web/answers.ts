import type { Answer } from '#shared/contract/figures.ts'
import type { BoardAnswer } from '#shared/contract/boards.ts'
import type { MetricId } from '#shared/metrics/index.ts'

/**
 * The board's answer to one metric, by one cut where that matters. Throws where the board does not
 * ask for it.
 */
export function answerTo(
  { answers, board }: Pick<BoardAnswer, 'answers' | 'board'>,
  metric: MetricId,
  by?: string,
): Answer {
  const found = answers.find(
    (answer) => answer.metric === metric && (by === undefined || answer.by === by),
  )
  if (!found) throw new Error(`the board ${board} does not ask for ${metric}`)
  return found
}
