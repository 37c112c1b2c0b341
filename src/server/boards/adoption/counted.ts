import type { AdoptionAnswer, CountingSection, StandingRow } from '#shared/contract/adoption.ts'
import {
  countingTotals,
  scoredWorks,
  workingOf,
  type Working,
} from '#shared/metrics/adoption/counting.ts'
import { standings } from '#shared/metrics/adoption/ranking.ts'
import { countedAdoptions } from '#shared/metrics/adoption/points.ts'
import { rulesFor } from '#shared/metrics/content/staff-points.ts'
import type { Counting, PointRule } from '#shared/settings/points.ts'
import { shown, type RecordedUse } from './uses.ts'

export type ScoredUse = RecordedUse & Working

/** The rule and the counting that an address asks for, else the year's rule and its own counting. */
export interface Chosen {
  readonly rule: PointRule | null
  readonly counting: Counting
}

export function chosenRule(
  rules: readonly PointRule[],
  year: number,
  asked: { readonly counting?: Counting | undefined; readonly rule?: string | undefined },
): Chosen {
  const { rule } = rulesFor(rules, year, asked.rule)
  return { rule, counting: asked.counting ?? rule?.counting ?? 'everyUse' }
}

export const scoredUses = (rule: PointRule | null, uses: readonly RecordedUse[]): ScoredUse[] =>
  uses.map((use) => ({ ...use, ...workingOf(rule, use) }))

const MOST_WORKS = 30

/** Both totals, the rule, and the works with most points with their working. */
export function countingSection(
  { rule, counting }: Chosen,
  rules: readonly PointRule[],
  uses: readonly ScoredUse[],
): CountingSection {
  const works = scoredWorks(counting, uses)
  return {
    chosen: counting,
    own: rule?.counting ?? null,
    rule: rule && { name: rule.name, year: rule.year },
    rules: rules.map(({ name }) => name),
    totals: countingTotals(uses),
    works: works.length,
    repeated: works.filter((work) => work.uses.length > 1).length,
    placed: uses.filter(({ percent }) => percent !== 100).length,
    unscored: rule ? uses.filter(({ base }) => base === 0).length : 0,
    best: works.slice(0, MOST_WORKS).map((work) => ({
      ...work,
      uses: work.uses.map((use) => ({
        ...shown(use),
        base: use.base,
        percent: use.percent,
        word: use.word,
        points: use.points,
        counts: use.counts,
      })),
    })),
  }
}

const MOST_NAMES = 15

/** People or departments under a counting, each beside the same days last year where those are known. */
export function rankingSection(
  counting: Counting,
  uses: readonly ScoredUse[],
  before: readonly ScoredUse[] | null,
  nameOf: (use: ScoredUse) => string,
): AdoptionAnswer['people'] {
  const rank = (list: readonly ScoredUse[]) =>
    standings(list, countedAdoptions(counting, list), nameOf)
  const past = before && new Map(rank(before).map((standing) => [standing.name, standing]))
  const all = rank(uses)
  const row = (standing: (typeof all)[number]): StandingRow => {
    const then = past?.get(standing.name)
    const known = then && { uses: then.uses, counted: then.counted, points: then.points }
    return { ...standing, before: past && (known ?? { uses: 0, counted: 0, points: 0 }) }
  }
  return { all: all.length, rows: all.slice(0, MOST_NAMES).map(row) }
}
