import { expect, it } from 'vitest'
import type { Store } from '#server/store/store.ts'
import { byHand, cells, load, sums } from './acts.ts'

const piece = { day: '2024-03-01', platform: '爱峨边', form: 'text' }
const ids = async (store: Store): Promise<string[]> =>
  (await store.cells({ ledger: 'pieces', fields: ['id'], filters: [] })).map(({ id }) => String(id))
const titled = (...titles: string[]) => titles.map((title) => ({ ...piece, title }))

export function changesMany(store: () => Store): void {
  it('many records changed at once hand their keys on to one another', async () => {
    await load(store(), 'b1', 'pieces', titled('甲', '乙', '丙'))
    const [first, second, third] = await ids(store())
    if (!first || !second || !third) throw new Error('three pieces')
    const changed = await byHand(store(), 'h1', (writer, act) =>
      writer.changeAll(
        'pieces',
        [
          { id: first, cells: { title: '丁', reads: 5 } },
          { id: second, cells: { title: '甲' } },
          { id: 'zzz', cells: { title: '无' } },
          { id: third, cells: { title: '丙' } },
          { id: first, cells: { title: '戊' } },
          { id: third, cells: { title: '丁' } },
        ],
        act,
      ),
    )
    expect(changed.map((record) => record?.row.title)).toEqual([
      '丁',
      '甲',
      undefined,
      '丙',
      '戊',
      '丁',
    ])
    expect(await cells(store(), 'pieces', 'title')).toEqual(['戊', '甲', '丁'])
    expect((await store().history('pieces', first)).map(({ after }) => after)).toEqual([
      { title: '丁', reads: 5 },
      { title: '戊' },
    ])
    expect(await sums(store(), 'pieces', 'reads')).toEqual([['2024-03', 5, 1, 2]])
    expect((await store().batch('h1'))?.counts.pieces).toMatchObject({ changed: 3 })
    const again = await load(store(), 'b2', 'pieces', titled('戊', '甲', '丁'))
    expect(again).toMatchObject({ added: 0, same: 3 })
  })

  it('many records go at once, each once', async () => {
    await load(store(), 'b1', 'pieces', titled('甲', '乙', '丙'))
    const [first = '', second = ''] = await ids(store())
    const removed = await byHand(store(), 'h1', (writer, act) =>
      writer.removeAll('pieces', [first, 'zzz', second, first], act),
    )
    expect(removed).toBe(2)
    expect(await cells(store(), 'pieces', 'title')).toEqual(['丙'])
    expect(await sums(store(), 'pieces', 'records')).toEqual([['2024-03', 1, 1, 0]])
  })

  it('what would keep rows out is told without writing any', async () => {
    await load(store(), 'b1', 'pieces', titled('甲', '乙'))
    const [first = ''] = await ids(store())
    const told = await store().write(async (writer) =>
      writer.keptOut('pieces', {
        adds: titled('丙', '甲', '丙'),
        changes: [{ id: first, cells: { title: '乙' } }],
        removals: [first],
      }),
    )
    expect(told).toEqual([
      { part: 'adds', at: 1, shut: '' },
      { part: 'adds', at: 2, shut: '' },
    ])
    expect(await cells(store(), 'pieces', 'title')).toEqual(['甲', '乙'])
  })
}
