import { beforeAll, describe, expect, it } from 'vitest'
import { memoryStore } from '#server/store/memory.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { writeWhere } from '#shared/records/where-text.ts'
import { citizenFields } from '#shared/masks.ts'
import { fillCitizens, SECRETS } from '#test/support/citizens.ts'
import { roleDesk, type CallAs } from '#test/support/role-desk.ts'

const NAMES = SECRETS.flatMap(([, secrets]) => secrets)
/** Whole, and without what a mask leaves standing at its head. */
const GUESSES = NAMES.flatMap((name) => [name, name.slice(/\d/.test(name) ? 4 : 1)])
/** Nobody's. */
const WRONG = '龘龘'

/** Where words can be asked of a ledger: searches of records, of the bin and of what was done. */
const searches = (ledger: LedgerId, word: string): string[] => {
  const q = encodeURIComponent(word)
  return [
    `/ledgers/${ledger}/records?q=${q}`,
    `/ledgers/${ledger}/sums?q=${q}`,
    `/ledgers/${ledger}/origins?q=${q}`,
    `/ledgers/${ledger}/removed?q=${q}`,
    `/history/changes?ledger=${ledger}&q=${q}`,
  ]
}

/** And filters by each field that names or mentions somebody. */
const filters = (ledger: LedgerId, word: string): string[] =>
  citizenFields(ledgerOf(ledger)).flatMap((field) => {
    const held = (hold: 'is' | 'has'): string =>
      encodeURIComponent(writeWhere([{ field, hold, words: [word] }]))
    return [
      `/ledgers/${ledger}/records?where=${held('is')}`,
      `/ledgers/${ledger}/records?where=${held('has')}`,
      `/history/changes?ledger=${ledger}&where=${held('is')}`,
      `/history/changes?ledger=${ledger}&where=${held('has')}`,
    ]
  })

describe('a guess of a name or a number', () => {
  let as: CallAs
  let filled: LedgerId[] = []
  beforeAll(async () => {
    const store = memoryStore()
    await fillCitizens(store)
    as = (await roleDesk(store)).as
    const counts = { ...(await store.counts()) }
    const removed = await store.removedCounts()
    filled = LEDGER_IDS.filter((id) => counts[id] + removed[id] > 0)
  })
  const told = async (role: string, address: string, word: string): Promise<string> => {
    const answer = await as(role, address)
    const text = (await answer.text()).replaceAll(word, '').replace(/"requestId":"[^"]*"/, '')
    return `${answer.status} ${text}`
  }
  const asked = (word: string): string[] =>
    filled.flatMap((ledger) => [...searches(ledger, word), ...filters(ledger, word)])

  it('that is right is answered as one that is wrong, wherever words are asked for', async () => {
    const wrong: string[] = []
    for (const address of asked(WRONG)) wrong.push(await told('reader', address, WRONG))
    const tellers: string[] = []
    for (const guess of GUESSES)
      for (const [at, address] of asked(guess).entries())
        if ((await told('reader', address, guess)) !== wrong[at])
          tellers.push(decodeURIComponent(address))
    expect(wrong.length).toBeGreaterThan(80)
    expect(tellers).toEqual([])
  })

  it('that is right is found by whoever may see it', async () => {
    const [right] = searches('petitions', '钱守密')
    expect(await told('administrator', right ?? '', '')).toContain('"total":1')
  })
})
