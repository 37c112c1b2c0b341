import type { BestPiece, ContentAnswer } from '#shared/contract/content.ts'
import { bestOf, comparedWithTypical, FEWEST } from '#shared/metrics/content/typical.ts'
import { pick } from '#shared/metrics/tally.ts'
import { monthPeriod, monthsOf } from '#shared/time/period.ts'
import { rememberedRead } from '../remembered.ts'
import { text } from '../adoption/uses.ts'
import type { BoardScope } from '../scope.ts'

const MOST = 10

/** A month's pieces with reads, the best of them, and how many are too few of their kind to compare. */
interface Month {
  readonly pieces: readonly BestPiece[]
  readonly byRatio: readonly BestPiece[]
  readonly byReads: readonly BestPiece[]
  readonly few: number
}

/** Months of pieces kept in memory: three years and some. */
const MONTHS = 40

/** A month's pieces with reads, each beside what is typical of its platform and form. */
const comparedMonth = rememberedRead(async ({ store }, month): Promise<Month> => {
  const rows = await store.cells({
    ledger: 'pieces',
    fields: ['id', 'day', 'title', 'platform', 'form', 'reads'],
    filters: [
      { field: 'day', ...month },
      { field: 'reads', isPresent: true },
    ],
  })
  const pieces = rows.map(({ id, day, title, platform, form, reads }) => ({
    id: text(id),
    day: text(day),
    title: text(title),
    platform: text(platform),
    form: text(form),
    reads: Number(reads),
  }))
  return topsOf(comparedWithTypical(pieces))
}, MONTHS)

/** Of the tops of some months come the tops of all of them. */
function topsOf(pieces: readonly BestPiece[]): Month {
  return {
    pieces,
    byRatio: bestOf(pieces, 'ratio', MOST),
    byReads: bestOf(pieces, 'reads', MOST),
    few: pieces.filter(({ typical }) => typical === null).length,
  }
}

/** The best pieces of the period, against the whole month's typical reads of their kind. */
export async function bestSection(
  scope: BoardScope,
  isKnown: boolean,
): Promise<ContentAnswer['best']> {
  const days = scope.period
  if (!isKnown) return { fewest: FEWEST, byRatio: [], byReads: [], read: 0, few: 0, blank: 0 }
  const [months, tallies] = await Promise.all([
    Promise.all(
      monthsOf(days).map(async (month) => {
        const { from, to } = monthPeriod(month)
        const all = await comparedMonth(scope, { from, to })
        if (from >= days.from && to <= days.to) return all
        return topsOf(all.pieces.filter(({ day }) => day >= days.from && day <= days.to))
      }),
    ),
    scope.tallies.over({ ledger: 'pieces', measure: 'reads', cut: [] }, days),
  ])
  const best = (by: 'byRatio' | 'byReads') => months.flatMap((month) => month[by])
  return {
    fewest: FEWEST,
    byRatio: bestOf(best('byRatio'), 'ratio', MOST),
    byReads: bestOf(best('byReads'), 'reads', MOST),
    read: months.reduce((sum, { pieces }) => sum + pieces.length, 0),
    few: months.reduce((sum, { few }) => sum + few, 0),
    blank: tallies ? pick(tallies).blank : 0,
  }
}
