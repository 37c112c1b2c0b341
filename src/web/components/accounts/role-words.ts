import { ledgerOf } from '#shared/ledgers/index.ts'
import { LEDGER_RIGHT_IDS, LEDGER_RIGHTS } from '#shared/rights/right.ts'
import { GRANTED_LEDGERS, type Role } from '#shared/rights/roles.ts'

/** What a role may do with ledgers, a line a right: `查看：发稿台账、上级采用台账`. */
export function roleInWords(role: Pick<Role, 'every' | 'ledgers'>): string[] {
  return LEDGER_RIGHT_IDS.flatMap((right) => {
    const own = GRANTED_LEDGERS.filter((id) => role.ledgers[id]?.includes(right))
    const names = own.map((id) => ledgerOf(id).label).join('、')
    const which = role.every.includes(right) ? '全部台账' : names
    return which === '' ? [] : [`${LEDGER_RIGHTS[right].label}：${which}`]
  })
}
