import { NO_ENTRY, shortHash, type JournalEntry, type JournalHead } from '#shared/journal.ts'

/** Finds where a chain breaks; entries are given in their order. `hashOf` is a hash by the rule. */
export interface ChainCheck {
  /** Takes the next entry, with what its hash should be after `before`. */
  take(entry: JournalEntry, hash: string): void
  /** The hash the next entry stands on. */
  before(): string
  faults(): string[]
}

/** More are not told: after the first everything is doubtful. */
const MOST_FAULTS = 20

/** Checks entries one after the other. `noted` are heads written down elsewhere, whole
 * or the beginning of their hash. */
export function chainCheck(noted: readonly JournalHead[] = []): ChainCheck {
  const faults: string[] = []
  let last: JournalHead = { seq: 0, hash: NO_ENTRY }
  const known = new Map(noted.map(({ seq, hash }) => [seq, hash]))
  return {
    before: () => last.hash,
    take({ seq, hash }, expected) {
      if (seq !== last.seq + 1) faults.push(`第 ${last.seq + 1} 条到第 ${seq - 1} 条不见了`)
      if (hash !== expected) faults.push(`第 ${seq} 条或它之前被改动过`)
      const then = known.get(seq)
      if (then !== undefined && !hash.startsWith(then))
        faults.push(`第 ${seq} 条与当时记下的 ${shortHash(then)} 不一致`)
      last = { seq, hash }
    },
    faults() {
      const furthest = Math.max(0, ...known.keys())
      const cut =
        furthest > last.seq
          ? [`末尾被截掉：记下过第 ${furthest} 条，现在只到第 ${last.seq} 条`]
          : []
      return [...faults.slice(0, MOST_FAULTS), ...cut]
    },
  }
}
