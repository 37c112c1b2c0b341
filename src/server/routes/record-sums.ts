import type * as z from 'zod/mini'
import type { sumRecords } from '#shared/contract/records.ts'
import { summedFields } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import type { RecordsQuery, Store } from '../store/store.ts'

type Asked = Omit<RecordsQuery, 'sort' | 'offset' | 'limit'>
type Answer = z.infer<typeof sumRecords.output>

/** Each field that adds up, over all records a question takes; what no record holds has no sum. */
export async function sumsOfRecords(
  store: Pick<Store, 'sumOf' | 'origins'>,
  asked: Asked,
): Promise<Answer> {
  const count = async (query: Asked): Promise<number> =>
    (await store.origins(query)).reduce((total, { records }) => total + records, 0)
  const total = await count(asked)
  const sums = summedFields(ledgerOf(asked.ledger)).map(async (field) => {
    const held = { ...asked, filters: [...asked.filters, { field, isPresent: true }] }
    const [sum, present] = await Promise.all([store.sumOf(held, field), count(held)])
    return { field, sum: present === 0 ? null : sum, absent: total - present }
  })
  return { total, sums: await Promise.all(sums) }
}
