import { countText } from '#shared/headlines/figure-words.ts'
import type * as z from 'zod/mini'
import type { BatchAnswer, undoneSchema } from '#shared/contract/imports.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'

type Counts = Pick<BatchAnswer, 'kind' | 'counts'>

/** What a batch did to each ledger, a line each; names that joined reference lists in one line. */
export function countsText({ kind, counts }: Counts): string[] {
  const touched = Object.entries(counts).flatMap(([id, count]) =>
    isLedgerId(id) ? [{ id, ...count }] : [],
  )
  const names = touched
    .filter(({ id }) => ledgerOf(id).kind === 'list')
    .reduce((sum, { added }) => sum + added, 0)
  const lines = touched.flatMap((count) => (kind === 'entry' ? handLine(count) : importLine(count)))
  const all = names > 0 ? [...lines, `名录新增 ${countText(names)} 个名称`] : lines
  return kind === 'entry' && all.length === 0 ? ['没有动到记录'] : all
}

type Count = BatchAnswer['counts'][string] & { readonly id: LedgerId }

const line = (id: LedgerId, parts: readonly (string | false)[]): string =>
  `${ledgerOf(id).label}：${parts.filter((part) => part !== false).join('，')} ${ledgerOf(id).unit}`

function importLine({ id, added, changed, same, left = 0 }: Count): string[] {
  if (ledgerOf(id).kind !== 'book') return []
  const parts = [
    `新增 ${countText(added)}`,
    changed > 0 && `更新 ${countText(changed)}`,
    same > 0 && `原有 ${countText(same)}`,
    left > 0 && `属于已结账月份、未入库 ${countText(left)}`,
  ]
  return [line(id, parts)]
}

/** Of what was done by hand only what was done, to whatever the desk keeps. */
function handLine({ id, added, changed, same, removed = 0, restored = 0 }: Count): string[] {
  const parts = [
    added > 0 && ledgerOf(id).kind !== 'list' && `新增 ${countText(added)}`,
    changed > 0 && `修改 ${countText(changed)}`,
    removed > 0 && `删除 ${countText(removed)}`,
    restored > 0 && `恢复 ${countText(restored)}`,
    same > 0 && ledgerOf(id).kind === 'book' && `原有 ${countText(same)}`,
  ]
  return parts.some((part) => part !== false) ? [line(id, parts)] : []
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
