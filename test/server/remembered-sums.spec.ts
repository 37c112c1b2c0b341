import { expect, it } from 'vitest'
import { rememberedSums, sumsUntilMoved } from '#server/remembered-sums.ts'
import { watchMoves } from '#server/standing/moves.ts'
import { memoryStore } from '#server/store/memory.ts'
import { load } from '#test/conformance/acts.ts'
import type { SumsQuery } from '#shared/metrics/sums.ts'

const query: SumsQuery = {
  ledger: 'pieces',
  measure: 'records',
  cut: ['platform'],
  from: '2024-01-01',
  to: '2024-12-31',
  grain: 'month',
}

it('puts each question once, and another question again', async () => {
  const asked: SumsQuery[] = []
  const read = rememberedSums(async (each) => {
    asked.push(each)
    return []
  })
  await Promise.all([read(query), read({ ...query }), read({ ...query, grain: 'day' })])
  expect(asked).toEqual([query, { ...query, grain: 'day' }])
})

it('asks again after a failure', async () => {
  let calls = 0
  const read = rememberedSums(async () => {
    calls += 1
    if (calls === 1) throw new Error('the disk is away')
    return []
  })
  await expect(read(query)).rejects.toThrow('the disk is away')
  expect(await read(query)).toEqual([])
})

const piece = (day: string, platform: string, title: string) => ({
  day,
  platform,
  title,
  form: 'text',
})

/** A store with pieces of 2024, what is read from it, and its sums by month and by day as they are told. */
async function watched() {
  const raw = memoryStore()
  const { store, moves } = watchMoves(raw)
  await load(store, 'b1', 'pieces', [
    piece('2024-01-09', '微信', '一'),
    piece('2024-03-05', '抖音', '二'),
    piece('2024-10-08', '微信', '三'),
    piece('2024-10-31', '抖音', '四'),
  ])
  const asked: string[] = []
  const sums = sumsUntilMoved(
    {
      sums(each) {
        asked.push(`${each.grain} ${each.from}..${each.to}`)
        return store.sums(each)
      },
    },
    moves,
  )
  const questions: readonly SumsQuery[] = [
    query,
    { ...query, grain: 'day', from: '2024-02-01', to: '2024-10-20' },
  ]
  return {
    raw,
    store,
    /** What was read to tell them; they have to be told as the store has them. */
    async read(): Promise<string[]> {
      asked.length = 0
      const read = sums(await store.revisions())
      for (const each of questions) expect(await read(each)).toEqual(await store.sums(each))
      return [...asked]
    },
  }
}

it('after a write only the months it was in are read again', async () => {
  const { store, read } = await watched()
  expect(await read()).toEqual(['month 2024-01-01..2024-12-31', 'day 2024-02-01..2024-10-20'])
  expect(await read()).toEqual([])
  await load(store, 'b2', 'pieces', [
    piece('2024-10-08', '微信', '五'),
    piece('2024-10-09', '爱峨边', '六'),
  ])
  expect(await read()).toEqual(['month 2024-10-01..2024-10-31', 'day 2024-10-01..2024-10-20'])
  await load(store, 'b3', 'pieces', [piece('2024-10-25', '微信', '七')])
  await load(store, 'b4', 'pieces', [piece('2024-02-25', '微信', '八')])
  expect(await read()).toEqual([
    'month 2024-10-01..2024-10-31',
    'month 2024-02-01..2024-02-29',
    'day 2024-10-01..2024-10-20',
    'day 2024-02-01..2024-02-29',
  ])
  await load(store, 'b5', 'pieces', [piece('2023-10-25', '微信', '九')])
  expect(await read()).toEqual([])
})

it('after a write in many months, or one that nobody saw, all is read at once', async () => {
  const { raw, store, read } = await watched()
  const whole = await read()
  const days = ['2024-04-01', '2024-05-01', '2024-06-01', '2024-07-01']
  await load(
    store,
    'b2',
    'pieces',
    days.map((day) => piece(day, '微信', day)),
  )
  expect(await read()).toEqual(whole)
  await load(raw, 'b3', 'pieces', [piece('2024-10-08', '微信', '五')])
  expect(await read()).toEqual(whole)
})

it('months whose records are gone are told as empty', async () => {
  const { store, read } = await watched()
  await read()
  const act = { at: '2025-03-01T00:00:00.000Z', by: '甲', why: '', batch: 'b1' }
  await store.write((writer) => writer.takeBack('b1', act))
  expect(await read()).toHaveLength(5)
  expect(await store.sums(query)).toEqual([])
})
