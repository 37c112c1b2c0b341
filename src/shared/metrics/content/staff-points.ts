import type { PointRule } from '../../settings/points.ts'
import { piecePoints } from '../adoption/points.ts'

/** How many pieces of one form somebody has; a form left empty is ''. */
export interface FormCount {
  readonly form: string
  readonly count: number
}

/** Points of pieces by form in whole hundredths: each form's points times its pieces. */
export const formPoints = (rule: PointRule, forms: readonly FormCount[]): number =>
  forms.reduce((sum, { form, count }) => sum + piecePoints(rule, form || null) * count, 0)

/** Pieces of forms to which a rule gives nothing. */
export const unscoredPieces = (rule: PointRule, forms: readonly FormCount[]): number =>
  forms.reduce((sum, { form, count }) => {
    return piecePoints(rule, form || null) === 0 ? sum + count : sum
  }, 0)

/**
 * The rule a year's work is counted under, and the one beside it: the chosen one where the name is
 * known, else the newest up to that year, else the oldest; beside it the newest of an earlier year,
 * else any other. So that a change of rule is not read as a change of work.
 */
export function rulesFor(
  rules: readonly PointRule[],
  year: number,
  chosen: string | undefined,
): { readonly rule: PointRule | null; readonly other: PointRule | null } {
  const newest = rules.toSorted((a, b) => b.year - a.year)
  const own = newest.find((rule) => rule.year <= year) ?? newest.at(-1)
  const rule = newest.find(({ name }) => name === chosen) ?? own ?? null
  const others = newest.filter((each) => each !== rule)
  const other = others.find((each) => rule !== null && each.year < rule.year) ?? others[0] ?? null
  return { rule, other }
}
