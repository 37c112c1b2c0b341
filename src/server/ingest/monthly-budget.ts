import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { keyOf } from '../store/cells.ts'
import { isYearly } from './coverage.ts'
import { headingOf } from './heading.ts'
import { mapColumns } from './map-columns.ts'
import type { Plan, Recognised } from './recognise.ts'
import type { Reader } from './row-reader.ts'
import { warn, type Note } from './section-notes.ts'

/** Whether a sheet says each month anew what is of the whole year. */
export const isSaidMonthly = ({ head }: Recognised, { ledger }: Plan): boolean =>
  isYearly(ledger) && mapColumns('payments', head).some(({ field }) => field === 'paidOn')

/** The records of such a sheet: of those of one key the last, for a line of a budget is one however often it is said. */
export function oncePerKey({ plan }: Pick<Reader, 'plan'>, records: readonly Row[]): Row[] {
  const ledger = ledgerOf(plan.ledger)
  return [...new Map(records.map((record) => [keyOf(ledger, record), record])).values()]
}

/** What tells records of this plan apart and is still asked of the other: loaded without it now, they would come anew. */
export function laterKeyNotes({ found, plan }: Reader): Note[] {
  const { key, fields, label } = ledgerOf(plan.ledger)
  const asked = found.plans.flatMap((other) => (other === plan ? [] : other.missing))
  const names = asked.flatMap((id) => (key.includes(id) ? `“${fields[id]?.label ?? id}”` : []))
  if (names.length === 0) return []
  const all = names.join('、')
  return [warn(`${all}也用来分清${label}的记录：先在预算项目里定下再一起导入，以后补上再导会重复`)]
}

/** What a sheet says was paid and is not read, since nobody can tell in which month. */
export function unreadSpendingNotes({ sheet, found, plan }: Reader): Note[] {
  const isAlone = found.plans.every(({ ledger }) => ledger !== 'payments')
  if (plan.ledger !== 'budgetLines' || !isAlone) return []
  const first = (found.head.rows.at(-1) ?? 0) + 1
  const unread = plan.columns.filter(
    ({ how, column }) =>
      (how === 'unused' || how === 'total') &&
      SPENT.test(headingOf(column.text).bare) &&
      sheet.cells
        .slice(first)
        .some((row) => typeof row[column.index] !== 'undefined' && row[column.index] !== null),
  )
  const names = unread.map(({ column }) => `“${column.text}”`).join('、')
  return unread.length === 0
    ? []
    : [
        warn(
          `${names}没有导入：看不出是哪个月付的。一列一个月，列名写“1月”“2月”（累计的写“1月累计”“2月累计”），或一张表一个月、表名写明月份、列名写“本月支出”，就能读成每月的支出`,
        ),
      ]
}

const SPENT = /(支出|支付|执行|使用)(数|额|金额|情况)?$|^(已支付|已支出|已执行|已使用)/
