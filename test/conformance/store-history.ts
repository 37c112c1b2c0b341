import { expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import type { ActsQuery, DoneAct } from '#server/store/history.ts'
import type { Store } from '#server/store/store.ts'
import { actOf, byHand, cells, load, opening, sums } from './acts.ts'

const piece = { day: '2024-03-01', title: '春耕', platform: '爱峨边', form: 'text' }
const other = { ...piece, day: '2024-04-02', title: '夏收' }
const NONE = { added: 0, changed: 0, removed: 0, restored: 0 }

export function tellsHistory(store: () => Store): void {
  const loadAt = (id: string, at: string, rows: readonly Row[]) =>
    store().write(async (writer) => {
      await writer.openBatch(opening(id, at))
      return writer.put('pieces', rows, id)
    })
  const acts = (query: Partial<ActsQuery> = {}): Promise<DoneAct[]> =>
    store().acts({ limit: 10, ...query })
  const ids = async (query: Partial<ActsQuery>) => (await acts(query)).map(({ batch }) => batch)

  it('every word a field ever held is told once: of records, the bin, earlier versions', async () => {
    await loadAt('b1', '2025-01-01T00:00:00.000Z', [
      { ...piece, code: '甲' },
      { ...other, code: '乙' },
    ])
    await byHand(store(), 'b2', async (writer, act) => {
      await writer.change('pieces', '00000001', { code: '丙' }, act)
      await writer.change('pieces', '00000001', { code: null, reads: 3 }, act)
      await writer.remove('pieces', '00000002', act)
    })
    await loadAt('b3', '2025-01-03T00:00:00.000Z', [{ ...other, day: '2024-05-01', code: '丁' }])
    await store().write((writer) => writer.takeBack('b3', actOf('b3')))
    const told = await store().wordsEver('pieces', 'code')
    expect(told.toSorted()).toEqual(['丁', '丙', '乙', '甲'])
    expect(await store().wordsEver('pieces', 'remark')).toEqual([])
  })

  it('acts are told newest first, with what each did to which ledger', async () => {
    await loadAt('b1', '2025-01-01T00:00:00.000Z', [piece, other])
    await loadAt('b2', '2025-01-02T00:00:00.000Z', [{ ...piece, reads: 9 }])
    await store().write((writer) => writer.takeBack('b1', actOf('b1')))
    expect(await acts()).toEqual([
      {
        batch: 'b1',
        title: '文件 b1',
        kind: 'import',
        at: '2025-02-01T00:00:00.000Z',
        by: '编辑乙',
        why: '更正',
        isTakeBack: true,
        counts: { pieces: { ...NONE, removed: 1 } },
      },
      {
        batch: 'b2',
        title: '文件 b2',
        kind: 'import',
        at: '2025-01-02T00:00:00.000Z',
        by: '编辑甲',
        why: '导入台账',
        isTakeBack: false,
        counts: { pieces: { ...NONE, changed: 1 } },
      },
      {
        batch: 'b1',
        title: '文件 b1',
        kind: 'import',
        at: '2025-01-01T00:00:00.000Z',
        by: '编辑甲',
        why: '导入台账',
        isTakeBack: false,
        counts: { pieces: { ...NONE, added: 2 } },
      },
    ])
  })

  it('acts are asked for by ledger, person and days, and from one on', async () => {
    await loadAt('b1', '2025-01-01T00:00:00.000Z', [piece])
    await loadAt('b2', '2025-01-02T00:00:00.000Z', [other])
    await store().write(async (writer) => {
      await writer.openBatch(opening('b3', '2025-01-03T00:00:00.000Z'))
      await writer.put('people', [{ name: '编辑甲' }], 'b3')
    })
    await store().write((writer) => writer.takeBack('b1', actOf('b1')))
    expect(await ids({})).toEqual(['b1', 'b3', 'b2', 'b1'])
    expect(await ids({ ledger: 'people' })).toEqual(['b3'])
    expect(await ids({ ledger: 'pieces' })).toEqual(['b1', 'b2', 'b1'])
    expect(await ids({ by: '编辑乙' })).toEqual(['b1'])
    expect(await ids({ from: '2025-01-02T00:00:00.000Z', to: '2025-01-03T00:00:00.000Z' })).toEqual(
      ['b2'],
    )
    expect(await ids({ limit: 2 })).toEqual(['b1', 'b3'])
    const before = { batch: 'b3', at: '2025-01-03T00:00:00.000Z' }
    expect(await ids({ before, limit: 1 })).toEqual(['b2'])
  })

  it('changes are told newest first with the record as it stands, removed ones too', async () => {
    await load(store(), 'b1', 'pieces', [piece, other])
    await byHand(store(), 'h1', (writer, act) =>
      writer.change('pieces', '00000001', { reads: 30 }, act),
    )
    await byHand(store(), 'h2', (writer, act) => writer.remove('pieces', '00000001', act))
    await byHand(store(), 'h3', (writer, act) =>
      writer.change('pieces', '00000002', { reads: 7 }, act),
    )
    const told = await store().changes({ limit: 10 })
    expect(told).toMatchObject([
      { batch: 'h3', action: 'change', record: '00000002', after: { reads: 7 }, isRemoved: false },
      { batch: 'h2', action: 'remove', record: '00000001', isRemoved: true },
      { batch: 'h1', action: 'change', record: '00000001', row: { title: '春耕', reads: 30 } },
    ])
    expect(await store().changes({ limit: 1, before: told[0]?.number ?? 0 })).toEqual([told[1]])
    const at = '2025-02-01T00:00:00.000Z'
    expect(await store().changes({ limit: 10, act: { batch: 'h1', at } })).toEqual([told[2]])
    const march = [{ field: 'day', from: '2024-03-01', to: '2024-03-31' }]
    expect(await store().changes({ ledger: 'pieces', filters: march, limit: 10 })).toEqual(
      told.slice(1),
    )
    expect(await store().changes({ ledger: 'pieces', search: '夏收', limit: 10 })).toEqual([
      told[0],
    ])
    expect(await store().changes({ ledger: 'people', limit: 10 })).toEqual([])
  })

  it('changes of a period hold those by which a record left it', async () => {
    await load(store(), 'b1', 'pieces', [piece, other])
    await byHand(store(), 'h1', (writer, act) =>
      writer.change('pieces', '00000001', { day: '2024-05-06' }, act),
    )
    await byHand(store(), 'h2', (writer, act) =>
      writer.change('pieces', '00000002', { title: '夏粮' }, act),
    )
    const of = async (from: string, to: string) => {
      const filters = [{ field: 'day', from, to }]
      const told = await store().changes({ ledger: 'pieces', filters, limit: 10 })
      return told.map(({ batch }) => batch)
    }
    expect(await of('2024-03-01', '2024-03-31')).toEqual(['h1'])
    expect(await of('2024-05-01', '2024-05-31')).toEqual(['h1'])
    expect(await of('2024-04-01', '2024-04-30')).toEqual(['h2'])
    expect(await of('2024-06-01', '2024-06-30')).toEqual([])
  })

  it('the bin holds what was removed, by whom and why, last removed first', async () => {
    await load(store(), 'b1', 'pieces', [piece, other, { ...piece, title: '秋播' }])
    await byHand(store(), 'h1', (writer, act) =>
      writer.remove('pieces', '00000002', { ...act, why: '重了' }),
    )
    await byHand(store(), 'h2', (writer, act) =>
      writer.remove('pieces', '00000001', { ...act, at: '2025-03-01T00:00:00.000Z' }),
    )
    const bin = (search?: string) =>
      store().removed({ ledger: 'pieces', offset: 0, limit: 1, ...(search ? { search } : {}) })
    expect(await bin()).toMatchObject({
      total: 2,
      records: [{ id: '00000001', removedAt: '2025-03-01T00:00:00.000Z', removedBy: '编辑乙' }],
    })
    expect(await bin('夏')).toMatchObject({
      total: 1,
      records: [{ id: '00000002', row: { title: '夏收' }, why: '重了' }],
    })
    expect(await store().removedCounts()).toMatchObject({ pieces: 2, people: 0 })
  })

  it('a record comes back out of the bin as it was, and counts again', async () => {
    await load(store(), 'b1', 'pieces', [{ ...piece, reads: 10 }])
    await byHand(store(), 'h1', (writer, act) => writer.remove('pieces', '00000001', act))
    const back = await byHand(store(), 'h2', (writer, act) =>
      writer.restore('pieces', '00000001', act),
    )
    expect(back).toMatchObject({ id: '00000001', row: { reads: 10 }, changedBy: '编辑乙' })
    expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕'])
    expect(await sums(store(), 'pieces', 'reads')).toEqual([['2024-03', 10, 1, 0]])
    expect((await store().history('pieces', '00000001')).map(({ action }) => action)).toEqual([
      'remove',
      'restore',
    ])
    expect(await store().removedCounts()).toMatchObject({ pieces: 0 })
  })

  it('what is not in the bin, or was entered anew meanwhile, does not come back', async () => {
    await load(store(), 'b1', 'pieces', [piece])
    const restore = (id: string, batch: string) =>
      byHand(store(), batch, (writer, act) => writer.restore('pieces', id, act))
    expect(await restore('00000001', 'h1')).toBe('absent')
    expect(await restore('00000009', 'h2')).toBe('absent')
    await byHand(store(), 'h3', (writer, act) => writer.remove('pieces', '00000001', act))
    await load(store(), 'b2', 'pieces', [piece])
    expect(await restore('00000001', 'h4')).toBe('taken')
    expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕'])
    expect(await store().removedCounts()).toMatchObject({ pieces: 1 })
  })
}
