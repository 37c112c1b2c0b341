import type { DuplicatesSection } from '#shared/contract/adoption.ts'
import { likelyDuplicates } from '#shared/metrics/adoption-duplicates.ts'
import { addDays } from '#shared/time/day.ts'
import { rememberedRead } from '../remembered.ts'
import { shown, usesOver } from './uses.ts'

const MOST_PAIRS = 20

/** Pairs of which one use at least falls into the days; posts on own accounts pair up as well. */
export const duplicatesSection = rememberedRead(async (scope, days): Promise<DuplicatesSection> => {
  const within = scope.settings.adoption.duplicateDays
  const around = { from: addDays(days.from, -within), to: addDays(days.to, within) }
  const { uses, own } = await usesOver(scope, around)
  const inside = ({ day }: { readonly day: string }) => day >= days.from && day <= days.to
  const pairs = likelyDuplicates([...uses, ...own], within).filter(
    ({ first, second }) => inside(first) || inside(second),
  )
  return {
    within,
    all: pairs.length,
    pairs: pairs
      .slice(0, MOST_PAIRS)
      .map((pair) => ({ ...pair, first: shown(pair.first), second: shown(pair.second) })),
  }
})
