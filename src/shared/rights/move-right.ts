import type { ReviewAct } from '../records/review-states.ts'
import type { Right, Which } from './right.ts'

/**
 * What it takes to move a unit of the review that holds records of these ledgers: whoever writes all of
 * them submits it, the other steps are reviews.
 */
export function moveRight(ledgers: readonly Which[], act: ReviewAct): Right {
  const judging: Right = { all: ledgers.map((review) => ({ review })) }
  const writing: Right = { all: ledgers.map((write) => ({ write })) }
  return act === 'submit' ? { any: [writing, judging] } : judging
}

/** The ledgers of a batch as a right is asked over them: of one that is seen in part, every one. */
export const batchLedgers = (batch: {
  readonly ledgers: readonly Which[]
  readonly isCut: boolean
}): readonly Which[] => (batch.isCut ? ['every'] : batch.ledgers)
