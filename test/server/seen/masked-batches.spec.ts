import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBatches } from '#shared/contract/batch-pages.ts'
import { memoryStore } from '#server/store/memory.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import { fillCitizens } from '#test/support/citizens.ts'
import { roleDesk, type CallAs } from '#test/support/role-desk.ts'

let folder = ''
afterAll(async () => {
  if (folder !== '') await rm(folder, { recursive: true })
})

describe.each([
  { where: 'memory', open: async () => memoryStore() },
  {
    where: 'SQLite',
    open: async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-batches-'))
      return sqliteStore(path.join(folder, 'desk.sqlite'))
    },
  },
])('batches looked for by words, over $where', ({ open }) => {
  let as: CallAs
  beforeAll(async () => {
    const store = await open()
    await fillCitizens(store)
    // More batches than are looked at in one go lie between those that name somebody.
    await store.write(async (writer) => {
      for (let nth = 1; nth <= 505; nth += 1)
        await writer.openBatch({
          id: `hand-${nth}`,
          kind: 'entry',
          title: '修改信访台账',
          why: `第${nth}次`,
          at: new Date(Date.parse('2025-02-10T03:00:00Z') + nth * 1000).toISOString(),
          by: '沙马',
          files: [],
          notes: [],
        })
    })
    as = (await roleDesk(store)).as
  })
  const page = async (role: string, query: Readonly<Record<string, string>>) => {
    const answer = await as(role, `/batches?${new URLSearchParams(query).toString()}`)
    return listBatches.output.parse(await answer.json())
  }
  const ids = async (role: string, query: Readonly<Record<string, string>>) =>
    (await page(role, query)).batches.map(({ id }) => id)

  it.each([
    ['钱守密', ['batch-1']],
    ['守密', ['batch-1']],
    ['补录 隐名', ['batch-1']],
    ['李原名', ['batch-2']],
    ['周撤回', ['batch-2']],
  ])(
    'the name %s finds nothing for who sees masks, in list, counts and people',
    async (q, found) => {
      expect(await ids('administrator', { q })).toEqual(found)
      expect(await page('reader', { q })).toEqual({
        total: 0,
        newer: 0,
        sorts: { loaded: 0, written: 0, events: 0 },
        people: [],
        batches: [],
      })
    },
  )

  it('and every other word finds what is shown', async () => {
    expect(await ids('reader', { q: '信访件' })).toEqual(['batch-1'])
    expect(await ids('reader', { q: '钱**' })).toEqual(['batch-1'])
    expect(await ids('reader', { q: '补录吉***' })).toEqual(['batch-1'])
    const { total, sorts, people } = await page('reader', { q: '信访' })
    expect({ total, sorts, people }).toEqual({
      total: 506,
      sorts: { loaded: 1, written: 505, events: 0 },
      people: ['沙马', '测试员'].toSorted(),
    })
  })

  it('page by page, forth and back, a name tells nothing of where it stands', async () => {
    const [place] = (await page('administrator', { q: '钱守密' })).batches
    const beyond = `${place?.at ?? ''} ${place?.id ?? ''}`
    for (const way of ['older', 'newer'])
      for (const q of ['守密', '龘龘'])
        expect((await page('reader', { q, [way]: beyond })).batches).toEqual([])
    expect(await ids('reader', { q: '第1次', newer: beyond })).toEqual(['hand-1'])
  })
})
