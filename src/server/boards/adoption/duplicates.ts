import type { DuplicatesSection } from '#shared/contract/adoption.ts'
import { likelyDuplicates } from '#shared/metrics/adoption/duplicates.ts'
import { addDays } from '#shared/time/day.ts'
import type { Interval } from '#shared/time/period.ts'
import { rememberedRead } from '../remembered.ts'
import type { BoardScope } from '../scope.ts'
import { shown, usesOver } from './uses.ts'

const MOST_PAIRS = 20

/** Pairs of which one use at least falls into the days; posts on own accounts pair up as well. */
export const duplicatePairs = rememberedRead(async (scope, days) => {
  const within = scope.settings.adoption.duplicateDays
  const around = { from: addDays(days.from, -within), to: addDays(days.to, within) }
  const { uses, own } = await usesOver(scope, around)
  const inside = ({ day }: { readonly day: string }) => day >= days.from && day <= days.to
  return likelyDuplicates([...uses, ...own], within).filter(
    ({ first, second }) => inside(first) || inside(second),
  )
})

/** How many such pairs, and the latest of them. */
export async function duplicatesSection(
  scope: BoardScope,
  days: Interval,
): Promise<DuplicatesSection> {
  const pairs = await duplicatePairs(scope, days)
  return {
    within: scope.settings.adoption.duplicateDays,
    all: pairs.length,
    pairs: pairs
      .slice(0, MOST_PAIRS)
      .map((pair) => ({ ...pair, first: shown(pair.first), second: shown(pair.second) })),
  }
}
