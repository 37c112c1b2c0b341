import { meets, type Cell, type Ledger, type Row } from './define.ts'

/** What one record adds to the kept sums. */
export interface Contribution {
  readonly measure: string
  /** Cut fields joined by `+`; '' for the total. */
  readonly cut: string
  /** `YYYY-MM-DD` and `YYYY-MM`; a record dated to the month or year adds to the month alone. */
  readonly at: readonly string[]
  readonly values: readonly string[]
  readonly sum: number
  readonly records: number
  readonly blank: number
}

export const cutName = (cut: readonly string[]): string => cut.join('+')

/** Every kept sum a record takes part in; stores apply it with sign +1 or −1, in one transaction. */
export function contributions(ledger: Ledger, row: Row): Contribution[] {
  const result: Contribution[] = []
  for (const [id, measure] of Object.entries(ledger.measures)) {
    const at = placesInTime(row[measure.on] ?? null)
    if (at.length === 0 || !meets(row, measure.when)) continue
    const amount = measure.sum === undefined ? 1 : (row[measure.sum] ?? null)
    const counted = typeof amount === 'number'
    const base = {
      measure: id,
      at,
      sum: counted ? amount : 0,
      records: counted ? 1 : 0,
      blank: counted ? 0 : 1,
    }
    for (const cut of [[], ...(measure.cuts ?? ledger.cuts)]) {
      result.push({
        ...base,
        cut: cutName(cut),
        values: cut.map((field) => text(row[field] ?? null)),
      })
    }
  }
  return result
}

function placesInTime(cell: Cell): readonly string[] {
  if (typeof cell !== 'string') return []
  if (cell.length === 4) return [`${cell}-01`]
  return cell.length === 7 ? [cell] : [cell.slice(0, 10), cell.slice(0, 7)]
}

const text = (cell: Cell): string => (cell === null ? '' : String(cell))
