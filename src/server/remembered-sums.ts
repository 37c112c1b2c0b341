import type { SumsQuery, SumsRow } from '#shared/metrics/sums.ts'
import type { ReadSums } from '#shared/metrics/tally.ts'
import { firstDay, lastDay, monthOf, type Month } from '#shared/time/day.ts'
import type { Interval } from '#shared/time/period.ts'
import { ALWAYS } from './standing/footing.ts'
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

interface Remembered {
  readonly at: Revisions
  readonly sums: ReturnType<ReadSums>
}

/**
 * Kept sums, each read again only after a write of its days, and then of the months it was in alone;
 * `revisions` are those of the state asked in.
 */
export function sumsUntilMoved(
  store: Pick<Store, 'sums'>,
  moves: Moves,
): (revisions: Revisions) => ReadSums {
  const answers = new Map<string, Remembered>()

  function readAgain(query: SumsQuery, known: Remembered, now: Revisions): ReturnType<ReadSums> {
    const months = monthsToRead(
      query,
      moves.dates(query.ledger, known.at[query.ledger], now[query.ledger]),
    )
    return months ? withMonths(known.sums, query, months) : store.sums(query)
  }

  async function withMonths(
    known: Remembered['sums'],
    query: SumsQuery,
    months: ReadonlySet<Month>,
  ): Promise<SumsRow[]> {
    const [standing, ...moved] = await Promise.all([
      known,
      ...[...months].map((month) => store.sums({ ...query, ...daysWithin(query, month) })),
    ])
    const rows = [...standing.filter(({ at }) => !months.has(monthOf(at))), ...moved.flat()]
    // Sums of a day or month stand in their order already, and sorting keeps it.
    return rows.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
  }

  return (revisions) => (query) => {
    const key = keyOf(query)
    const known = answers.get(key)
    const ledgers = new Map([[query.ledger, daysSummed(query)]])
    if (known && moves.hold({ ledgers, isOfAll: false }, known.at, revisions)) return known.sums
    const oldest = answers.size >= MOST ? answers.keys().next().value : undefined
    answers.delete(known ? key : (oldest ?? key))
    const sums = known ? readAgain(query, known, revisions) : store.sums(query)
    answers.set(key, { at: revisions, sums })
    sums.catch(() => answers.delete(key))
    return sums
  }
}

/** The months of a question that writes of these dates moved; null where all of it is to be read. */
function monthsToRead(
  query: SumsQuery,
  dates: ReadonlySet<string> | null,
): ReadonlySet<Month> | null {
  const { from, to } = daysSummed(query)
  if (dates === null || query.grain === 'all' || from === ALWAYS.from) return null
  if ([...dates].some((date) => date.length < MONTH)) return null
  const months = [...dates].filter((date) => monthOf(from) <= date && date <= monthOf(to))
  return months.length <= MOST_MONTHS ? new Set(months) : null
}

/** Of more months all are as soon read at once. */
const MOST_MONTHS = 3
const MONTH = 'YYYY-MM'.length

const daysWithin = ({ from, to }: SumsQuery, month: Month): Interval => ({
  from: from > firstDay(month) ? from : firstDay(month),
  to: to < lastDay(month) ? to : lastDay(month),
})

const keyOf = ({ ledger, measure, cut, from, to, grain }: SumsQuery): string =>
  [ledger, measure, cut.join('+'), from, to, grain].join('|')
