import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { SumsMoved } from './kept-sums.ts'
import type { Coverage } from './store.ts'
import type { KeptHistory } from './tables.ts'

/** What a write did so far: enough to say what it moves before it is kept. */
export interface WriteTold {
  /** The batches it wrote in. */
  readonly acts: ReadonlySet<string>
  /** Whose revision rises. */
  readonly touched: ReadonlySet<LedgerId | 'settings'>
  /** `YYYY` its records and days are of, before and after; '' where a record has no date. */
  readonly years: ReadonlyMap<LedgerId, ReadonlySet<string>>
  readonly sums: ReadonlyMap<LedgerId, readonly SumsMoved[]>
  /** Stated figures as they stand now, null for those removed: figures read them one by one. */
  readonly stated: ReadonlyMap<string, Row | null>
  /** Days said to be whole. */
  readonly covered: readonly Coverage[]
  /** The first changes of records. */
  readonly changes: readonly (KeptHistory & { readonly ledger: LedgerId })[]
}

export interface Telling {
  told(): Omit<WriteTold, 'touched'>
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
  const years = new Map<LedgerId, Set<string>>()
  const yearsIn = (ledger: LedgerId): Set<string> => {
    const known = years.get(ledger) ?? new Set()
    years.set(ledger, known)
    return known
  }
  return {
    told: () => ({ acts, years, sums, stated, covered, changes }),
    act: (batch) => void acts.add(batch),
    covered(span) {
      covered.push(span)
      for (const day of [span.from, span.to]) yearsIn(span.ledger).add(day.slice(0, 4))
    },
    sums: (ledger, moved) => void sums.set(ledger, [...(sums.get(ledger) ?? []), moved]),
    record(ledger, id, row, before) {
      if (ledger === 'statedFigures') stated.set(id, row)
      const known = yearsIn(ledger)
      if (row) addYears(known, ledger, row)
      if (before) addYears(known, ledger, before)
    },
    changes(ledger, entries) {
      for (const entry of entries.slice(0, Math.max(0, MOST - changes.length)))
        changes.push({ ...entry, ledger })
    },
  }
}

function addYears(years: Set<string>, ledger: LedgerId, row: Row): void {
  let isDated = false
  for (const field of datedFields(ledger)) {
    const cell = row[field] ?? ''
    if (cell === '') continue
    isDated = true
    years.add(String(cell).slice(0, 4))
  }
  if (!isDated) years.add('')
}

const DATED: ReadonlySet<string> = new Set(['day', 'dayOrMonth', 'year', 'dateTime'])
const KNOWN = new Map<LedgerId, readonly string[]>()

/** The fields that date a record; none in a list of names, which holds for all years. */
function datedFields(ledger: LedgerId): readonly string[] {
  const known = KNOWN.get(ledger)
  if (known) return known
  const { kind: of, fields: all } = ledgerOf(ledger)
  const fields = Object.entries(all).flatMap(([name, { kind }]) =>
    of !== 'list' && DATED.has(kind) ? [name] : [],
  )
  KNOWN.set(ledger, fields)
  return fields
}
