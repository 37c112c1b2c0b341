import { expect, it } from 'vitest'
import type { Store } from '#server/store/store.ts'
import { actOf, byHand, cells, firstId, load, opening, sums } from './acts.ts'

const piece = { day: '2024-03-01', title: '春耕', platform: '爱峨边', form: 'text' }

export function takesBack(store: () => Store): void {
  const takeBack = (batch: string) =>
    store().write((writer) => writer.takeBack(batch, actOf(batch, '2025-03-01T00:00:00.000Z')))

  it('records the batch added are removed, and can be loaded again', async () => {
    const rows = [piece, { ...piece, title: '夏收', reads: 4 }]
    await load(store(), 'b1', 'pieces', rows)
    await load(store(), 'b2', 'people', [{ name: '编辑甲' }])
    expect(await takeBack('b1')).toEqual({ removed: 2, restored: 0, kept: 0 })
    expect(await store().counts()).toMatchObject({ pieces: 0, people: 1 })
    expect(await sums(store(), 'pieces', 'records', { grain: 'day' })).toEqual([])
    expect(await store().history('pieces', '00000001')).toMatchObject([
      { action: 'remove', why: '更正', batch: 'b1' },
    ])
    expect(await load(store(), 'b3', 'pieces', rows)).toEqual({ added: 2, changed: 0, same: 0 })
    expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕', '夏收'])
  })

  it('a batch says it was taken back, and when; its coverage ends', async () => {
    await store().write(async (writer) => {
      await writer.openBatch(opening('b1'))
      await writer.put('pieces', [piece], 'b1')
      await writer.cover({ ledger: 'pieces', from: '2024-01-01', to: '2024-03-31', batch: 'b1' })
      await writer.cover({ ledger: 'faults', from: '2024-01-01', to: '2024-03-31', batch: 'b1' })
    })
    const before = await store().revisions()
    await takeBack('b1')
    expect(await store().batch('b1')).toMatchObject({
      state: 'takenBack',
      takenBackAt: '2025-03-01T00:00:00.000Z',
    })
    expect(await store().coverage()).toEqual([])
    const after = await store().revisions()
    expect(after.pieces).toBeGreaterThan(before.pieces)
    expect(after.faults).toBeGreaterThan(before.faults)
    expect(after.checks).toBe(before.checks)
  })

  it('cells the batch changed come back', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10 }])
    await load(store(), 'b2', 'pieces', [{ ...piece, reads: 25, likes: 3 }])
    expect(await takeBack('b2')).toEqual({ removed: 0, restored: 1, kept: 0 })
    const record = await store().record('pieces', '00000001')
    expect(record?.row).toMatchObject({ reads: 10, likes: null })
    expect(await sums(store(), 'pieces', 'reads')).toEqual([['2024-03', 10, 1, 0]])
    expect((await store().history('pieces', '00000001')).map((entry) => entry.action)).toEqual([
      'change',
      'restore',
    ])
  })

  it('a cell changed later stands, the others come back', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10, likes: 1 }])
    await load(store(), 'b2', 'pieces', [{ ...piece, reads: 20, likes: 2 }])
    await byHand(store(), 'h1', (writer, act) =>
      writer.change('pieces', '00000001', { reads: 30 }, act),
    )
    expect(await takeBack('b2')).toEqual({ removed: 0, restored: 1, kept: 0 })
    expect((await store().record('pieces', '00000001'))?.row).toMatchObject({ reads: 30, likes: 1 })
    expect(await takeBack('h1')).toEqual({ removed: 0, restored: 1, kept: 0 })
    expect((await store().record('pieces', '00000001'))?.row).toMatchObject({ reads: 10, likes: 1 })
  })

  it('a record wholly as a later change has it is kept', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10 }])
    await load(store(), 'b2', 'pieces', [{ ...piece, reads: 20 }])
    await load(store(), 'b3', 'pieces', [{ ...piece, reads: 30 }])
    expect(await takeBack('b2')).toEqual({ removed: 0, restored: 0, kept: 1 })
    expect(await cells(store(), 'pieces', 'reads')).toEqual([30])
    expect(await takeBack('b3')).toEqual({ removed: 0, restored: 1, kept: 0 })
    expect(await cells(store(), 'pieces', 'reads')).toEqual([10])
  })

  it('a record the batch removed comes back, unless it was entered anew or its own batch is gone', async () => {
    const rows = [piece, { ...piece, title: '夏收' }]
    await load(store(), 'b1', 'pieces', rows)
    await byHand(store(), 'h1', (writer, act) => writer.remove('pieces', '00000001', act))
    await byHand(store(), 'h2', (writer, act) => writer.remove('pieces', '00000002', act))
    expect(await takeBack('h1')).toEqual({ removed: 0, restored: 1, kept: 0 })
    expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕'])
    expect(await sums(store(), 'pieces', 'records')).toEqual([['2024-03', 1, 1, 0]])
    await load(store(), 'b2', 'pieces', [{ ...piece, title: '夏收' }])
    expect(await takeBack('h2')).toEqual({ removed: 0, restored: 0, kept: 0 })
    expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕', '夏收'])
    await byHand(store(), 'h3', (writer, act) => writer.remove('pieces', '00000001', act))
    await takeBack('b1')
    await takeBack('h3')
    expect(await cells(store(), 'pieces', 'title')).toEqual(['夏收'])
  })

  it('a key that comes back does not collide with a record that took it meanwhile', async () => {
    await load(store(), 'b1', 'pieces', [piece])
    await byHand(store(), 'h1', async (writer, act) =>
      writer.change('pieces', await firstId(store(), 'pieces'), { title: '改名' }, act),
    )
    await load(store(), 'b2', 'pieces', [piece])
    expect(await takeBack('h1')).toEqual({ removed: 0, restored: 1, kept: 0 })
    expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕', '春耕'])
    expect(await load(store(), 'b3', 'pieces', [piece, piece])).toEqual({
      added: 0,
      changed: 0,
      same: 2,
    })
  })

  it('a record that a later batch held too stays with it, until that one is taken back as well', async () => {
    const rows = [piece, { ...piece, title: '夏收' }, { ...piece, title: '秋收' }]
    await load(store(), 'b1', 'pieces', rows)
    await load(store(), 'b2', 'pieces', [piece, { ...piece, title: '夏收', reads: 4 }])
    await load(store(), 'b3', 'pieces', [piece])
    expect(await takeBack('b1')).toEqual({ removed: 1, restored: 0, kept: 2 })
    expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕', '夏收'])
    expect(await cells(store(), 'pieces', 'reads')).toEqual([null, 4])
    expect((await store().record('pieces', '00000001'))?.batch).toBe('b2')
    expect(await takeBack('b2')).toEqual({ removed: 1, restored: 0, kept: 1 })
    expect((await store().record('pieces', '00000001'))?.batch).toBe('b3')
    expect(await sums(store(), 'pieces', 'records')).toEqual([['2024-03', 1, 1, 0]])
    expect(await takeBack('b3')).toEqual({ removed: 1, restored: 0, kept: 0 })
    expect(await cells(store(), 'pieces', 'title')).toEqual([])
  })

  it('a batch is taken back once; one that is not there changes nothing', async () => {
    await load(store(), 'b1', 'pieces', [piece])
    await takeBack('b1')
    const before = await store().revisions()
    expect(await takeBack('b1')).toEqual({ removed: 0, restored: 0, kept: 0 })
    expect(await takeBack('b9')).toEqual({ removed: 0, restored: 0, kept: 0 })
    expect(await store().revisions()).toEqual(before)
  })
}
