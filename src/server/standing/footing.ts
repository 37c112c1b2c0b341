import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Day } from '#shared/time/day.ts'

/** Inclusive days. */
export interface Span {
  readonly from: Day
  readonly to: Day
}

/** Every record, whatever its date and whether or not it has one. */
export const ALWAYS: Span = { from: '', to: '9999' }

/** How much of a moment, `YYYY-MM-DDTHH:mm`, something holds for: nothing outlasts the day. */
export const CLOCK = { day: 10, hour: 13, minute: 16 } as const

/** What something was worked out from: which days of which ledgers, and how much of the clock. */
export interface Footing {
  readonly ledgers: ReadonlyMap<LedgerId, Span>
  /** It read what no write tells of, so it holds until the next one. */
  readonly isOfAll: boolean
  /** So many characters of the moment. */
  readonly clock: number
  note(ledger: LedgerId, span: Span): void
  noteAll(): void
  noteClock(characters: number): void
  /** Takes in what a part of it stands on. */
  add(part: Footing): void
}

/** A footing with nothing noted yet; nothing in it outlasts `finest` of the clock, nor is bound closer. */
export function openFooting(finest: number = CLOCK.minute): Footing {
  const ledgers = new Map<LedgerId, Span>()
  let isOfAll = false
  let clock: number = CLOCK.day
  return {
    ledgers,
    get isOfAll() {
      return isOfAll
    },
    get clock() {
      return clock
    },
    note(ledger, { from, to }) {
      const known = ledgers.get(ledger) ?? { from, to }
      if (known.from <= from && to <= known.to && ledgers.has(ledger)) return
      ledgers.set(ledger, {
        from: known.from < from ? known.from : from,
        to: known.to > to ? known.to : to,
      })
    },
    noteAll() {
      isOfAll = true
    },
    noteClock(characters) {
      clock = Math.max(clock, Math.min(characters, finest))
    },
    add(part) {
      for (const [ledger, span] of part.ledgers) this.note(ledger, span)
      if (part.isOfAll) isOfAll = true
      this.noteClock(part.clock)
    },
  }
}
