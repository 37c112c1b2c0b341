import type { BatchesQuery } from '#shared/contract/batch-pages.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { addDays, startOfDay, type Day } from '#shared/time/day.ts'
import type { Batch, BatchFilters, BatchTally, Store } from '../store/store.ts'

const PAGE = 20

type Reads = Pick<Store, 'batches' | 'batchTallies'>

/** A page of batches, with how many there are of each sort. Throws REQUEST_INVALID for a place it cannot read. */
export async function pageOfBatches(store: Reads, query: BatchesQuery, zone: string) {
  const { sort, by } = query
  const among = filtersOf(query, zone)
  const asked: BatchFilters = { ...among, ...(sort && { sort }), ...(by && { by }) }
  const [tallies, batches] = await Promise.all([
    store.batchTallies(among),
    listed(store, asked, query),
  ])
  const counted = (is: (tally: BatchTally) => boolean): number =>
    tallies.reduce((sum, tally) => (is(tally) ? sum + tally.batches : sum), 0)
  const isBy = (tally: BatchTally): boolean => !by || tally.by === by
  const total = counted((tally) => isBy(tally) && (!sort || tally.sort === sort))
  const ofSort = (id: BatchTally['sort']): number =>
    counted((tally) => isBy(tally) && tally.sort === id)
  return {
    total,
    newer: query.older || query.newer ? await newerThan(store, asked, batches[0], total) : 0,
    sorts: { loaded: ofSort('loaded'), written: ofSort('written'), events: ofSort('events') },
    people: [...new Set(tallies.map((tally) => tally.by))].toSorted(),
    batches,
  }
}

/** A page of newer ones that would not be full is the first page. */
async function listed(
  store: Reads,
  asked: BatchFilters,
  { older, newer }: BatchesQuery,
): Promise<Batch[]> {
  if (older)
    return store.batches({ ...asked, beyond: { ...placeIn(older), way: 'older' }, limit: PAGE })
  const above = newer
    ? await store.batches({ ...asked, beyond: { ...placeIn(newer), way: 'newer' }, limit: PAGE })
    : []
  return above.length === PAGE ? above : store.batches({ ...asked, limit: PAGE })
}

async function newerThan(
  store: Reads,
  asked: BatchFilters,
  first: Batch | undefined,
  total: number,
): Promise<number> {
  if (!first) return total
  const { at, id } = first
  const tallies = await store.batchTallies({ ...asked, beyond: { at, id, way: 'newer' } })
  return tallies.reduce((sum, { batches }) => sum + batches, 0)
}

function filtersOf({ ledger, from, to, q }: BatchesQuery, zone: string): BatchFilters {
  const start = (day: Day): string => new Date(startOfDay(day, zone)).toISOString()
  return {
    ...(ledger && { ledger }),
    ...(from && { from: start(from) }),
    ...(to && { to: start(addDays(to, 1)) }),
    ...(q && { search: q }),
  }
}

function placeIn(text: string): { at: string; id: string } {
  const [at, id] = text.split(' ')
  if (!at || !id) throw new DeskError('REQUEST_INVALID', text)
  return { at, id }
}
