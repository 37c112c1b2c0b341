import { LEVELS } from '../../ledgers/dictionaries.ts'
import type { Counting, PointRule } from '../../settings/points.ts'
import { under } from '../../under.ts'

/**
 * Points of one piece in whole hundredths: what the rule gives its form; 0 for a form the rule
 * leaves out and for a piece without one.
 */
export const piecePoints = (rule: PointRule, form: string | null): number =>
  form === null ? 0 : (under(rule.pieces, form) ?? 0)

/**
 * Points of one adoption in whole hundredths: the level's points times the multiplier of its
 * position, rounded half up to a hundredth. 0 for a level the rule leaves out. Shape of the rule:
 * `score = base(level) × position multiplier`, as in 蒲江县's (front page ×2).
 */
export function adoptionPoints(rule: PointRule, level: string, position: string | null): number {
  return multiplied(
    under(rule.adoptions, level) ?? 0,
    positionClass(rule, position)?.percent ?? 100,
  )
}

/** A level's base points times a percentage, in whole hundredths, rounded half up. */
export const multiplied = (base: number, percent: number): number =>
  Math.round((base * percent) / 100)

/**
 * The rule's word that a position holds, with its multiplier in percent; null where none fits.
 * Where several fit (头版 and 新闻联播) the largest holds alone: multipliers never multiply each other.
 */
export function positionClass(
  rule: PointRule,
  position: string | null,
): PointRule['positions'][number] | null {
  const fitting = rule.positions.filter(({ word }) => word !== '' && position?.includes(word))
  return fitting.reduce<PointRule['positions'][number] | null>(
    (largest, entry) => (largest && largest.percent >= entry.percent ? largest : entry),
    null,
  )
}

/** One use of a work by an outlet, as far as counting needs it. `points` decides between equals. */
export interface Use {
  readonly id: string
  readonly work: string
  readonly level: string
  readonly day: string
  readonly points: number
}

/**
 * The uses that count under a rule, in the order given. `highestPerWork` keeps one use a work, at
 * its highest level; `highestPerLevel` one use a work and level. Among uses of the same level the
 * one with most points stays, then the earliest, then the smaller id. Works are told apart by their
 * title (原稿标题) and nothing else. Source: the rules of 镇江开发区 and 蒲江县.
 */
export function countedAdoptions<U extends Use>(counting: Counting, uses: readonly U[]): U[] {
  if (counting === 'everyUse') return [...uses]
  const kept = new Map<string, U>()
  for (const use of uses) {
    const key = counting === 'highestPerWork' ? use.work : `${use.level}\u001F${use.work}`
    const held = kept.get(key)
    if (!held || stands(use, held)) kept.set(key, use)
  }
  const chosen = new Set(kept.values())
  return uses.filter((use) => chosen.has(use))
}

/** Whether a use takes the place of another of the same work. */
function stands(use: Use, held: Use): boolean {
  const byLevel = rank(use.level) - rank(held.level)
  if (byLevel !== 0) return byLevel < 0
  if (use.points !== held.points) return use.points > held.points
  return use.day === held.day ? use.id < held.id : use.day < held.day
}

const ORDER: readonly string[] = Object.keys(LEVELS)

/** 0 for the highest level; a level that is in no dictionary stands below all. */
function rank(level: string): number {
  const at = ORDER.indexOf(level)
  return at === -1 ? ORDER.length : at
}

/** Points added up: whole hundredths stay whole, so the sum is exact. */
export const sumOfPoints = (points: readonly number[]): number =>
  points.reduce((sum, each) => sum + each, 0)
