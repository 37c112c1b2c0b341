import type { Cell, Field } from '#shared/ledgers/define.ts'
import { wordOf } from '#shared/ledgers/define.ts'
import { fenToYuan } from '#shared/money.ts'
import { durationLabel } from '#shared/time/words.ts'

/** A cell of a field as the tables print it; what was not filled in is a dash, never a zero. */
export function cellText(field: Field, cell: Cell): string {
  if (cell === null) return '—'
  if (field.isPrivate) return '●●●'
  if (typeof cell === 'number') {
    if (field.kind === 'money') return fenToYuan(cell)
    if (field.kind === 'seconds') return durationLabel(cell)
    return cell.toLocaleString('zh-CN')
  }
  return field.kind === 'dateTime' ? cell.replace('T', ' ') : wordOf(field, cell)
}
