import type { Cell, Ledger, Row } from '#shared/ledgers/define.ts'
import { keptRow } from './cells.ts'
import type { KeptLife } from './tables.ts'
import { AS_LISTED } from './writing.ts'

/**
 * The row as it would be had the batches taken back never been: every cell as the last batch that
 * stands said it, by bringing the record in, by changing it or by stating what stood already.
 */
export function rowWithout(
  ledger: Ledger,
  { record, history, holds }: KeptLife,
  takenBack: ReadonlySet<string>,
): Row {
  // A record names the batch that brought it in, or, once that was taken back, one that held it.
  const isHeirs = holds.some(({ batch }) => batch === record.batch)
  const stood = firstRow(ledger, record.row, history)
  const cells: Record<string, Cell> = isHeirs || takenBack.has(record.batch) ? {} : { ...stood }
  // A field that has left the ledger since stands in the history alone.
  const isField = (name: string): boolean => Object.hasOwn(ledger.fields, name)
  const holdBetween = (from: number, to: number): void => {
    for (const { batch, said, after } of holds) {
      if (after < from || after >= to || takenBack.has(batch)) continue
      for (const name of (said ?? filled(stood)).filter(isField)) cells[name] = stood[name] ?? null
    }
  }
  let last = 0
  for (const { number, action, batch, after } of history) {
    holdBetween(last, number)
    last = number
    for (const [name, cell] of Object.entries(after)) {
      if (!isField(name)) continue
      stood[name] = cell
      if (action === 'change' && !takenBack.has(batch)) cells[name] = cell
    }
  }
  holdBetween(last, Infinity)
  return keptRow(ledger, cells)
}

/** The row as it was brought in: what was done since, undone from the last to the first. */
function firstRow(
  { fields }: Ledger,
  row: Row,
  history: KeptLife['history'],
): Record<string, Cell> {
  const cells: Record<string, Cell> = { ...row }
  for (const { why, before, after } of history.toReversed())
    // How a name was written stands as `before` there, though the record never held it.
    for (const [name, cell] of Object.entries(why === AS_LISTED ? after : before))
      if (Object.hasOwn(fields, name)) cells[name] = cell
  return cells
}

const filled = (row: Row): string[] => Object.keys(row).filter((name) => row[name] !== null)
