import type { LedgerId } from '#shared/ledgers/index.ts'
import { departmentFields } from '#shared/rights/rights.ts'
import { readerDepartment, rights } from '../offered.ts'

/** What a new record holds from the start where only those of one's own department may be written. */
export function ownCells(ledger: LedgerId): Readonly<Record<string, string>> {
  const named = departmentFields(ledger).find(({ list }) => list === 'departments')
  return named && rights.value?.write[ledger] === 'own'
    ? { [named.field]: readerDepartment.value }
    : {}
}
