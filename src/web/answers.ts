import type { Answer, BoardAnswer } from '#shared/contract/boards.ts'
import type { MetricId } from '#shared/metrics/index.ts'

/** The board's answer to one metric. Throws where the board does not ask for it. */
export function answerTo(
  { answers, board }: Pick<BoardAnswer, 'answers' | 'board'>,
  metric: MetricId,
): Answer {
  const found = answers.find((answer) => answer.metric === metric)
  if (!found) throw new Error(`the board ${board} does not ask for ${metric}`)
  return found
}
