import type { AdoptionAnswer, EvidenceSection, LevelRow } from '#shared/contract/adoption.ts'
import { LEVELS } from '#shared/ledgers/dictionaries.ts'
import { yearMonths } from '#shared/metrics/evaluate.ts'
import { countedAdoptions, sumOfPoints } from '#shared/metrics/adoption/points.ts'
import type { Counting } from '#shared/settings/points.ts'
import type { BoardScope } from '../scope.ts'
import type { ScoredUse } from './counted.ts'
import { shown, type RecordedUse } from './uses.ts'

const LEVEL_IDS: readonly string[] = Object.keys(LEVELS)

/** Levels that hold any use, highest first; what is in no dictionary last. */
function levelsOf(...lists: readonly (readonly RecordedUse[])[]): string[] {
  const found = new Set(lists.flatMap((uses) => uses.map(({ level }) => level)))
  const known = LEVEL_IDS.filter((level) => found.delete(level))
  return [...known, ...found]
}

const countBy = (uses: readonly RecordedUse[], keyOf: (use: RecordedUse) => string) => {
  const counts = new Map<string, number>()
  for (const use of uses) counts.set(keyOf(use), (counts.get(keyOf(use)) ?? 0) + 1)
  return counts
}

/** Uses, works and points of each level, with last year's uses of the same days. */
export function levelRows(
  counting: Counting,
  uses: readonly ScoredUse[],
  before: readonly RecordedUse[] | null,
): LevelRow[] {
  const counted = countedAdoptions(counting, uses)
  const past = before && countBy(before, ({ level }) => level)
  return levelsOf(uses, before ?? []).map((level) => {
    const own = uses.filter((use) => use.level === level)
    const kept = counted.filter((use) => use.level === level)
    return {
      level,
      uses: own.length,
      before: past && (past.get(level) ?? 0),
      works: new Set(own.map(({ work }) => work)).size,
      counted: kept.length,
      points: sumOfPoints(kept.map(({ points }) => points)),
    }
  })
}

const MOST_OUTLETS = 20

/** Outlets by uses with last year's; those that fell silent stand among them with none. */
export function outletRows(
  uses: readonly RecordedUse[],
  before: readonly RecordedUse[] | null,
): AdoptionAnswer['outlets'] {
  const now = countBy(uses, ({ outlet }) => outlet)
  const past = before && countBy(before, ({ outlet }) => outlet)
  const levels = new Map([...(before ?? []), ...uses].map(({ outlet, level }) => [outlet, level]))
  const rows = [...levels].map(([outlet, level]) => ({
    outlet,
    level,
    uses: now.get(outlet) ?? 0,
    before: past && (past.get(outlet) ?? 0),
  }))
  const sorted = rows.toSorted(
    (a, b) =>
      b.uses - a.uses || (b.before ?? 0) - (a.before ?? 0) || (a.outlet < b.outlet ? -1 : 1),
  )
  return { all: sorted.length, rows: sorted.slice(0, MOST_OUTLETS) }
}

const MOST_LACKING = 12

/** How many uses of each level have a link or a file, and the latest of those with neither. */
export function evidenceSection(uses: readonly RecordedUse[]): EvidenceSection {
  const hasAny = ({ link, hasFile }: RecordedUse) => link !== null || hasFile
  return {
    byLevel: levelsOf(uses).map((level) => {
      const own = uses.filter((use) => use.level === level)
      return {
        level,
        uses: own.length,
        evidenced: own.filter(hasAny).length,
        linked: own.filter(({ link }) => link !== null).length,
        filed: own.filter(({ hasFile }) => hasFile).length,
      }
    }),
    lacking: uses
      .filter((use) => !hasAny(use))
      .toReversed()
      .slice(0, MOST_LACKING)
      .map(shown),
  }
}

/** How uses came about, most first; '' where nobody said. */
export const kindRows = (uses: readonly RecordedUse[]): AdoptionAnswer['kinds'] =>
  [...countBy(uses, ({ kind }) => kind)]
    .map(([kind, count]) => ({ kind, uses: count }))
    .toSorted((a, b) => b.uses - a.uses)

/** Uses a level month by month over the period's year and the year before, from kept sums. */
export async function levelMonths({
  evaluate,
  period,
}: BoardScope): Promise<AdoptionAnswer['months']> {
  const { year, before } = yearMonths(period)
  const [now, past] = await Promise.all([
    evaluate.months('adopted', year, 'level'),
    evaluate.months('adopted', before, 'level'),
  ])
  const found = new Set([...now, ...past].flatMap(({ parts }) => parts.map(({ value }) => value)))
  const values = (points: typeof now, level: string) =>
    points.map(({ figure, parts }) => {
      if (figure.state !== 'counted') return null
      return parts.find(({ value }) => value === level)?.amount ?? 0
    })
  return LEVEL_IDS.filter((level) => found.has(level)).map((level) => ({
    level,
    values: values(now, level),
    before: values(past, level),
    partial: now.map(({ figure }) => figure.state === 'counted' && !figure.complete),
  }))
}
