import { isLedgerId, type LedgerId } from '#shared/ledgers/index.ts'
import type { ActCounts, DoneAct } from './history.ts'
import type { Batch, HistoryEntry } from './store.ts'

/** How many records of a ledger an act dealt with so. */
export interface Touched {
  readonly ledger: LedgerId
  readonly action: HistoryEntry['action']
  readonly records: number
}

const NOTHING: ActCounts = { added: 0, changed: 0, removed: 0, restored: 0 }
const COUNTED = { change: 'changed', remove: 'removed', restore: 'restored' } as const

/** An act as it is told: a batch as it was opened, or what was done to it at a later moment. */
export function doneAct(
  batch: Batch,
  { at, by, why }: Pick<DoneAct, 'at' | 'by' | 'why'>,
  touched: readonly Touched[],
): DoneAct {
  const isOpening = at === batch.at
  const counts: Partial<Record<LedgerId, ActCounts>> = {}
  for (const [ledger, { added }] of isOpening ? Object.entries(batch.counts) : [])
    if (isLedgerId(ledger)) counts[ledger] = { ...NOTHING, added }
  for (const { ledger, action, records } of touched)
    counts[ledger] = { ...NOTHING, ...counts[ledger], [COUNTED[action]]: records }
  return {
    batch: batch.id,
    title: batch.title,
    kind: batch.kind,
    at,
    by: isOpening ? batch.by : by,
    why: isOpening ? batch.why : why,
    isTakeBack: at === batch.takenBackAt && !isOpening,
    counts,
  }
}
