import { expect, it } from 'vitest'
import type { Store } from '#server/store/store.ts'
import { actOf, byHand, cells, firstId, load, opening, sums } from './acts.ts'

const piece = { day: '2024-03-01', title: '春耕', platform: '爱峨边', form: 'text' }
const alert = { alertedAt: '2024-03-01T08:00', title: '停水', level: 'red' }

export function writesRecords(store: () => Store): void {
  it('a record carries its batch, who entered it and when', async () => {
    await load(store(), 'b1', 'people', [{ name: '编辑甲' }])
    const page = await store().records({
      ledger: 'people',
      filters: [],
      sort: { field: 'name', descending: false },
      offset: 0,
      limit: 10,
    })
    expect(page.records).toEqual([
      {
        id: '00000001',
        batch: 'b1',
        createdAt: '2025-01-02T03:04:05.000Z',
        createdBy: '编辑甲',
        changedAt: null,
        changedBy: null,
        row: {
          name: '编辑甲',
          department: null,
          post: null,
          aliases: null,
          validFrom: null,
          validTo: null,
          remark: null,
        },
      },
    ])
    expect(await store().record('people', '00000001')).toEqual(page.records[0])
    expect(await store().record('people', 'zzz')).toBeNull()
  })

  it('the same rows twice add nothing the second time', async () => {
    const rows = [piece, { ...piece, title: '夏收' }]
    expect(await load(store(), 'b1', 'pieces', rows)).toEqual({ added: 2, changed: 0, same: 0 })
    expect(await load(store(), 'b2', 'pieces', rows)).toEqual({ added: 0, changed: 0, same: 2 })
    expect(await sums(store(), 'pieces', 'records')).toEqual([['2024-03', 2, 2, 0]])
  })

  it('equal keys in one file stay apart, and stay so when it is loaded again', async () => {
    const rows = [
      { ...piece, reads: 1 },
      { ...piece, reads: 2 },
      { ...piece, reads: 3 },
    ]
    expect(await load(store(), 'b1', 'pieces', rows)).toEqual({ added: 3, changed: 0, same: 0 })
    expect(await load(store(), 'b2', 'pieces', rows)).toEqual({ added: 0, changed: 0, same: 3 })
    expect(await cells(store(), 'pieces', 'reads')).toEqual([1, 2, 3])
  })

  it('the number of a record is part of its key beside the other fields', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, code: 'A-1' }])
    expect(
      await load(store(), 'b2', 'pieces', [{ ...piece, code: 'A-1', title: '秋种' }]),
    ).toMatchObject({ added: 1 })
  })

  it('a known record with other cells is changed and keeps its history', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10, author: '编辑甲' }])
    const outcome = await load(store(), 'b2', 'pieces', [{ ...piece, reads: 25, likes: 3 }])
    expect(outcome).toEqual({ added: 0, changed: 1, same: 0 })
    const id = await firstId(store(), 'pieces')
    const record = await store().record('pieces', id)
    expect(record?.row).toMatchObject({ reads: 25, likes: 3, author: '编辑甲' })
    expect(record).toMatchObject({
      batch: 'b1',
      changedAt: '2025-01-02T03:04:05.000Z',
      changedBy: '编辑甲',
    })
    expect(await store().history('pieces', id)).toEqual([
      {
        at: '2025-01-02T03:04:05.000Z',
        by: '编辑甲',
        why: '导入台账',
        batch: 'b2',
        action: 'change',
        before: { reads: 10, likes: null },
        after: { reads: 25, likes: 3 },
      },
    ])
    expect(await sums(store(), 'pieces', 'reads')).toEqual([['2024-03', 25, 1, 0]])
  })

  it('derived cells are computed at every write and cannot be entered', async () => {
    await load(store(), 'b1', 'alerts', [{ ...alert, handlingSeconds: 1 }])
    const id = await firstId(store(), 'alerts')
    expect((await store().record('alerts', id))?.row).toMatchObject({
      handlingSeconds: null,
      openAt: '2024-03-01T08:00',
    })
    await byHand(store(), 'h1', (writer, act) =>
      writer.change('alerts', id, { closedAt: '2024-03-01T09:30' }, act),
    )
    expect((await store().record('alerts', id))?.row).toMatchObject({
      handlingSeconds: 5400,
      openAt: null,
    })
    expect(await sums(store(), 'alerts', 'handled')).toEqual([['2024-03', 1, 1, 0]])
    expect(await sums(store(), 'alerts', 'closed')).toEqual([['2024-03', 1, 1, 0]])
  })

  it('a change by hand can empty a cell and says what it changed', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10 }])
    const id = await firstId(store(), 'pieces')
    const changed = await byHand(store(), 'h1', (writer, act) =>
      writer.change('pieces', id, { reads: null }, act),
    )
    expect(changed).toMatchObject({
      id,
      changedAt: '2025-02-01T00:00:00.000Z',
      changedBy: '编辑乙',
    })
    expect(changed?.row.reads).toBeNull()
    expect(await store().history('pieces', id)).toMatchObject([
      { action: 'change', before: { reads: 10 }, after: { reads: null } },
    ])
    expect(await sums(store(), 'pieces', 'reads')).toEqual([['2024-03', 0, 0, 1]])
  })

  it('a change that changes nothing leaves no history; one of no record gives null', async () => {
    await load(store(), 'b1', 'pieces', [piece])
    const id = await firstId(store(), 'pieces')
    await byHand(store(), 'h1', (writer, act) =>
      writer.change('pieces', id, { title: '春耕' }, act),
    )
    expect(await store().history('pieces', id)).toEqual([])
    expect(
      await byHand(store(), 'h2', (writer, act) =>
        writer.change('pieces', 'zzz', { title: 'x' }, act),
      ),
    ).toBeNull()
  })

  it('a record whose key was changed is known by its new key', async () => {
    await load(store(), 'b1', 'pieces', [piece, { ...piece, title: '夏收' }])
    const id = await firstId(store(), 'pieces')
    await byHand(store(), 'h1', (writer, act) =>
      writer.change('pieces', id, { title: '夏收' }, act),
    )
    expect(await load(store(), 'b2', 'pieces', [{ ...piece, title: '夏收' }])).toMatchObject({
      same: 1,
    })
    expect(await load(store(), 'b3', 'pieces', [piece])).toMatchObject({ added: 1 })
    expect(await cells(store(), 'pieces', 'title')).toEqual(['夏收', '夏收', '春耕'])
  })

  it('a removed record is gone from lists and sums, keeps its history and can be entered anew', async () => {
    await load(store(), 'b1', 'pieces', [piece])
    const id = await firstId(store(), 'pieces')
    expect(await byHand(store(), 'h1', (writer, act) => writer.remove('pieces', id, act))).toBe(
      true,
    )
    expect(await byHand(store(), 'h2', (writer, act) => writer.remove('pieces', id, act))).toBe(
      false,
    )
    expect(await store().record('pieces', id)).toBeNull()
    expect(await cells(store(), 'pieces', 'title')).toEqual([])
    expect(await sums(store(), 'pieces', 'records')).toEqual([])
    expect(await store().history('pieces', id)).toMatchObject([
      { action: 'remove', by: '编辑乙', batch: 'h1' },
    ])
    expect(await load(store(), 'b2', 'pieces', [piece])).toMatchObject({ added: 1 })
    expect(await firstId(store(), 'pieces')).not.toBe(id)
  })

  it('a failed write leaves nothing behind, sums neither', async () => {
    await load(store(), 'b1', 'pieces', [piece])
    const before = await store().revisions()
    const failing = store().write(async (writer) => {
      await writer.openBatch(opening('b2'))
      await writer.put('pieces', [{ ...piece, title: '夏收', reads: 5 }], 'b2')
      await writer.cover({ ledger: 'pieces', from: '2024-03-01', to: '2024-03-31', batch: 'b2' })
      await writer.change('pieces', '00000001', { title: '改名' }, actOf('b2'))
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕'])
    expect(await sums(store(), 'pieces', 'records', { grain: 'day' })).toEqual([
      ['2024-03-01', 1, 1, 0],
    ])
    expect(await store().history('pieces', '00000001')).toEqual([])
    expect(await store().batch('b2')).toBeNull()
    expect(await store().coverage()).toEqual([])
    expect(await store().revisions()).toEqual(before)
    expect(await load(store(), 'b2', 'pieces', [{ ...piece, title: '夏收' }])).toMatchObject({
      added: 1,
    })
  })

  it('writers wait for one another and do not outlive their write', async () => {
    const [first, second] = await Promise.all([
      load(store(), 'b1', 'pieces', [piece]),
      load(store(), 'b2', 'pieces', [piece]),
    ])
    expect([first.added, second.same]).toEqual([1, 1])
    const leaked = await store().write(async (writer) => writer)
    await expect(leaked.openBatch(opening('b3'))).rejects.toThrow('this write is over')
  })

  it('readers see the old state until a write is kept', async () => {
    await load(store(), 'b1', 'pieces', [piece])
    await store().write(async (writer) => {
      await writer.openBatch(opening('b2'))
      await writer.put('pieces', [{ ...piece, title: '夏收' }], 'b2')
      expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕'])
      expect(await sums(store(), 'pieces', 'records')).toEqual([['2024-03', 1, 1, 0]])
    })
    expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕', '夏收'])
  })

  it('a cell or field that cannot be kept fails the write', async () => {
    await expect(load(store(), 'b1', 'pieces', [{ ...piece, reads: 1.5 }])).rejects.toThrow(
      '1.5 cannot be kept in reads',
    )
    await expect(load(store(), 'b1', 'pieces', [{ ...piece, reads: '5' }])).rejects.toThrow(
      '5 cannot be kept in reads',
    )
    await expect(load(store(), 'b1', 'pieces', [{ ...piece, colour: '红' }])).rejects.toThrow(
      'has no field colour',
    )
    const unopened = store().write((writer) => writer.put('pieces', [piece], 'b9'))
    await expect(unopened).rejects.toThrow('no batch b9 was opened')
  })
}
