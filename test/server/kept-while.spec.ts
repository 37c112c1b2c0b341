import { expect, it } from 'vitest'
import { keptWhile } from '#server/kept-while.ts'

const counting = () => {
  let reads = 0
  return async () => {
    reads += 1
    return reads
  }
}

it('what was read is given again by key while its state is the same', async () => {
  const kept = keptWhile<string, number>()
  const read = counting()
  expect(await Promise.all([kept('a', 1, read), kept('a', 1, read)])).toEqual([1, 1])
  expect(await kept('b', 1, read)).toBe(2)
  expect(await kept('a', 2, read)).toBe(3)
})

it('what failed is read again, and takes nothing newer along', async () => {
  const kept = keptWhile<string, number>()
  const failing = kept('a', 1, () => Promise.reject(new Error('busy')))
  const newer = kept('a', 2, async () => 20)
  await expect(failing).rejects.toThrow('busy')
  expect(await newer).toBe(20)
  expect(await kept('a', 2, async () => 21)).toBe(20)
  await expect(kept('a', 3, () => Promise.reject(new Error('busy')))).rejects.toThrow('busy')
  expect(await kept('a', 3, async () => 30)).toBe(30)
})
