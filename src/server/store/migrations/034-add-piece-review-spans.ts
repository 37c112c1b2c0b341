import { addColumns, type Migration } from './migration.ts'

/** How long pieces took to be signed, in spans that lead to their records. */
export const addPieceReviewSpans: Migration = {
  name: '034-add-piece-review-spans',
  async up(db, flavour) {
    await addColumns(db, flavour, 'pieces', { reviewSpan: 'text' })
  },
}
