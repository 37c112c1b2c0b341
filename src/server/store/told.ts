import type { Row } from '#shared/ledgers/define.ts'
import { datedFields } from '#shared/records/dated-fields.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { SumsMoved } from './kept-sums.ts'
import type { Coverage } from './store.ts'
import type { KeptHistory } from './tables.ts'

/** What a write did so far: enough to say what it moves before it is kept. */
export interface WriteTold {
  /** The batches it wrote in. */
  readonly acts: ReadonlySet<string>
  /** Whose revision rises. */
  readonly touched: ReadonlySet<LedgerId | 'settings'>
  /** `YYYY-MM`, or `YYYY`, that its records are of, before and after; '' where a record has no date. */
  readonly dates: ReadonlyMap<LedgerId, ReadonlySet<string>>
  /** Stated figures as they stand now, null for those removed: figures read them one by one. */
  readonly stated: ReadonlyMap<string, Row | null>
  /** Days said to be whole. */
  readonly covered: readonly Coverage[]
  /** The first changes of records. */
  readonly changes: readonly (KeptHistory & { readonly ledger: LedgerId })[]
}

/** By how much a write moved the kept sums of each ledger: for a large ledger, as much as a figure a record. */
export type WriteMoved = ReadonlyMap<LedgerId, readonly SumsMoved[]>

export interface Telling {
  told(): Omit<WriteTold, 'touched'>
  moved(): WriteMoved
  act(batch: string): void
  sums(ledger: LedgerId, moved: SumsMoved): void
  covered(span: Coverage): void
  /** A record as it stands now, null where it was removed; `before` where it was there. */
  record(ledger: LedgerId, id: string, row: Row | null, before?: Row): void
  changes(ledger: LedgerId, entries: readonly KeptHistory[]): void
}

const MOST = 200

/** Gathers what a write does, as it does it. */
export function telling(): Telling {
  const sums = new Map<LedgerId, readonly SumsMoved[]>()
  const stated = new Map<string, Row | null>()
  const changes: WriteTold['changes'][number][] = []
  const covered: Coverage[] = []
  const acts = new Set<string>()
  const dates = new Map<LedgerId, Set<string>>()
  const datesIn = (ledger: LedgerId): Set<string> => {
    const known = dates.get(ledger) ?? new Set()
    dates.set(ledger, known)
    return known
  }
  return {
    told: () => ({ acts, dates, stated, covered, changes }),
    moved: () => sums,
    act: (batch) => void acts.add(batch),
    covered(span) {
      covered.push(span)
      for (const day of [span.from, span.to]) datesIn(span.ledger).add(day.slice(0, MONTH))
    },
    sums: (ledger, moved) => void sums.set(ledger, [...(sums.get(ledger) ?? []), moved]),
    record(ledger, id, row, before) {
      if (ledger === 'statedFigures') stated.set(id, row)
      const known = datesIn(ledger)
      if (row) addDates(known, ledger, row)
      if (before) addDates(known, ledger, before)
    },
    changes(ledger, entries) {
      for (const entry of entries.slice(0, Math.max(0, MOST - changes.length)))
        changes.push({ ...entry, ledger })
    },
  }
}

const MONTH = 'YYYY-MM'.length

function addDates(dates: Set<string>, ledger: LedgerId, row: Row): void {
  let isDated = false
  for (const field of datedFields(ledger)) {
    const cell = row[field] ?? ''
    if (cell === '') continue
    isDated = true
    dates.add(String(cell).slice(0, MONTH))
  }
  if (!isDated) dates.add('')
}
