import { LEDGER_IDS, type LedgerId } from '#shared/ledgers/index.ts'
import type { Revisions, Store } from '../store/store.ts'
import type { WriteTold } from '../store/told.ts'
import type { Footing, Span } from './footing.ts'

/** Writes of a ledger whose dates are remembered; whatever is older is worked out anew. */
const MOST = 500

/** Which dates each write touched, by the revision it gave its ledger. */
export interface Moves {
  /** Whether nothing that a footing stands on was written between two states of the desk. */
  hold(footing: Pick<Footing, 'ledgers' | 'isOfAll'>, from: Revisions, to: Revisions): boolean
  /** The dates of a ledger written between two of its revisions, `YYYY-MM` or `YYYY`; null for all. */
  dates(ledger: LedgerId, from: number, to: number): ReadonlySet<string> | null
}

interface Moved {
  /** `YYYY-MM` or `YYYY`; null for all. */
  readonly dates: ReadonlySet<string> | null
}

const isIn = ({ from, to }: Span, date: string): boolean =>
  from.slice(0, date.length) <= date && date <= to.slice(0, date.length)

/** A store whose writes are remembered by what they touch. What passes it by is taken to touch everything. */
export function watchMoves(store: Store): { readonly store: Store; readonly moves: Moves } {
  const known = new Map<LedgerId, Map<number, Moved>>()

  /** Gives what takes it out again. */
  function note({ touched, dates }: WriteTold, before: Revisions): () => void {
    const noted = LEDGER_IDS.filter((ledger) => touched.has(ledger)).map((ledger) => {
      const writes = known.get(ledger) ?? new Map<number, Moved>()
      known.set(ledger, writes)
      const own = dates.get(ledger)
      const moved = { dates: own && !own.has('') ? own : null }
      const revision = before[ledger] + 1
      writes.set(revision, moved)
      const oldest = writes.size > MOST ? writes.keys().next().value : undefined
      if (oldest !== undefined) writes.delete(oldest)
      return { writes, revision, moved }
    })
    return () => {
      for (const { writes, revision, moved } of noted)
        if (writes.get(revision) === moved) writes.delete(revision)
    }
  }

  function holds(ledger: LedgerId, span: Span, before: number, now: number): boolean {
    if (now < before) return false
    for (let revision = before + 1; revision <= now; revision += 1) {
      const dates = known.get(ledger)?.get(revision)?.dates
      if (!dates || [...dates].some((date) => isIn(span, date))) return false
    }
    return true
  }

  function datesBetween(ledger: LedgerId, from: number, to: number): ReadonlySet<string> | null {
    const all = new Set<string>()
    if (to < from) return null
    for (let revision = from + 1; revision <= to; revision += 1) {
      const dates = known.get(ledger)?.get(revision)?.dates
      if (!dates) return null
      for (const date of dates) all.add(date)
    }
    return all
  }

  return {
    moves: {
      dates: datesBetween,
      hold: ({ ledgers, isOfAll }, from, to) =>
        isOfAll
          ? LEDGER_IDS.every((ledger) => from[ledger] === to[ledger])
          : [...ledgers].every(([ledger, span]) => holds(ledger, span, from[ledger], to[ledger])),
    },
    store: {
      ...store,
      async write(run, about) {
        let forget = (): void => {}
        try {
          return await store.write(async (writer) => {
            const result = await run(writer)
            // Readers see what was kept before this write, and writers wait for one another.
            forget = note(await writer.told(), await store.revisions())
            return result
          }, about)
        } catch (error) {
          forget()
          throw error
        }
      },
    },
  }
}
