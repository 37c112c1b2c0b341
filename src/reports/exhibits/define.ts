import type { SlideExhibit } from '#shared/contract/decks.ts'
import type { Answer } from '#shared/contract/figures.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import type { PageId, Pages } from '../pages.ts'

/** A chart or a table with the finding it shows. */
export interface Shown {
  readonly title: string
  readonly subtitle: string
  readonly exhibit: SlideExhibit
  /** Metrics drawn, the leading one first: their 口径 stands below. */
  readonly metrics: readonly MetricId[]
  /** The figure that is spoken of; null where it is a list. */
  readonly answer: Answer | null
}

/** What can be shown of the pages: one chart or table, made from their answers alone. */
export interface Exhibit {
  readonly label: string
  readonly page: PageId
  /** Null where the pages know nothing of it. */
  show(pages: Pages): Shown | null
}

/** A table whose columns are set to the right where `numbers` says so. */
export const table = (
  columns: readonly string[],
  numbers: readonly boolean[],
  rows: readonly (readonly string[])[],
): SlideExhibit => ({
  kind: 'table',
  columns: [...columns],
  numbers: [...numbers],
  rows: rows.map((row) => [...row]),
})
