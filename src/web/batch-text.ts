import { countText } from '#shared/headlines/figure-words.ts'
import type * as z from 'zod/mini'
import type { BatchAnswer, undoneSchema } from '#shared/contract/imports.ts'
import { isLedgerId, ledgerOf } from '#shared/ledgers/index.ts'

/** What a batch did to each ledger, a line each; names that joined reference lists in one line. */
export function countsText({ counts }: Pick<BatchAnswer, 'counts'>): string[] {
  const touched = Object.entries(counts).flatMap(([id, count]) =>
    isLedgerId(id) ? [{ id, ...count }] : [],
  )
  const books = touched.filter(({ id }) => ledgerOf(id).kind === 'book')
  const names = touched
    .filter(({ id }) => ledgerOf(id).kind === 'list')
    .reduce((sum, { added }) => sum + added, 0)
  const lines = books.map(({ id, added, changed, same, left = 0 }) => {
    const { label, unit } = ledgerOf(id)
    const parts = [
      `新增 ${countText(added)}`,
      changed > 0 && `更新 ${countText(changed)}`,
      same > 0 && `原有 ${countText(same)}`,
      left > 0 && `属于已结账月份、未入库 ${countText(left)}`,
    ]
    return `${label}：${parts.filter((part) => part !== false).join('，')} ${unit}`
  })
  return names > 0 ? [...lines, `名录新增 ${countText(names)} 个名称`] : lines
}

/** A batch that is an event of closing, review or freezing: it stands, and nothing of it can be taken back. */
export const isEvent = ({ counts }: Pick<BatchAnswer, 'counts'>): boolean =>
  [counts.closings, counts.reviews, counts.freezes].some((count) => count !== undefined)

/** Batches by what people look for among them, so that the many of one sort bury none of another. */
export const BATCH_SORTS = {
  loaded: '导入',
  written: '手工录入与修改',
  events: '审核、结账、定稿',
} as const
export type BatchSort = keyof typeof BATCH_SORTS

export function sortOfBatch(batch: Pick<BatchAnswer, 'counts' | 'kind'>): BatchSort {
  if (batch.kind !== 'entry') return 'loaded'
  return isEvent(batch) ? 'events' : 'written'
}

/** What taking a batch back does: `移除 1 条，恢复或改回 2 条，…，名录移除 4 个名称`. */
export function undoneText({
  removed,
  restored,
  kept,
  untold = 0,
  names = 0,
}: z.infer<typeof undoneSchema>): string {
  const parts = [
    removed > 0 && `移除 ${countText(removed)} 条`,
    restored > 0 && `恢复或改回 ${countText(restored)} 条`,
    kept > 0 && `原样保留 ${countText(kept)} 条（别的批次也有，或之后改过）`,
    names > 0 && `名录移除 ${countText(names)} 个名称`,
  ]
  const told = parts.filter((part) => part !== false).join('，') || '没有记录会变'
  if (untold === 0) return `${told}。`
  return `${told}。其中 ${countText(untold)} 条另一批次也有，但那一批导入时还没有记下它写了哪些格子，所以这些记录的格子都不清空。`
}
