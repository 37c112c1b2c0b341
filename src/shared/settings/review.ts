import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'

/** What a centre sets for itself on the review of data. */
export const reviewSettingsSchema = z.object({
  /** Ledgers whose records count only once they are reviewed. */
  leftOut: z.array(z.enum(LEDGER_IDS)),
})

export type ReviewSettings = z.infer<typeof reviewSettingsSchema>

/** Everything counts, so that nothing changes for a centre that does not review. */
export const REVIEW_SETTINGS: ReviewSettings = { leftOut: [] }
