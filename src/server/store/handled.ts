import type { LedgerId } from '#shared/ledgers/index.ts'
import type { BatchCount } from './batches.ts'
import type { Tables } from './tables.ts'

type Deed = 'changed' | 'removed' | 'restored'

/** What one write did by hand to records, by the batch it was done in. */
export interface Handled {
  note(batch: string, ledger: LedgerId, deed: Deed, record: string): void
  /** Adds what was noted to the counts of its batches: each record once. */
  count(tables: Pick<Tables, 'batch' | 'saveBatch'>): Promise<void>
}

/** An empty note of what is done by hand. */
export function handled(): Handled {
  const batches = new Map<string, Map<LedgerId, Map<Deed, Set<string>>>>()
  return {
    note(batch, ledger, deed, record) {
      const ledgers = batches.get(batch) ?? new Map<LedgerId, Map<Deed, Set<string>>>()
      const deeds = ledgers.get(ledger) ?? new Map<Deed, Set<string>>()
      batches.set(batch, ledgers.set(ledger, deeds))
      deeds.set(deed, (deeds.get(deed) ?? new Set()).add(record))
    },
    async count(tables) {
      for (const [id, ledgers] of batches) {
        const batch = await tables.batch(id)
        if (!batch) continue
        const counts: Record<string, BatchCount> = { ...batch.counts }
        for (const [ledger, deeds] of ledgers) counts[ledger] = plus(counts[ledger], deeds)
        await tables.saveBatch({ ...batch, counts })
      }
    },
  }
}

function plus(
  known: BatchCount = { added: 0, changed: 0, same: 0 },
  deeds: ReadonlyMap<Deed, ReadonlySet<string>>,
): BatchCount {
  const more = [...deeds].map(([deed, { size }]) => [deed, (known[deed] ?? 0) + size] as const)
  return { ...known, ...Object.fromEntries(more) }
}
