import { describe, expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import type { SumsQuery } from '#shared/metrics/sums.ts'
import { pendingSums, sumsWithout } from '#server/review/pending-sums.ts'
import { memoryStore } from '#server/store/memory.ts'

const piece = (day: string, platform: string, reads: number | null): Row => ({
  day,
  title: `${day} ${platform}`,
  platform,
  form: 'text',
  reads,
})

const MARCH = { from: '2024-03-01', to: '2024-03-31' }
const query = (rest: Partial<SumsQuery> = {}): SumsQuery => ({
  ledger: 'pieces',
  measure: 'records',
  cut: [],
  ...MARCH,
  grain: 'month',
  ...rest,
})

/** Two pieces of March and one of April; only April is reviewed. */
async function desk() {
  const store = memoryStore()
  const at = '2025-01-02T03:04:05.000Z'
  const batch = {
    id: 'b1',
    kind: 'import',
    title: '',
    why: '',
    at,
    by: '',
    files: [],
    notes: [],
  } as const
  await store.write(async (writer) => {
    await writer.openBatch(batch)
    const rows = [
      piece('2024-03-01', '爱峨边', 5),
      piece('2024-03-02', '峨边在线', null),
      piece('2024-04-01', '爱峨边', 7),
    ]
    await writer.put('pieces', rows, 'b1')
  })
  const by = { on: 'day', months: [{ month: '2024-04', at }], batches: [] }
  return { store, pending: await pendingSums(store, 'pieces', by) }
}

describe('sums of unreviewed records', () => {
  it('hold them by month, day and cut, and no reviewed one', async () => {
    const { pending } = await desk()
    expect(await pending(query())).toEqual([
      { at: '2024-03', values: [], sum: 2, records: 2, blank: 0 },
    ])
    expect(await pending(query({ cut: ['platform'], grain: 'day' }))).toEqual([
      { at: '2024-03-01', values: ['爱峨边'], sum: 1, records: 1, blank: 0 },
      { at: '2024-03-02', values: ['峨边在线'], sum: 1, records: 1, blank: 0 },
    ])
    expect(await pending(query({ from: '2024-04-01', to: '2024-04-30' }))).toEqual([])
  })

  it('leave kept sums as if the records were not there', async () => {
    const { store, pending } = await desk()
    const year = { from: '2024-01-01', to: '2024-12-31' }
    const counted = sumsWithout(
      (asked) => store.sums(asked),
      new Set(['pieces']),
      async () => pending,
    )
    expect(await counted(query({ ...year, measure: 'reads' }))).toEqual([
      { at: '2024-04', values: [], sum: 7, records: 1, blank: 0 },
    ])
    expect(await counted(query({ ...year, grain: 'all', cut: ['platform'] }))).toEqual([
      { at: '', values: ['爱峨边'], sum: 1, records: 1, blank: 0 },
    ])
  })

  it('leave other ledgers alone', async () => {
    const { store, pending } = await desk()
    const counted = sumsWithout(
      (asked) => store.sums(asked),
      new Set(['faults']),
      async () => pending,
    )
    expect(await counted(query())).toEqual([
      { at: '2024-03', values: [], sum: 2, records: 2, blank: 0 },
    ])
  })
})
