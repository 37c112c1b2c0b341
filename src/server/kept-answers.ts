const MOST = 64

/** Answers given before, for as long as their tag holds; the oldest goes when there are too many. */
export interface KeptAnswers {
  get(tag: string, address: string): string | undefined
  keep(tag: string, address: string, answer: string): void
}

/** A tag names one state of the desk: when it changes, all that was kept is forgotten. */
export function keptAnswers(): KeptAnswers {
  const kept = new Map<string, string>()
  let of = ''
  return {
    get: (tag, address) => (tag === of ? kept.get(address) : undefined),
    keep(tag, address, answer) {
      if (tag !== of) kept.clear()
      of = tag
      const oldest = kept.size >= MOST ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      kept.set(address, answer)
    },
  }
}
