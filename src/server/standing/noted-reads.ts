import { datedFields } from '#shared/records/dated-fields.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { HeldBook } from '#shared/metrics/held-book.ts'
import type { SumsQuery } from '#shared/metrics/sums.ts'
import type { ReadSums } from '#shared/metrics/tally.ts'
import type { RecordsQuery, Store } from '../store/store.ts'
import { ALWAYS, CLOCK, type Footing, type Span } from './footing.ts'

/** What pages are made from; each of these reads can say which days it was of. */
export type Reads = Pick<Store, 'records' | 'cells' | 'sumOf' | 'words'> & {
  readonly sums: ReadSums
}

/** The same reads, each noted in a footing. */
export function notedReads(store: Reads, footing: Footing): Reads {
  const note = (query: Pick<RecordsQuery, 'ledger' | 'filters'>): void =>
    footing.note(query.ledger, daysAsked(query))
  return {
    sums: notedSums(store.sums, footing),
    records(query) {
      note(query)
      return store.records(query)
    },
    cells(query) {
      note(query)
      return store.cells(query)
    },
    sumOf(query, field) {
      note(query)
      return store.sumOf(query, field)
    },
    words(ledger, field) {
      footing.note(ledger, ALWAYS)
      return store.words(ledger, field)
    },
  }
}

/** The same sums, each reading noted. */
export const notedSums =
  (read: ReadSums, footing: Footing): ReadSums =>
  (query) => {
    footing.note(query.ledger, daysSummed(query))
    return read(query)
  }

/** The same verdicts, each reading noted; the minute as well where it had a part: petitions have days. */
export const notedHeld = (held: HeldBook, footing: Footing): HeldBook => ({
  at: (now) => (ledger, interval) => {
    footing.note(ledger, interval)
    const clock = ledger === 'alerts' ? CLOCK.minute : CLOCK.day
    return held.at(now, () => footing.noteClock(clock))(ledger, interval)
  },
})

/** The days of the records that a sum is of. */
export function daysSummed({ ledger, measure, from, to }: SumsQuery): Span {
  const on = ledgerOf(ledger).measures[measure]?.on ?? ''
  return isDated(ledger, on) ? { from, to } : ALWAYS
}

/**
 * The days a question is held to by a date: a record that comes to be in its answer, or leaves it, is
 * or was of one of them. By one date alone, for two of one record may lie far apart.
 */
function daysAsked({ ledger, filters }: Pick<RecordsQuery, 'ledger' | 'filters'>): Span {
  const spans = filters.filter(
    ({ field, from, to, orEmpty }) =>
      (from !== undefined || to !== undefined) && orEmpty !== true && isDated(ledger, field),
  )
  const span = spans.find(({ from, to }) => from !== undefined && to !== undefined) ?? spans[0]
  return { from: span?.from ?? ALWAYS.from, to: span?.to ?? ALWAYS.to }
}

const isDated = (ledger: LedgerId, field: string): boolean => datedFields(ledger).includes(field)
