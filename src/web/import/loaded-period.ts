import type { ImportSection } from '#shared/contract/imports.ts'
import { monthOf } from '#shared/time/day.ts'
import { coversAll, mergeIntervals, yearPeriod, type Interval } from '#shared/time/period.ts'

type Covering = Pick<ImportSection, 'ledger' | 'coverage'>

/**
 * The period to look at once these sections are loaded: the last year that one ledger covers whole,
 * else the last month covered; undefined where nothing covers days.
 */
export function loadedPeriod(sections: readonly Covering[]): string | undefined {
  const byLedger = new Map<string, Interval[]>()
  for (const { ledger, coverage } of sections) {
    if (ledger && coverage) byLedger.set(ledger, [...(byLedger.get(ledger) ?? []), coverage])
  }
  const spans = [...byLedger.values()].map(mergeIntervals)
  const years = spans
    .flat()
    .flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)])
    .filter((year) => spans.some((covered) => coversAll(covered, yearPeriod(Number(year)))))
  const last = spans
    .flatMap((covered) => covered.map(({ to }) => to))
    .sort()
    .at(-1)
  return years.sort().at(-1) ?? (last === undefined ? undefined : monthOf(last))
}
