import type { Cause } from '../../contract/reconcile.ts'

/** A named amount: a month's, a part's, another figure's. */
export interface Named {
  readonly name: string
  readonly value: number
}

/** What two ways to a figure that differ are looked at against; all in the metric's own unit. */
export interface CauseFacts {
  readonly left: number
  readonly right: number
  /** What the stated parts of the stated total add up to; null without any. */
  readonly statedSum: number | null
  /** What the ledgers count, where the pair is a stated total against its stated parts; else null. */
  readonly counted: number | null
  /** Of a quoted growth: the stated figure less what was counted a year before. */
  readonly statedGrowth: number | null
  readonly lastYear: number | null
  /** Other figures that people take for this one: works instead of uses, another ledger. */
  readonly others: readonly Named[]
  readonly months: readonly Named[]
  readonly parts: readonly Named[]
  /** How far apart two amounts may be that were rounded for print; 0 for whole numbers. */
  readonly rounding: number
}

/**
 * Likely causes of a difference, the most telling first; guesses by arithmetic, never findings. An
 * amount of which a month or part makes more than one match is named once each. Empty where no rule
 * fits, or where nothing differs.
 */
export function likelyCauses(facts: CauseFacts): Cause[] {
  const {
    left,
    right,
    statedSum,
    counted,
    statedGrowth,
    lastYear,
    others,
    months,
    parts,
    rounding,
  } = facts
  const gap = Math.abs(left - right)
  if (gap === 0) return []
  const is = (value: number | null): boolean => value !== null && value !== 0 && value === left
  const matching = (list: readonly Named[], kind: Cause['kind'], amount: number): Cause[] =>
    list.flatMap(({ name, value }) => (value !== 0 && value === amount ? [{ kind, name }] : []))
  return [
    ...(rounding > 0 && gap < rounding ? [cause('rounded')] : []),
    ...(statedSum === right || counted === right ? [cause('statedSum')] : []),
    ...(counted === left ? [cause('countedTotal')] : []),
    ...(statedGrowth === left ? [cause('statedGrowth')] : []),
    ...matching(others, 'otherFigure', left),
    ...(is(lastYear) ? [cause('lastYear')] : []),
    ...(isShifted(left, right) ? [cause('zeros')] : []),
    ...(isSwapped(left, right) ? [cause('swapped')] : []),
    ...matching(months, 'month', gap),
    ...matching(parts, 'part', gap),
  ]
}

const cause = (kind: Cause['kind']): Cause => ({ kind, name: '' })

/** Whether one amount is ten, a hundred … ten thousand times the other. */
function isShifted(a: number, b: number): boolean {
  const [small, large] = Math.abs(a) < Math.abs(b) ? [a, b] : [b, a]
  return small !== 0 && [10, 100, 1000, 10_000].some((times) => small * times === large)
}

/** Whether two whole numbers differ by two neighbouring digits that changed places. */
function isSwapped(a: number, b: number): boolean {
  const [left, right] = [String(a), String(b)]
  if (!Number.isInteger(a) || !Number.isInteger(b) || left.length !== right.length) return false
  const places = [...left].flatMap((digit, i) => (digit === right[i] ? [] : [i]))
  const [first, second] = places
  if (places.length !== 2 || first === undefined || second !== first + 1) return false
  return left[first] === right[second] && left[second] === right[first]
}
