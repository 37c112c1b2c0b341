import { hashedText, NO_ENTRY, type JournalEntry } from '#shared/journal.ts'
import { secretHash } from '../accounts/secrets.ts'
import { breathe, inTurns } from '../store/turns.ts'
import { chainCheck } from './chain.ts'
import type { Journal, JournalFilter } from './journal.ts'

/** A journal that is forgotten with the process; for demos, mocks and tests. */
export function memoryJournal(clock: () => number): Journal {
  const entries: JournalEntry[] = []
  const inTurn = inTurns()
  return {
    // Nothing of it outlives the process, so nothing has to tell that it was killed.
    begin: () => 0,
    end() {},
    append: (entry) =>
      inTurn(async () => {
        const last = entries.at(-1)
        const at = new Date(clock()).toISOString()
        const next = { ...entry, seq: (last?.seq ?? 0) + 1, at }
        const hash = await secretHash(hashedText(last?.hash ?? NO_ENTRY, next))
        entries.push({ ...next, hash })
      }),
    async page(filter, offset, limit) {
      const found = entries.filter((entry) => isAmong(entry, filter)).toReversed()
      return { total: found.length, entries: found.slice(offset, offset + limit) }
    },
    names: async () => [...new Set(entries.map(({ name }) => name))].toSorted(),
    async head() {
      const { seq = 0, hash = NO_ENTRY } = entries.at(-1) ?? {}
      return { seq, hash }
    },
    async faults() {
      const check = chainCheck()
      for (const entry of entries) {
        await breathe()
        check.take(entry, await secretHash(hashedText(check.before(), entry)))
      }
      return check.faults()
    },
  }
}

const isAmong = (
  entry: JournalEntry,
  { name, kind, ledger, since, before, text, below }: JournalFilter,
): boolean =>
  (name === undefined || entry.name === name) &&
  (kind === undefined || entry.kind === kind) &&
  (ledger === undefined || entry.ledger === ledger) &&
  (since === undefined || entry.at >= since) &&
  (before === undefined || entry.at < before) &&
  (text === undefined || entry.text.includes(text)) &&
  (below === undefined || entry.seq < below)
