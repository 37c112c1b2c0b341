import { expect, it } from 'vitest'
import { openFooting } from '#server/standing/footing.ts'
import { notedReads } from '#server/standing/noted-reads.ts'
import { watchMoves } from '#server/standing/moves.ts'
import { memoryStore } from '#server/store/memory.ts'
import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { actOf, opening } from '#test/conformance/acts.ts'

const DAY = '2025-01-05T00:00:00.000Z'

/** A store, and whether what was read in 2023 or 2024 outlasts what is done to it. */
function watched() {
  const raw = memoryStore()
  const { store, moves } = watchMoves(raw)
  let number = 0
  return {
    raw,
    store,
    async put(ledger: LedgerId, rows: readonly Row[], to = store) {
      number += 1
      const batch = `b${number}`
      await to.write(async (writer) => {
        await writer.openBatch(opening(batch, DAY))
        await writer.put(ledger, rows, batch)
      })
      return batch
    },
    /** The years of a ledger that a write touches, of 2023, 2024 and 2025. */
    async touched(ledger: LedgerId, act: () => Promise<unknown>): Promise<string[]> {
      const before = await raw.revisions()
      await act()
      const after = await raw.revisions()
      return ['2023', '2024', '2025'].filter((year) => {
        const footing = openFooting()
        footing.note(ledger, { from: `${year}-01-01`, to: `${year}-12-31` })
        return !moves.hold(footing, before, after)
      })
    },
  }
}

const piece = (day: string, title = '稿'): Row => ({ day, title, platform: '微信', form: 'text' })

it('a write touches the years of its records, before and after', async () => {
  const { store, put, touched } = watched()
  expect(await touched('pieces', () => put('pieces', [piece('2024-10-08')]))).toEqual(['2024'])
  const page = { filters: [], sort: { field: 'id', descending: false }, offset: 0, limit: 1 }
  const [record] = (await store.records({ ledger: 'pieces', ...page })).records
  const change = () =>
    store.write(async (writer) => {
      await writer.openBatch(opening('c', DAY))
      await writer.change('pieces', record?.id ?? '', { day: '2023-10-08' }, actOf('c', DAY))
    })
  expect(await touched('pieces', change)).toEqual(['2023', '2024'])
})

it('a record without a date, and one of a list, touch every year', async () => {
  const { put, touched } = watched()
  const all = ['2023', '2024', '2025']
  expect(await touched('people', () => put('people', [{ name: '沙马' }]))).toEqual(all)
})

it('a write leaves other ledgers as they were', async () => {
  const { put, touched } = watched()
  expect(await touched('alerts', () => put('pieces', [piece('2024-10-08')]))).toEqual([])
})

it('a write that was never seen touches everything of its ledger', async () => {
  const { raw, put, touched } = watched()
  expect(await touched('pieces', () => put('pieces', [piece('2024-10-08')], raw))).toEqual([
    '2023',
    '2024',
    '2025',
  ])
})

it('a write that failed leaves its number to one that nobody saw', async () => {
  const { raw, store, put, touched } = watched()
  const failing = store.write(async (writer) => {
    await writer.openBatch(opening('f', DAY))
    await writer.put('pieces', [piece('2024-01-01')], 'f')
  })
  await failing
  const given = store.write(async (writer) => {
    await writer.openBatch(opening('g', DAY))
    await writer.put('pieces', [piece('2024-01-02')], 'g')
    throw new Error('given up')
  })
  await expect(given).rejects.toThrow('given up')
  expect(await touched('pieces', () => put('pieces', [piece('2023-01-02')], raw))).toEqual([
    '2023',
    '2024',
    '2025',
  ])
})

it('a question is noted with the years of one of its dates', async () => {
  const { raw } = watched()
  const noted = async (filters: readonly { field: string; from?: string; to?: string }[]) => {
    const footing = openFooting()
    await notedReads(raw, footing).cells({ ledger: 'alerts', fields: ['id'], filters })
    return footing.ledgers.get('alerts')
  }
  const found = { field: 'alertedAt', from: '2023-02-01', to: '2023-12-31' }
  const closed = { field: 'closedAt', from: '2024-01-01' }
  expect(await noted([closed, found])).toEqual({ from: '2023-02-01', to: '2023-12-31' })
  expect(await noted([closed])).toEqual({ from: '2024-01-01', to: '9999' })
  expect(await noted([])).toEqual({ from: '', to: '9999' })
})
