import type { ImportSection } from '#shared/contract/imports.ts'

/** What the user wants done with records of closed months; '' until it is said. */
export interface ClosedChoice {
  readonly how: '' | 'leaveOut' | 'belated'
  readonly reason: string
}

/** What confirming an import says of them. */
export type ClosedAnswer = 'leaveOut' | { readonly belated: string }

/** The answer, or null while it is not complete. */
export function closedAnswer({ how, reason }: ClosedChoice): ClosedAnswer | null {
  if (how === 'leaveOut') return how
  return how === 'belated' && reason.trim() ? { belated: reason.trim() } : null
}

/** Records of closed months in all sections together, by month in order. */
export function closedRecords(
  sections: readonly Pick<ImportSection, 'closed'>[],
): { month: string; records: number }[] {
  const counts = new Map<string, number>()
  for (const { closed = [] } of sections)
    for (const { month, records } of closed) counts.set(month, (counts.get(month) ?? 0) + records)
  return [...counts].sort().map(([month, records]) => ({ month, records }))
}
