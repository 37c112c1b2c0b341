import { daysBetween, type Day } from '../../time/day.ts'

/**
 * How long before an adoption, and after it, a piece of the same title counts as the work adopted:
 * titles recur from year to year, and some works go to higher media before they are published here.
 */
export const MATCHED = { before: 60, after: 7 } as const

/** Whether a piece of the same title is the work that was adopted. */
export function isSameWork(adoptedOn: Day, publishedOn: Day): boolean {
  const days = daysBetween(publishedOn, adoptedOn)
  return days <= MATCHED.before && days >= -MATCHED.after
}

/** Columns of the pieces that are an adopted work, each once. */
export function columnsOf(
  adoptedOn: Day,
  pieces: readonly { readonly day: Day; readonly column: string }[],
): string[] {
  const same = pieces.filter(({ day }) => isSameWork(adoptedOn, day))
  return [...new Set(same.map(({ column }) => column))]
}
