import { countText } from '#shared/headlines/figure-words.ts'
import type { BatchAnswer } from '#shared/contract/imports.ts'
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
