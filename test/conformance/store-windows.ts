import { expect, it } from 'vitest'
import type { Filter, RecordsQuery, Store } from '#server/store/store.ts'
import { byHand, firstId, load } from './acts.ts'

const piece = (n: number, rest: Readonly<Record<string, string | number | null>> = {}) => ({
  day: '2024-03-01',
  title: `第${n}条`,
  platform: '爱峨边',
  form: 'text',
  ...rest,
})

/** Long lists by windows, and every way to hold a field. */
export function givesWindows(store: () => Store): void {
  const asked: RecordsQuery = {
    ledger: 'pieces',
    filters: [],
    sort: { field: 'reads', descending: true },
    offset: 0,
    limit: 100,
  }
  const titles = async (change: Partial<RecordsQuery>): Promise<unknown[]> =>
    (await store().records({ ...asked, ...change })).records.map(({ row }) => row.title)
  const held = (...filters: Filter[]) =>
    titles({ filters, sort: { field: 'id', descending: false } })

  it('a deep window is the same cut of the same order as the shallow ones', async () => {
    const rows = Array.from({ length: 700 }, (_, n) =>
      piece(n, { reads: n % 7 === 0 ? null : n % 50 }),
    )
    await load(store(), 'p', 'pieces', rows)
    const windows = await Promise.all(
      [0, 100, 200, 300, 400, 500, 600, 700].map((offset) => titles({ offset })),
    )
    const whole = windows.flat()
    expect(windows.map((each) => each.length)).toEqual([100, 100, 100, 100, 100, 100, 100, 0])
    expect(new Set(whole).size).toBe(700)
    expect(whole.slice(0, 2)).toEqual(['第99条', '第149条'])
    // 0, 7 … 693 have no reads: a hundred rows, last and in the order of entry.
    expect(whole[600]).toBe('第0条')
    expect(whole[699]).toBe('第693条')
  })

  it('a window tells what was written since', async () => {
    await load(
      store(),
      'p',
      'pieces',
      Array.from({ length: 600 }, (_, n) => piece(n, { reads: n })),
    )
    expect(await titles({ offset: 599 })).toEqual(['第0条'])
    const id = await firstId(store(), 'pieces')
    await byHand(store(), 'h1', (writer, act) => writer.change('pieces', id, { reads: 9999 }, act))
    expect(await titles({ offset: 599 })).toEqual(['第1条'])
    await byHand(store(), 'h2', (writer, act) => writer.remove('pieces', id, act))
    expect(await store().records({ ...asked, offset: 598 })).toMatchObject({
      total: 599,
      records: [{ row: { title: '第1条' } }],
    })
  })

  it('holds a field to part of its text, to numbers from and up to, and to any value', async () => {
    await load(store(), 'p', 'pieces', [
      piece(1, { reads: 10, remark: 'Ab%c' }),
      piece(2, { reads: 200, remark: '防汛演练' }),
      piece(3),
    ])
    expect(await held({ field: 'remark', contains: '汛演' })).toEqual(['第2条'])
    expect(await held({ field: 'remark', contains: 'aB%' })).toEqual(['第1条'])
    expect(await held({ field: 'remark', contains: 'a_' })).toEqual([])
    expect(await held({ field: 'reads', least: 10 })).toEqual(['第1条', '第2条'])
    expect(await held({ field: 'reads', least: 11, most: 200 })).toEqual(['第2条'])
    expect(await held({ field: 'reads', most: 10 })).toEqual(['第1条'])
    expect(await held({ field: 'remark', isPresent: true })).toEqual(['第1条', '第2条'])
  })

  it('finds every word of a search, each in any text field', async () => {
    await load(store(), 'p', 'pieces', [
      piece(1, { remark: '防汛 演练', author: '阿洛' }),
      piece(2, { remark: '演练' }),
    ])
    const search = (text: string) => titles({ search: text })
    expect(await search('演练 阿洛')).toEqual(['第1条'])
    expect(await search('演练　防汛')).toEqual(['第1条'])
    expect(await search('演练')).toEqual(['第1条', '第2条'])
    expect(await search('练习')).toEqual([])
  })
}
