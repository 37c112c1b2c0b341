import type { ActAnswer } from '#shared/contract/acts.ts'
import type { ChangeAnswer } from '#shared/contract/history.ts'
import { countText } from '#shared/headlines/figure-words.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { changePhrases } from './record-words.ts'

/** What was done to a record: `把 阅读量 从 空 改为 12,000`. */
export function changeWords({
  ledger,
  action,
  before,
  after,
}: Pick<ChangeAnswer, 'ledger' | 'action' | 'before' | 'after'>): string {
  const changes = changePhrases(ledger, before, after).join('，')
  if (action === 'remove') return '删除了这条记录'
  if (action === 'restore') return ['恢复了这条记录', changes].filter(Boolean).join('：')
  return changes || '保存了一次，内容没有变'
}

/** What an act was: `导入 采用台账2024.xlsx`, `撤回 采用台账2024.xlsx`. */
export function actTitle({ kind, title, isTakeBack }: ActAnswer): string {
  if (isTakeBack) return `撤回：${title}`
  return kind === 'import' ? `导入：${title}` : title
}

/** What an act did to a ledger: `新增 1,044 条` leads to what it brought in, `修改 3 条，删除 1 条`. */
export interface ActPhrase {
  readonly ledger: LedgerId
  readonly added: string
  readonly touched: string
}

/** A phrase for every ledger an act did something to. */
export function actPhrases({ counts }: ActAnswer): ActPhrase[] {
  return counts.flatMap(({ ledger, added, changed, removed, restored }) => {
    const { unit } = ledgerOf(ledger)
    const counted = (word: string, records: number): string[] =>
      records > 0 ? [`${word} ${countText(records)} ${unit}`] : []
    const touched = [
      ...counted('修改', changed),
      ...counted('删除', removed),
      ...counted('恢复', restored),
    ]
    const phrase = { ledger, added: counted('新增', added).join(''), touched: touched.join('，') }
    return phrase.added || phrase.touched ? [phrase] : []
  })
}
