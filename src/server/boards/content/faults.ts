import type { ReviewFault, ReviewFaults } from '#shared/contract/content.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { pick } from '#shared/metrics/tally.ts'
import { rememberedRead } from '../remembered.ts'
import { text } from '../adoption/uses.ts'
import type { BoardScope } from '../scope.ts'

const MOST = 10

const CELLS = [
  ...(['id', 'day', 'title', 'platform', 'publishedAt', 'signedAt'] as const),
  ...(['firstReviewer', 'secondReviewer', 'finalReviewer'] as const),
]

/** The latest pieces of some days that a review rule does not hold for. */
const latest = (field: string, word: string, most?: number) =>
  rememberedRead(async ({ store }, days): Promise<readonly ReviewFault[]> => {
    const rows = await store.cells({
      ledger: 'pieces',
      fields: CELLS,
      filters: [
        { field: 'day', ...days },
        { field, in: [word] },
      ],
      sort: { field: 'day', descending: true },
      ...(most !== undefined && { limit: most }),
    })
    return rows.map(faultOf)
  })

const sameReviewer = latest('sameReviewer', 'yes', MOST)
const early = latest('signing', 'before', MOST)

/** All pieces of some days that a rule of review does not hold for. */
export const reviewFaults = {
  sameReviewer: latest('sameReviewer', 'yes'),
  early: latest('signing', 'before'),
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
