import { readRecord, type RecordAnswer } from '#shared/contract/records.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { call } from '../api/client.ts'
import { codeOf } from '../api/problem.ts'
import { cellText } from '#shared/headlines/cell-text.ts'
import type { Draft } from './draft.ts'

/** A record somebody else wrote while one typed into it: both values of each cell typed. */
export interface Clash {
  readonly record: RecordAnswer
  readonly name: string
  readonly cells: readonly {
    readonly label: string
    readonly now: string
    readonly typed: string
  }[]
}

/** Told one by one at most; the rest stands in the grid, each marked. */
const MOST = 5

/** Records as they stand now; those removed meanwhile are left out. Throws ApiError. */
export async function recordsNow(
  ledger: LedgerId,
  ids: readonly string[],
): Promise<RecordAnswer[]> {
  const answers = ids.slice(0, MOST).map(async (id) => {
    try {
      return [(await call(readRecord, { params: { ledger, id } })).record]
    } catch (error) {
      if (codeOf(error) === 'RECORD_NOT_FOUND') return []
      throw error
    }
  })
  return (await Promise.all(answers)).flat()
}

/** What of these records still waits to be written against what stands there. */
export function clashesOf(
  ledger: LedgerId,
  records: readonly RecordAnswer[],
  { changes }: Draft,
): Clash[] {
  const { fields } = ledgerOf(ledger)
  return records.flatMap((record) => {
    const change = changes[record.id]
    if (!change) return []
    const cells = Object.entries(change.cells).flatMap(([id, text]) => {
      const field = fields[id]
      if (!field) return []
      const now = cellText(field, record.row[id] ?? null)
      return [
        { label: field.label, now, typed: field.options?.[text]?.label ?? (text || '（清空）') },
      ]
    })
    return [{ record, name: change.name, cells }]
  })
}
