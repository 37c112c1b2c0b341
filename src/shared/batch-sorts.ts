/** Batches by what people look for among them, so that the many of one sort bury none of another. */
export const BATCH_SORTS = {
  loaded: '导入',
  written: '手工录入与修改',
  events: '审核、结账、定稿',
} as const

export type BatchSort = keyof typeof BATCH_SORTS

export const BATCH_SORT_IDS = ['loaded', 'written', 'events'] as const satisfies BatchSort[]

interface Told {
  readonly kind: 'import' | 'entry' | 'example'
  readonly counts: Readonly<Record<string, unknown>>
}

/** A batch that is an event of closing, review or freezing: it stands, and nothing of it can be taken back. */
export const isEvent = ({ counts }: Pick<Told, 'counts'>): boolean =>
  [counts.closings, counts.reviews, counts.freezes].some((count) => count !== undefined)

export function sortOfBatch(batch: Told): BatchSort {
  if (batch.kind !== 'entry') return 'loaded'
  return isEvent(batch) ? 'events' : 'written'
}
