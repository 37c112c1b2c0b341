import type { Ledger } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Approvals } from '#shared/records/review-states.ts'
import type { SumsRow } from '#shared/metrics/sums.ts'
import type { ReadSums } from '#shared/metrics/tally.ts'
import { SEPARATOR } from '../store/cells.ts'
import { movedOf, sumChanges } from '../store/kept-sums.ts'
import type { Store } from '../store/store.ts'

/** What the unreviewed records of a ledger add to its sums, read from them once. */
export async function pendingSums(
  store: Pick<Store, 'cells'>,
  ledger: LedgerId,
  by: Approvals,
): Promise<ReadSums> {
  const definition = ledgerOf(ledger)
  const rows = await store.cells({
    ledger,
    fields: fieldsSummed(definition),
    filters: [{ field: 'id', approved: { by, is: false } }],
  })
  const changes = sumChanges(definition)
  for (const row of rows) changes.add(row)
  return async (query) => movedOf(changes.moved, query)
}

/** The fields that say what a record adds to which sum; titles and texts stay where they are. */
function fieldsSummed({ measures, cuts }: Ledger): string[] {
  const named = Object.values(measures).flatMap(({ on, sum, when = {}, cuts: own = cuts }) => [
    on,
    ...(sum === undefined ? [] : [sum]),
    ...Object.keys(when),
    ...own.flat(),
  ])
  return [...new Set(named)]
}

/** Kept sums without what the unreviewed records of some ledgers add to them. */
export function sumsWithout(
  read: ReadSums,
  leftOut: ReadonlySet<LedgerId>,
  pending: (ledger: LedgerId) => Promise<ReadSums>,
): ReadSums {
  if (leftOut.size === 0) return read
  return async (query) => {
    if (!leftOut.has(query.ledger)) return read(query)
    const [all, waiting] = await Promise.all([
      read(query),
      pending(query.ledger).then((readPending) => readPending(query)),
    ])
    const less = new Map(waiting.map((row) => [placeOf(row), row]))
    return all.flatMap((row) => {
      const { sum, records, blank } = less.get(placeOf(row)) ?? NOTHING
      const left = {
        ...row,
        sum: row.sum - sum,
        records: row.records - records,
        blank: row.blank - blank,
      }
      return left.records + left.blank > 0 ? [left] : []
    })
  }
}

const NOTHING = { sum: 0, records: 0, blank: 0 }

const placeOf = ({ at, values }: SumsRow): string => [at, ...values].join(SEPARATOR)
