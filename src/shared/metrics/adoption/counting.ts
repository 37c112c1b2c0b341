import { COUNTINGS, type Counting, type PointRule } from '../../settings/points.ts'
import { adoptionPoints, countedAdoptions, positionClass, sumOfPoints, type Use } from './points.ts'

/** How an adoption's points come about: base × percent, in whole hundredths. */
export interface Working {
  /** Points of its level before any multiplier. */
  readonly base: number
  readonly percent: number
  /** The rule's word that its position holds; null where none fits. */
  readonly word: string | null
  readonly points: number
}

/** An adoption's points with their working; without a rule nothing is worth any. */
export function workingOf(
  rule: PointRule | null,
  { level, position }: { readonly level: string; readonly position: string | null },
): Working {
  if (!rule) return { base: 0, percent: 100, word: null, points: 0 }
  const placed = positionClass(rule, position)
  return {
    base: adoptionPoints(rule, level, null),
    percent: placed?.percent ?? 100,
    word: placed?.word ?? null,
    points: adoptionPoints(rule, level, position),
  }
}

/** Uses that count under one counting, and their points in whole hundredths. */
export interface CountingTotal {
  readonly counting: Counting
  readonly uses: number
  readonly points: number
}

/** The total under every counting, the plain one first. */
export const countingTotals = (uses: readonly Use[]): CountingTotal[] =>
  COUNTINGS.map((counting) => {
    const counted = countedAdoptions(counting, uses)
    return { counting, uses: counted.length, points: sumOfPoints(counted.map((use) => use.points)) }
  })

/** A work with all its uses; points are of those that count. */
export interface ScoredWork<U> {
  readonly work: string
  readonly points: number
  readonly uses: readonly (U & { readonly counts: boolean })[]
}

/** Works with most points first; equals by uses, then by title. A work's uses stand as given. */
export function scoredWorks<U extends Use>(
  counting: Counting,
  uses: readonly U[],
): ScoredWork<U>[] {
  const counted = new Set(countedAdoptions(counting, uses))
  const works = new Map<string, (U & { counts: boolean })[]>()
  for (const use of uses) {
    const own = works.get(use.work)
    const said = { ...use, counts: counted.has(use) }
    if (own) own.push(said)
    else works.set(use.work, [said])
  }
  return [...works]
    .map(([work, own]) => ({
      work,
      points: sumOfPoints(own.filter(({ counts }) => counts).map(({ points }) => points)),
      uses: own,
    }))
    .toSorted((a, b) => b.points - a.points || b.uses.length - a.uses.length || order(a, b))
}

const order = (a: { readonly work: string }, b: { readonly work: string }): number =>
  a.work === b.work ? 0 : a.work < b.work ? -1 : 1
