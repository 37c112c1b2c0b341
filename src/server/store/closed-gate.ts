import { DeskError } from '#shared/diagnostics.ts'
import { closedMonths, closedMonthsTouched } from '#shared/records/closed-months.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Month } from '#shared/time/day.ts'
import type { ClosedRows, Gate } from './store.ts'
import type { Tables } from './tables.ts'

/** What one write may do to closed months, and what it did. */
export interface Closing {
  /** The closed months; null until asked for. */
  months: ReadonlySet<Month> | null
  rows: ClosedRows
  /** What else a change has to pass. */
  gate: Gate | null
  /** 补报 by the batch they came with. */
  readonly belated: Map<string, Row[]>
}

export const openClosing = (): Closing => ({
  months: null,
  rows: 'refuse',
  gate: null,
  belated: new Map(),
})

/** The months closed at this point of the write. */
export async function monthsClosed(tables: Tables, closing: Closing): Promise<ReadonlySet<Month>> {
  closing.months ??= closedMonths((await tables.entries('closings')).map(({ row }) => row))
  return closing.months
}

/** A change of one record: `before` null where it is new or was removed, `after` where it goes. */
interface Move {
  readonly record: string
  readonly before: Row | null
  readonly after: Row | null
  readonly batch: string
  readonly action: 'add' | 'change' | 'remove' | 'restore'
}

/** Stands before every change of a ledger's records. */
export interface ClosedGate {
  /** Whether the change would reach a closed month. */
  isShut(before: Row | null, after: Row | null): boolean
  /** The closed months that keep a change out, in words; '' where none does. Else throws what `pass` does. */
  shutBy(move: Omit<Move, 'record' | 'batch'>): string
  /** Lets a change through, or writes it down as 补报, or throws MONTH_CLOSED or EVENT_STANDS. */
  pass(move: Move): void
}

/** The gate of one ledger in one write. */
export async function closedGate(
  tables: Tables,
  closing: Closing,
  ledger: LedgerId,
): Promise<ClosedGate> {
  const definition = ledgerOf(ledger)
  const closed = await monthsClosed(tables, closing)
  const touched = (before: Row | null, after: Row | null): Month[] =>
    closedMonthsTouched(definition, before, after, closed)
  const shutBy: ClosedGate['shutBy'] = ({ before, after, action }) => {
    closing.gate?.({ ledger, before, after })
    if (EVENTS.has(ledger) && action !== 'add') throw new DeskError('EVENT_STANDS')
    if (ledger === 'reviews' && after && closed.has(String(after.month)))
      return monthsText([String(after.month)])
    const isBelated = typeof closing.rows !== 'string' && BELATED.has(action)
    return isBelated ? '' : monthsText(touched(before, after))
  }
  return {
    isShut: (before, after) => touched(before, after).length > 0,
    shutBy,
    pass({ record, before, after, batch, action }) {
      const shut = shutBy({ before, after, action })
      if (shut !== '') throw new DeskError('MONTH_CLOSED', shut)
      const { rows } = closing
      const months = typeof rows === 'string' ? [] : touched(before, after)
      if (typeof rows === 'string' || months.length === 0) return
      const marks = months.map((month) => ({
        ledger,
        record,
        month,
        act: action,
        reason: rows.belated,
        entry: batch,
      }))
      const known = closing.belated.get(batch)
      if (known) known.push(...marks)
      else closing.belated.set(batch, marks)
    },
  }
}

/** What may be done to a closed month as 补报. */
const BELATED: ReadonlySet<Move['action']> = new Set<Move['action']>(['add', 'change'])

/** What happened to the books themselves: nothing takes such an event out again. */
const EVENTS: ReadonlySet<LedgerId> = new Set<LedgerId>(['closings', 'reviews'])

/** `2024年9月、2024年10月`. */
export const monthsText = (months: readonly Month[]): string =>
  months.map((month) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`).join('、')
