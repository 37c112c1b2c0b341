import type { LagSection } from '#shared/contract/adoption.ts'
import {
  isLagSpan,
  LAG_SPAN_IDS,
  LAG_SPANS,
  lagOf,
  lagSpanOf,
  lagSummary,
} from '#shared/metrics/adoption/lag.ts'
import { MATCHED } from '#shared/metrics/adoption/campaigns.ts'
import { addDays, type Day } from '#shared/time/day.ts'
import { coversAll, type Interval } from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'
import { rememberedRead } from '../remembered.ts'
import { shown, text, usesOver, type RecordedUse } from './uses.ts'

type Lagged = RecordedUse & { readonly lag: number | null }

/** Every use of some days with the days since the first piece of its title. */
const laggedUses = rememberedRead(async (scope, days): Promise<readonly Lagged[]> => {
  const { uses } = await usesOver(scope, days)
  if (uses.length === 0) return []
  const pieces = await scope.store.cells({
    ledger: 'pieces',
    fields: ['title', 'day'],
    filters: [
      { field: 'day', ...searched(days) },
      { field: 'title', in: [...new Set(uses.map(({ work }) => work))] },
    ],
  })
  const published = new Map<string, Day[]>()
  for (const { title, day } of pieces) {
    const known = published.get(text(title))
    if (known) known.push(text(day))
    else published.set(text(title), [text(day)])
  }
  return uses.map((use) => ({ ...use, lag: lagOf(use.day, published.get(use.work) ?? []) }))
})

/** The days whose pieces may be a work adopted on these. */
const searched = ({ from, to }: Interval): Interval => ({
  from: addDays(from, -MATCHED.before),
  to: addDays(to, MATCHED.after),
})

const MOST_SLOWEST = 10
const MOST_OF_SPAN = 100
const MOST_EARLY = 20

/** How long works took from publishing to adoption; `asked` names the span whose uses are listed. */
export async function lagSection(
  scope: BoardScope,
  days: Interval | null,
  asked: string | undefined,
): Promise<LagSection> {
  const all = days ? await laggedUses(scope, days) : []
  const summary = lagSummary(all.map(({ lag }) => lag))
  const known = all.flatMap((use) => (use.lag === null ? [] : [{ ...shown(use), lag: use.lag }]))
  const inSpan = (id: string) => known.filter(({ lag }) => lagSpanOf(lag) === id)
  const chosen = asked !== undefined && isLagSpan(asked) ? asked : null
  const listed = chosen ? inSpan(chosen) : known.filter(({ lag }) => lag >= 0)
  const slowest = listed.toSorted((a, b) => b.lag - a.lag || (a.day < b.day ? 1 : -1))
  const early = known.filter(({ lag }) => lag < 0)
  const { median, p90 } = summary
  return {
    ...summary,
    isPiecesWhole:
      days !== null &&
      coversAll(scope.snapshot.coverage.pieces ?? [], { ...searched(days), to: days.to }),
    medianBin: median === null ? null : lagSpanOf(median),
    p90Bin: p90 === null ? null : lagSpanOf(p90),
    bins: LAG_SPAN_IDS.map((id) => ({
      key: id,
      label: LAG_SPANS[id].label,
      value: inSpan(id).length,
    })),
    chosen,
    listed: {
      all: listed.length,
      rows: slowest.slice(0, chosen ? MOST_OF_SPAN : MOST_SLOWEST),
    },
    early: {
      all: early.length,
      rows: early.toSorted((a, b) => a.lag - b.lag).slice(0, MOST_EARLY),
    },
  }
}
