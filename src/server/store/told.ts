import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { SumsMoved } from './kept-sums.ts'
import type { Coverage } from './store.ts'
import type { KeptHistory } from './tables.ts'

/** What a write did so far: enough to say which figures it moves before it is kept. */
export interface WriteTold {
  readonly sums: ReadonlyMap<LedgerId, readonly SumsMoved[]>
  /** Stated figures as they stand now, null for those removed: figures read them one by one. */
  readonly stated: ReadonlyMap<string, Row | null>
  /** Days said to be whole. */
  readonly covered: readonly Coverage[]
  /** The first changes of records. */
  readonly changes: readonly (KeptHistory & { readonly ledger: LedgerId })[]
}

export interface Telling {
  told(): WriteTold
  sums(ledger: LedgerId, moved: SumsMoved): void
  covered(span: Coverage): void
  record(ledger: LedgerId, id: string, row: Row | null): void
  changes(ledger: LedgerId, entries: readonly KeptHistory[]): void
}

const MOST = 200

/** Gathers what a write does, as it does it. */
export function telling(): Telling {
  const sums = new Map<LedgerId, readonly SumsMoved[]>()
  const stated = new Map<string, Row | null>()
  const changes: WriteTold['changes'][number][] = []
  const covered: Coverage[] = []
  return {
    told: () => ({ sums, stated, covered, changes }),
    covered: (span) => void covered.push(span),
    sums: (ledger, moved) => void sums.set(ledger, [...(sums.get(ledger) ?? []), moved]),
    record(ledger, id, row) {
      if (ledger === 'statedFigures') stated.set(id, row)
    },
    changes(ledger, entries) {
      for (const entry of entries.slice(0, Math.max(0, MOST - changes.length)))
        changes.push({ ...entry, ledger })
    },
  }
}
