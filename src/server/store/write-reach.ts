import { DeskError } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { departmentFields, type Reach } from '#shared/rights/rights.ts'

/** A change of one record: `before` null where it is new or was removed, `after` where it goes. */
export type Gate = (change: {
  readonly ledger: LedgerId
  readonly before: Row | null
  readonly after: Row | null
}) => void

/** What somebody may write, as data: a write in another thread is held to it as well. */
export interface WriteReach {
  readonly ledgers: ReadonlyMap<LedgerId, Reach>
  readonly department: string
  /** Names of the department's people. */
  readonly people: readonly string[]
}

/**
 * Lets through records of ledgers in reach, of the own department where it reaches no further. What the
 * desk keeps itself follows its route's right, and names that records use join their lists.
 */
export function gateOf({ ledgers, department, people }: WriteReach): Gate {
  return ({ ledger, before, after }) => {
    const { kind, label } = ledgerOf(ledger)
    if (kind === 'desk' || (kind === 'list' && before === null)) return
    const reach = ledgers.get(ledger)
    if (reach === undefined) throw new DeskError('RIGHT_MISSING', `填写${label}`)
    if (reach === 'all') return
    const rows = [before, after].filter((row) => row !== null)
    if (!rows.every((row) => isOwn(ledger, row, department, people)))
      throw new DeskError('ROWS_NOT_OWN', label)
  }
}

/** Whether a record names a department, or one of its people. */
export const isOwn = (
  ledger: LedgerId,
  row: Row,
  department: string,
  people: readonly string[],
): boolean =>
  department !== '' &&
  departmentFields(ledger).some(({ field, list }) =>
    list === 'departments' ? row[field] === department : people.includes(String(row[field] ?? '')),
  )
