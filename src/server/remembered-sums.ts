import type { LedgerId } from '#shared/ledgers/index.ts'
import type { SumsQuery } from '#shared/metrics/sums.ts'
import type { ReadSums } from '#shared/metrics/tally.ts'
import type { Span } from './standing/footing.ts'
import type { Moves } from './standing/moves.ts'
import { daysSummed } from './standing/noted-reads.ts'
import type { Revisions, Store } from './store/store.ts'

const MOST = 600

/** The same answers, each question put once; for one state of the desk, so it is dropped at a write. */
export function rememberedSums(read: ReadSums): ReadSums {
  const answers = new Map<string, ReturnType<ReadSums>>()
  return (query) => {
    const key = keyOf(query)
    const known = answers.get(key)
    if (known) return known
    const oldest = answers.size >= MOST ? answers.keys().next().value : undefined
    if (oldest !== undefined) answers.delete(oldest)
    const answer = read(query)
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    return answer
  }
}

/** Kept sums, each read again only after a write of its days; `revisions` are those of the state asked in. */
export function sumsUntilMoved(
  store: Pick<Store, 'sums'>,
  moves: Moves,
): (revisions: Revisions) => ReadSums {
  const answers = new Map<
    string,
    {
      readonly at: Revisions
      readonly ledgers: ReadonlyMap<LedgerId, Span>
      readonly sums: ReturnType<ReadSums>
    }
  >()
  return (revisions) => (query) => {
    const key = keyOf(query)
    const known = answers.get(key)
    if (known && moves.hold({ ...known, isOfAll: false }, known.at, revisions)) return known.sums
    const oldest = answers.size >= MOST ? answers.keys().next().value : undefined
    answers.delete(known ? key : (oldest ?? key))
    const sums = store.sums(query)
    const ledgers = new Map([[query.ledger, daysSummed(query)]])
    answers.set(key, { at: revisions, ledgers, sums })
    sums.catch(() => answers.delete(key))
    return sums
  }
}

const keyOf = ({ ledger, measure, cut, from, to, grain }: SumsQuery): string =>
  [ledger, measure, cut.join('+'), from, to, grain].join('|')
