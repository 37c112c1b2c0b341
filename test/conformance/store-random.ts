import { expect, it } from 'vitest'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { monthPeriod } from '#shared/time/period.ts'
import type { Store } from '#server/store/store.ts'
import { WRITTEN, addedUp, keptSums, liveThrough, rowsOf } from './random.ts'

export function keepsSumsTrue(store: () => Store): void {
  it.each([1, 2, 3])(
    'after loads, changes, removals and take-backs every kept sum is that of the records (%i)',
    async (seed) => {
      await liveThrough(store(), seed, 60)
      let records = 0
      for (const ledger of WRITTEN) {
        const rows = await rowsOf(store(), ledger)
        expect(await keptSums(store(), ledger)).toEqual(addedUp(ledger, rows))
        records += rows.length
      }
      expect(records).toBeGreaterThan(100)
    },
  )

  it('the records listed for a month are as many as its sum says', async () => {
    await liveThrough(store(), 4, 60)
    for (const ledger of WRITTEN) {
      const { on } = ledgerOf(ledger).measures.records ?? { on: '' }
      for (const month of ['2023-01', '2023-12', '2024-01', '2024-02', '2024-07']) {
        const { from, to } = monthPeriod(month)
        const sums = await store().sums({
          ledger,
          measure: 'records',
          cut: [],
          from,
          to,
          grain: 'all',
        })
        const page = await store().records({
          ledger,
          filters: [{ field: on, from, to }],
          sort: { field: 'id', descending: false },
          offset: 0,
          limit: 0,
        })
        expect({ ledger, month, listed: page.total }).toEqual({
          ledger,
          month,
          listed: sums[0]?.records ?? 0,
        })
      }
    }
  })
}
