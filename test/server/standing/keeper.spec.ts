import { describe, expect, it } from 'vitest'
import { CLOCK, openFooting } from '#server/standing/footing.ts'
import { keeper, recaller, type State } from '#server/standing/keeper.ts'
import { memoryStore } from '#server/store/memory.ts'

const { revisions } = memoryStore()
const state = async (over: Partial<State> = {}): Promise<State> => ({
  frame: 'a',
  revisions: await revisions(),
  moves: { hold: () => true },
  now: '2025-02-10T10:00',
  ...over,
})

describe('what is kept', () => {
  it('holds for the day, or for so much of the clock as it asked for', async () => {
    const kept = keeper<string>(9)
    const [ofDay, ofMinute] = [openFooting(), openFooting()]
    ofMinute.noteClock(CLOCK.minute)
    kept.keep('day', { state: await state(), footing: ofDay, value: '1' })
    kept.keep('minute', { state: await state(), footing: ofMinute, value: '2' })
    const later = await state({ now: '2025-02-10T10:01' })
    expect([kept.find('day', later)?.value, kept.find('minute', later)]).toEqual(['1', null])
    expect(kept.find('day', await state({ now: '2025-02-11T00:00' }))).toBeNull()
  })

  it('goes with its frame, and with what it stands on', async () => {
    const kept = keeper<string>(9)
    kept.keep('a', { state: await state(), footing: openFooting(), value: '1' })
    expect(kept.find('a', await state({ frame: 'b' }))).toBeNull()
    expect(kept.find('a', await state({ moves: { hold: () => false } }))).toBeNull()
    expect(kept.find('a', await state())?.value).toBe('1')
  })

  it('makes room by what was asked for longest ago', async () => {
    const kept = keeper<string>(2)
    const at = await state()
    const put = (key: string) => kept.keep(key, { state: at, footing: openFooting(), value: key })
    put('a')
    put('b')
    kept.find('a', at)
    put('c')
    expect(['a', 'b', 'c'].map((key) => kept.find(key, at)?.value)).toEqual(['a', undefined, 'c'])
  })
})

describe('what is worked out', () => {
  it('is worked out once for all who ask meanwhile, and noted with each', async () => {
    const recall = recaller<string>(9)
    let made = 0
    const at = await state()
    const footings = [openFooting(), openFooting(), openFooting()]
    const ask = (footing = openFooting()) =>
      recall('a', { state: at, footing }, async (own) => {
        made += 1
        own.note('pieces', { from: '2024-01-01', to: '2024-12-31' })
        return 'x'
      })
    await Promise.all([ask(footings[0]), ask(footings[1])])
    await ask(footings[2])
    expect(made).toBe(1)
    for (const { ledgers } of footings)
      expect([...ledgers]).toEqual([['pieces', { from: '2024-01-01', to: '2024-12-31' }]])
  })

  it('is worked out again after it failed', async () => {
    const recall = recaller<string>(9)
    const asked = { state: await state(), footing: openFooting() }
    await expect(recall('a', asked, () => Promise.reject(new Error('away')))).rejects.toThrow(
      'away',
    )
    expect(await recall('a', asked, async () => 'x')).toBe('x')
  })
})
