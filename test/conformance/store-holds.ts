import { expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import type { Store } from '#server/store/store.ts'
import { actOf, byHand, cells, load, opening } from './acts.ts'
import { numbers, randomRow, rowsOf } from './random.ts'

const piece = { day: '2024-03-01', title: '春耕', platform: '爱峨边', form: 'text' }
const FIRST = '00000001'

export function keepsWhatOthersSay(store: () => Store): void {
  const takeBack = (batch: string) =>
    store().write((writer) => writer.takeBack(batch, actOf(batch, '2025-03-01T00:00:00.000Z')))
  const row = async () => (await store().record('pieces', FIRST))?.row
  const change = (batch: string, cellsOf: Row) =>
    byHand(store(), batch, (writer, act) => writer.change('pieces', FIRST, cellsOf, act))

  it('cells only the batch taken back said become empty, those the other said too stay', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10, likes: 2, author: '编辑甲' }])
    await load(store(), 'b2', 'pieces', [{ ...piece, reads: 10, comments: 5 }])
    expect(await takeBack('b1')).toEqual({ removed: 0, restored: 1, kept: 0 })
    expect(await row()).toMatchObject({ reads: 10, likes: null, author: null, comments: 5 })
    expect((await store().history('pieces', FIRST)).at(-1)).toMatchObject({
      action: 'restore',
      batch: 'b1',
      before: { likes: 2, author: '编辑甲' },
      after: { likes: null, author: null },
    })
  })

  it('cells changed by hand stand, and fall back on what the batch that stands said', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10, likes: 2 }])
    await load(store(), 'b2', 'pieces', [{ ...piece, reads: 10 }])
    await change('h1', { reads: 30, likes: 4, shares: 1 })
    await takeBack('b1')
    expect(await row()).toMatchObject({ reads: 30, likes: 4, shares: 1 })
    await takeBack('h1')
    expect(await row()).toMatchObject({ reads: 10, likes: null, shares: null })
  })

  it('what was typed by hand stays once a file says the same', async () => {
    await load(store(), 'b1', 'pieces', [piece])
    await change('h1', { reads: 30, likes: 4 })
    await load(store(), 'b2', 'pieces', [{ ...piece, reads: 30 }])
    await takeBack('h1')
    expect(await row()).toMatchObject({ reads: 30, likes: null })
    expect(await takeBack('b2')).toEqual({ removed: 0, restored: 1, kept: 0 })
    expect(await row()).toMatchObject({ reads: null, likes: null })
  })

  it('a batch that held a record after one taken back takes its own cells with it as well', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10, likes: 2 }])
    await load(store(), 'b2', 'pieces', [{ ...piece, reads: 10 }])
    await load(store(), 'b3', 'pieces', [{ ...piece, likes: 2 }])
    await takeBack('b1')
    expect(await row()).toMatchObject({ reads: 10, likes: 2 })
    await takeBack('b3')
    expect(await row()).toMatchObject({ reads: 10, likes: null })
  })

  it('a record held from two sheets of one file has what either said', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10, likes: 2, shares: 3 }])
    await store().write(async (writer) => {
      await writer.openBatch(opening('b2'))
      await writer.put('pieces', [{ ...piece, reads: 10 }], 'b2')
      await writer.put('pieces', [{ ...piece, likes: 2 }], 'b2')
    })
    await takeBack('b1')
    expect(await row()).toMatchObject({ reads: 10, likes: 2, shares: null })
  })

  it('a record in the bin comes back as the batches that stand say it', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10, likes: 2 }])
    await load(store(), 'b2', 'pieces', [{ ...piece, reads: 10 }])
    await byHand(store(), 'h1', (writer, act) => writer.remove('pieces', FIRST, act))
    await takeBack('b1')
    expect(await cells(store(), 'pieces', 'reads')).toEqual([])
    await byHand(store(), 'h2', (writer, act) => writer.restore('pieces', FIRST, act))
    expect(await store().record('pieces', FIRST)).toMatchObject({
      batch: 'b2',
      row: { reads: 10, likes: null },
    })
  })

  it('a level that only a list gives is given again', async () => {
    const use = { day: '2024-03-01', outlet: '四川日报', title: '春耕' }
    const outlet = { name: '四川日报', level: 'provincial' }
    await load(store(), 'b0', 'outlets', [outlet])
    await load(store(), 'b1', 'adoptions', [{ ...use, level: 'central', author: '编辑甲' }])
    await load(store(), 'b2', 'adoptions', [use])
    await takeBack('b1')
    expect((await store().record('adoptions', FIRST))?.row).toMatchObject({
      level: 'provincial',
      levelBy: 'list',
      author: null,
    })
  })

  it('names of a list keep the cells that another file said of them too', async () => {
    const add = (batch: string, rows: readonly Row[]) =>
      store().write(async (writer) => {
        await writer.openBatch(opening(batch))
        await writer.addNames('outlets', rows, batch)
      })
    await add('b1', [{ name: '四川日报', level: 'provincial' }])
    await add('b2', [{ name: '四川日报', level: 'provincial' }])
    await takeBack('b1')
    expect(await cells(store(), 'outlets', 'level')).toEqual(['provincial'])
  })

  it.each([1, 2, 3, 4])(
    'files taken back leave what the others alone would make (%i)',
    async (seed) => {
      const below = numbers(seed)
      const files = Array.from({ length: 6 }, () =>
        Array.from({ length: 1 + below(40) }, () => randomRow('pieces', below)),
      )
      const gone = new Set(files.flatMap((_, at) => (below(2) === 0 ? [at] : [])))
      for (const [at, rows] of files.entries()) await load(store(), `b${at}`, 'pieces', rows)
      for (const at of gone) await takeBack(`b${at}`)
      const left = await rowsOf(store(), 'pieces')
      for (const at of files.keys()) if (!gone.has(at)) await takeBack(`b${at}`)
      expect(await rowsOf(store(), 'pieces')).toEqual([])
      for (const [at, rows] of files.entries())
        if (!gone.has(at)) await load(store(), `c${at}`, 'pieces', rows)
      expect(sorted(left)).toEqual(sorted(await rowsOf(store(), 'pieces')))
    },
  )
}

const sorted = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(row)).sort()
