import type { LedgerId } from '#shared/ledgers/index.ts'
import { identityOf } from './cells.ts'
import type { Kept, Tables } from './tables.ts'

/** Which identities of a ledger are free while changes of its records wait to be written. */
export interface Identities {
  /** Asks the tables at once for what will be asked key by key. */
  look(keys: readonly string[]): Promise<void>
  /** The first identity of a key that no live record has; `write` writes what waits. */
  free(key: string, write: () => Promise<void>): Promise<string>
  /** A change that waits to be written. */
  wait(before: Kept, after: Kept): void
  /** Nothing waits any more, or the tables were written to. */
  written(): void
}

export function identities({ live }: Pick<Tables, 'live'>, ledger: LedgerId): Identities {
  /** Whether a live record has it, as the tables stand. */
  const looked = new Map<string, boolean>()
  const taken = new Set<string>()
  const left = new Set<string>()

  async function look(asked: readonly string[]): Promise<void> {
    const found = await live(ledger, asked)
    for (const identity of asked) looked.set(identity, found.has(identity))
  }

  function written(): void {
    for (const each of [looked, taken, left]) each.clear()
  }

  return {
    look: (keys) => look([...new Set(keys)].map((key) => identityOf(key, 1))),
    async free(key, write) {
      for (let occurrence = 1; ; occurrence += 1) {
        const identity = identityOf(key, occurrence)
        if (taken.has(identity)) continue
        // The record that has it has to let go of it first.
        if (left.has(identity)) await write()
        if (!looked.has(identity)) await look([identity])
        if (looked.get(identity) === false) return identity
      }
    },
    wait(before, after) {
      const was = before.removedAt === null ? before.identity : null
      const is = after.removedAt === null ? after.identity : null
      if (was === is) return
      if (was !== null) {
        taken.delete(was)
        left.add(was)
      }
      if (is !== null) taken.add(is)
    },
    written,
  }
}
