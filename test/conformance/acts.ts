import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { SumsQuery } from '#shared/metrics/sums.ts'
import type { Act, Batch, Filter, Outcome, Store, Writer } from '#server/store/store.ts'

/** Opens an empty store; the suite closes it. */
export type Make = () => Promise<Store>

export const opening = (
  id: string,
  at = '2025-01-02T03:04:05.000Z',
): Omit<Batch, 'counts' | 'state' | 'takenBackAt'> => ({
  id,
  kind: 'import',
  title: `文件 ${id}`,
  why: '导入台账',
  at,
  by: '编辑甲',
  files: [{ name: 'a.xlsx', hash: 'h1' }],
  notes: ['支付：单位为元'],
})

export const actOf = (batch: string, at = '2025-02-01T00:00:00.000Z'): Act => ({
  at,
  by: '编辑乙',
  why: '更正',
  batch,
})

/** Loads rows as one batch of their own. */
export const load = (
  store: Store,
  batch: string,
  ledger: LedgerId,
  rows: readonly Row[],
): Promise<Outcome> =>
  store.write(async (writer) => {
    await writer.openBatch(opening(batch))
    return writer.put(ledger, rows, batch)
  })

/** Acts by hand in a batch of its own. */
export const byHand = <T>(
  store: Store,
  batch: string,
  run: (writer: Writer, act: Act) => Promise<T>,
): Promise<T> =>
  store.write(async (writer) => {
    await writer.openBatch(opening(batch))
    return run(writer, actOf(batch))
  })

/** Cells of a field over the records a question takes, in the order of entry. */
export async function cells(
  store: Store,
  ledger: LedgerId,
  field: string,
  ...filters: Filter[]
): Promise<unknown[]> {
  const sort = { field: 'id', descending: false }
  const page = await store.records({ ledger, filters, sort, offset: 0, limit: 1000 })
  return page.records.map((record) => record.row[field])
}

export async function firstId(store: Store, ledger: LedgerId): Promise<string> {
  const page = await store.records({
    ledger,
    filters: [],
    sort: { field: 'id', descending: false },
    offset: 0,
    limit: 1,
  })
  const [record] = page.records
  if (!record) throw new Error('no record')
  return record.id
}

/** Kept sums in short: `[at, ...values, sum, records, blank]`. */
export async function sums(
  store: Store,
  ledger: LedgerId,
  measure: string,
  ask: Partial<SumsQuery> = {},
): Promise<unknown[][]> {
  const rows = await store.sums({
    ledger,
    measure,
    cut: [],
    from: '2024-01-01',
    to: '2024-12-31',
    grain: 'month',
    ...ask,
  })
  return rows.map((row) => [row.at, ...row.values, row.sum, row.records, row.blank])
}
