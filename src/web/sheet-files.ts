import type { RecordsQueryText } from '#shared/contract/records.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { apiBase } from './api/client.ts'

/** Where the records of a view are handed out as a workbook. */
export function sheetAddress(ledger: LedgerId, asked: RecordsQueryText): string {
  const words = Object.entries(asked).filter(
    ([name, word]) => word !== undefined && name !== 'page' && name !== 'size',
  )
  const search = new URLSearchParams(words.map(([name, word]) => [name, String(word)])).toString()
  return `${apiBase}/ledgers/${ledger}/records.xlsx${search && `?${search}`}`
}

/** Where the empty spreadsheet of a ledger is handed out. */
export const templateAddress = (ledger: LedgerId): string =>
  `${apiBase}/ledgers/${ledger}/template.xlsx`
