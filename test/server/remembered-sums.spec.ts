import { expect, it } from 'vitest'
import { rememberedSums } from '#server/remembered-sums.ts'
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
