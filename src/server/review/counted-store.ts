import type { LedgerId } from '#shared/ledgers/index.ts'
import type { CellsQuery, Filter, Store } from '../store/store.ts'
import type { ReviewFacts } from './review-facts.ts'

/** A store whose reads take only records that count: where a ledger leaves unreviewed ones out, without them. */
export function countedStore<S extends Pick<Store, 'records' | 'cells' | 'sumOf' | 'origins'>>(
  store: S,
  { leftOut, approvals }: Pick<ReviewFacts, 'leftOut' | 'approvals'>,
): S {
  if (leftOut.size === 0) return store
  const counted = <Q extends { readonly ledger: LedgerId; readonly filters: readonly Filter[] }>(
    query: Q,
  ): Q => {
    if (!leftOut.has(query.ledger)) return query
    const approved = { by: approvals(query.ledger), is: true }
    return { ...query, filters: [...query.filters, { field: 'id', approved }] }
  }
  return {
    ...store,
    records: (query) => store.records(counted(query)),
    cells: (query: CellsQuery) => store.cells(counted(query)),
    sumOf: (query, field) => store.sumOf(counted(query), field),
    origins: (query) => store.origins(counted(query)),
  } satisfies Pick<Store, 'records' | 'cells' | 'sumOf' | 'origins'> & S
}
