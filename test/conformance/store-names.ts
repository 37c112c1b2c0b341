import { expect, it } from 'vitest'
import type { Store } from '#server/store/store.ts'
import { actOf, byHand, cells, firstId, load, sums } from './acts.ts'

const adoption = { day: '2024-03-01', work: '春耕', outlet: '四川观察', level: 'provincial' }

export function keepsNames(store: () => Store): void {
  const list = (rows: readonly Record<string, string>[]) => load(store(), 'names', 'outlets', rows)
  const byOutlet = () => sums(store(), 'adoptions', 'records', { cut: ['outlet'], grain: 'all' })

  it('a 又名 is kept under its name, and how it was written in the history', async () => {
    await list([{ name: '四川观察', aliases: '川观、观察' }])
    await load(store(), 'b1', 'adoptions', [
      adoption,
      { ...adoption, work: '秋收', outlet: '川观' },
    ])
    expect(await cells(store(), 'adoptions', 'outlet')).toEqual(['四川观察', '四川观察'])
    expect(await byOutlet()).toEqual([['', '四川观察', 2, 2, 0]])
    expect(await store().history('adoptions', '00000001')).toEqual([])
    expect(await store().history('adoptions', '00000002')).toEqual([
      {
        at: '2025-01-02T03:04:05.000Z',
        by: '编辑甲',
        why: '按名录记名',
        batch: 'b1',
        action: 'change',
        before: { outlet: '川观' },
        after: { outlet: '四川观察' },
      },
    ])
  })

  it('the same row written under name and 又名 is one record', async () => {
    await list([{ name: '四川观察', aliases: '川观' }])
    await load(store(), 'b1', 'adoptions', [adoption])
    const again = await load(store(), 'b2', 'adoptions', [{ ...adoption, outlet: '川观' }])
    expect(again).toEqual({ added: 0, changed: 0, same: 1 })
  })

  it('each of several people in a cell is named by the list', async () => {
    await load(store(), 'names', 'people', [{ name: '编辑甲', aliases: '小甲' }])
    await load(store(), 'b1', 'adoptions', [{ ...adoption, author: '编辑乙、小甲' }])
    expect(await cells(store(), 'adoptions', 'author')).toEqual(['编辑乙、编辑甲'])
  })

  it('a changed cell is named by the list too, and what was there comes back with its batch', async () => {
    await list([{ name: '四川观察', aliases: '川观' }])
    await load(store(), 'b1', 'adoptions', [{ ...adoption, outlet: '封面新闻' }])
    const id = await firstId(store(), 'adoptions')
    await byHand(store(), 'b2', (writer, act) =>
      writer.change('adoptions', id, { outlet: '川观' }, act),
    )
    expect(await cells(store(), 'adoptions', 'outlet')).toEqual(['四川观察'])
    expect(await store().history('adoptions', id)).toMatchObject([
      { before: { outlet: '封面新闻' }, after: { outlet: '四川观察' } },
      { before: { outlet: '川观' }, after: { outlet: '四川观察' } },
    ])
    await store().write((writer) => writer.takeBack('b2', actOf('b2')))
    expect(await byOutlet()).toEqual([['', '封面新闻', 1, 1, 0]])
  })

  it('a level nobody stated is that of the outlet on that day; a stated one stays', async () => {
    await list([{ name: '四川观察', level: 'municipal', levels: '2024起 省级（省直）' }])
    const { level: _, ...plain } = adoption
    await load(store(), 'b1', 'adoptions', [
      { ...plain, day: '2023-12-31' },
      plain,
      { ...adoption, work: '秋收', level: 'national' },
      { ...plain, outlet: '没见过的媒体' },
    ])
    const at = async (field: string) => cells(store(), 'adoptions', field)
    expect(await at('level')).toEqual(['municipal', 'provincial', 'national', null])
    expect(await at('levelWord')).toEqual([null, '省直', null, null])
    expect(await at('levelBy')).toEqual(['list', 'list', null, null])
    const id = await firstId(store(), 'adoptions')
    await byHand(store(), 'b2', (writer, act) =>
      writer.change('adoptions', id, { level: 'county' }, act),
    )
    expect(await at('level')).toEqual(['county', 'provincial', 'national', null])
    expect(await at('levelBy')).toEqual([null, 'list', null, null])
  })

  it('names that records use join a list, but no 又名, and nothing it says is changed', async () => {
    await list([{ name: '四川观察', aliases: '川观', level: 'provincial' }, { name: '封面新闻' }])
    await byHand(store(), 'b1', (writer, { batch }) =>
      writer.addNames(
        'outlets',
        [
          { name: '川观', level: 'national' },
          { name: '四川观察', level: 'national' },
          { name: '封面新闻', level: 'provincial' },
          { name: '乐山日报', level: null },
        ],
        batch,
      ),
    )
    expect(await cells(store(), 'outlets', 'name')).toEqual(['四川观察', '封面新闻', '乐山日报'])
    expect(await cells(store(), 'outlets', 'level')).toEqual(['provincial', 'provincial', null])
  })

  it('counts the records that hold each word, not those removed or empty', async () => {
    const rows = ['乙', '甲', '乙'].map((outlet, at) => ({
      ...adoption,
      outlet,
      work: `作品${at}`,
    }))
    await load(store(), 'b1', 'adoptions', rows)
    await byHand(store(), 'b2', (writer, act) => writer.remove('adoptions', '00000003', act))
    expect(await store().words('adoptions', 'outlet')).toEqual([
      { word: '乙', records: 1 },
      { word: '甲', records: 1 },
    ])
    expect(await store().words('adoptions', 'author')).toEqual([])
  })
}
