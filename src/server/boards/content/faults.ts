import type { ReviewFault, ReviewFaults } from '#shared/contract/content.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { pick } from '#shared/metrics/tally.ts'
import { eachMonth, firstDay, lastDay, monthOf } from '#shared/time/day.ts'
import { intersect, type Interval } from '#shared/time/period.ts'
import { breathe } from '../../store/turns.ts'
import { rememberedRead } from '../remembered.ts'
import { text } from '../adoption/uses.ts'
import type { BoardScope } from '../scope.ts'

const MOST = 10

const CELLS = [
  ...(['id', 'day', 'title', 'platform', 'publishedAt', 'signedAt'] as const),
  ...(['firstReviewer', 'secondReviewer', 'finalReviewer'] as const),
]

interface Broken {
  readonly field: string
  readonly word: string
}

const SAME_REVIEWER: Broken = { field: 'sameReviewer', word: 'yes' }
const EARLY: Broken = { field: 'signing', word: 'before' }

/** Pieces of some days that a review rule does not hold for, latest first. */
async function faultsOf(
  { store }: Pick<BoardScope, 'store'>,
  { field, word }: Broken,
  days: Interval,
  limit?: number,
): Promise<readonly ReviewFault[]> {
  const rows = await store.cells({
    ledger: 'pieces',
    fields: CELLS,
    filters: [
      { field: 'day', ...days },
      { field, in: [word] },
    ],
    sort: { field: 'day', descending: true },
    ...(limit !== undefined && { limit }),
  })
  return rows.map(faultOf)
}

const sameReviewer = rememberedRead((scope, days) => faultsOf(scope, SAME_REVIEWER, days, MOST))
const early = rememberedRead((scope, days) => faultsOf(scope, EARLY, days, MOST))

/** Some years of months. */
const MOST_MONTHS = 120

/** Month by month, latest first: a write moves its month alone, and of a large ledger all would hold the desk up. */
function byMonth(broken: Broken) {
  const ofMonth = rememberedRead(
    (scope, days: Interval) => faultsOf(scope, broken, days),
    MOST_MONTHS,
  )
  return rememberedRead(async (scope, { from, to }): Promise<readonly ReviewFault[]> => {
    const faults: (readonly ReviewFault[])[] = []
    for (const month of eachMonth(monthOf(from), monthOf(to)).toReversed()) {
      const own = intersect({ from: firstDay(month), to: lastDay(month) }, { from, to })
      if (own) faults.push(await ofMonth(scope, own))
      await breathe()
    }
    return faults.flat()
  })
}

/** All pieces of some days that a rule of review does not hold for. */
export const reviewFaults = {
  sameReviewer: byMonth(SAME_REVIEWER),
  early: byMonth(EARLY),
}

/** How reviews were written down over the period, and the latest faults among them. */
export async function faultsSection(scope: BoardScope): Promise<ReviewFaults | null> {
  const { from, to } = scope.period
  const days = { from, to }
  const count = (measure: string, cut: readonly string[]) =>
    scope.tallies.over({ ledger: 'pieces', measure, cut }, days)
  const [reviews, twice, before, signed, twiceRows, beforeRows] = await Promise.all([
    count('records', ['reviews']),
    count('sameReviewer', []),
    count('early', []),
    count('signed', []),
    sameReviewer(scope, days),
    early(scope, days),
  ])
  if (!reviews || !twice || !before || !signed) return null
  const named = (word: string): number => pick(reviews, word).records
  return {
    reviews: { three: named('three'), some: named('some'), none: named('none') },
    sameReviewer: { all: pick(twice).records, rows: [...twiceRows] },
    early: { all: pick(before).records, rows: [...beforeRows], of: pick(signed).records },
  }
}

const faultOf = (row: Row): ReviewFault => ({
  id: text(row.id),
  day: text(row.day),
  title: text(row.title),
  platform: text(row.platform),
  reviewers: [row.firstReviewer, row.secondReviewer, row.finalReviewer].map(text),
  publishedAt: text(row.publishedAt),
  signedAt: text(row.signedAt),
})
