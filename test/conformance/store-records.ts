import { expect, it } from 'vitest'
import type { Store } from '#server/store/store.ts'
import { byHand, cells, firstId, load } from './acts.ts'

const piece = (
  day: string,
  title: string,
  rest: Readonly<Record<string, string | number>> = {},
) => ({
  day,
  title,
  platform: '爱峨边',
  form: 'text',
  ...rest,
})

export function findsRecords(store: () => Store): void {
  const loadPayments = () =>
    load(
      store(),
      'p',
      'payments',
      [
        '2023-12-31',
        '2024-01',
        '2024-01-01',
        '2024-03',
        '2024-03-15',
        '2024-03-31',
        '2024-04',
        '2024-04-01',
        '2025-01',
      ].map((paidOn, i) => ({ paidOn, project: '设备', amount: i + 1 })),
    )
  const paid = (from?: string, to?: string) =>
    cells(store(), 'payments', 'paidOn', {
      field: 'paidOn',
      ...(from && { from }),
      ...(to && { to }),
    })

  it('gives some cells of the records a question takes, sorted and no more than asked', async () => {
    await load(store(), 'p', 'pieces', [
      piece('2024-03-01', '甲', { reads: 10 }),
      piece('2024-03-02', '乙'),
      piece('2024-03-03', '丙', { reads: 200 }),
      piece('2024-04-01', '丁', { reads: 3 }),
    ])
    const asked = {
      ledger: 'pieces',
      fields: ['title', 'reads'],
      filters: [{ field: 'day', from: '2024-03-01', to: '2024-03-31' }],
    } as const
    expect(await store().cells(asked)).toEqual([
      { title: '甲', reads: 10 },
      { title: '乙', reads: null },
      { title: '丙', reads: 200 },
    ])
    const most = { sort: { field: 'reads', descending: true }, limit: 1 }
    expect(await store().cells({ ...asked, ...most })).toEqual([{ title: '丙', reads: 200 }])
    const [{ id } = {}] = await store().cells({ ...asked, fields: ['id'] })
    expect(id).toBe(await firstId(store(), 'pieces'))
    await expect(store().cells({ ...asked, fields: ['nothing'] })).rejects.toThrow('nothing')
  })

  it('says which batches records came in with, and how many were changed since', async () => {
    await load(store(), 'p1', 'pieces', [piece('2024-03-01', '甲'), piece('2024-04-01', '乙')])
    await load(store(), 'p2', 'pieces', [piece('2024-03-02', '丙'), piece('2024-03-03', '丁')])
    const id = await firstId(store(), 'pieces')
    await byHand(store(), 'h1', (writer, act) =>
      writer.change('pieces', id, { title: '甲改' }, act),
    )
    const march = { field: 'day', from: '2024-03-01', to: '2024-03-31' }
    expect(await store().origins({ ledger: 'pieces', filters: [march] })).toEqual([
      { batch: 'p2', records: 2, changed: 0 },
      { batch: 'p1', records: 1, changed: 1 },
    ])
    const both = await store().origins({ ledger: 'pieces', filters: [], search: '乙' })
    expect(both).toEqual([{ batch: 'p1', records: 1, changed: 0 }])
  })

  it('a month counts between days when all of it is inside', async () => {
    await loadPayments()
    expect(await paid('2024-03-01', '2024-03-31')).toEqual(['2024-03', '2024-03-15', '2024-03-31'])
    expect(await paid('2024-03-02', '2024-03-31')).toEqual(['2024-03-15', '2024-03-31'])
    expect(await paid('2024-03-01', '2024-03-30')).toEqual(['2024-03-15'])
    expect(await paid('2024-01-01', '2024-12-31')).toEqual([
      '2024-01',
      '2024-01-01',
      '2024-03',
      '2024-03-15',
      '2024-03-31',
      '2024-04',
      '2024-04-01',
    ])
    expect(await paid('2024-04-01')).toEqual(['2024-04', '2024-04-01', '2025-01'])
    expect(await paid(undefined, '2024-01-31')).toEqual(['2023-12-31', '2024-01', '2024-01-01'])
  })

  it('a year counts where its January does, as in the sums', async () => {
    const line = (year: string) => ({ year, category: 'project', project: '设备', initial: 1 })
    await load(store(), 'b', 'budgetLines', [line('2023'), line('2024'), line('2025')])
    const years = (from: string, to: string) =>
      cells(store(), 'budgetLines', 'year', { field: 'year', from, to })
    expect(await years('2024-01-01', '2024-12-31')).toEqual(['2024'])
    expect(await years('2024-01-01', '2024-01-31')).toEqual(['2024'])
    expect(await years('2024-01-01', '2024-01-30')).toEqual([])
    expect(await years('2024-02-01', '2024-12-31')).toEqual([])
    expect(await years('2023-06-01', '2025-01-31')).toEqual(['2024', '2025'])
  })

  it('a moment counts on its day', async () => {
    const alerts = ['2024-02-29T23:59', '2024-03-01T00:00', '2024-03-31T23:59', '2024-04-01T00:00']
    await load(
      store(),
      'a',
      'alerts',
      alerts.map((alertedAt) => ({ alertedAt, title: '停水' })),
    )
    const within = (from: string, to: string) =>
      cells(store(), 'alerts', 'alertedAt', { field: 'alertedAt', from, to })
    expect(await within('2024-03-01', '2024-03-31')).toEqual([
      '2024-03-01T00:00',
      '2024-03-31T23:59',
    ])
    expect(await within('2024-03-31', '2024-04-01')).toEqual([
      '2024-03-31T23:59',
      '2024-04-01T00:00',
    ])
  })

  it('words, numbers, emptiness and presence hold a field', async () => {
    await load(store(), 'b', 'pieces', [
      piece('2024-01-01', '甲', { origin: 'original', reads: 7 }),
      piece('2024-01-02', '乙', { origin: 'forwarded' }),
      piece('2024-01-03', '丙', { reads: 70 }),
    ])
    expect(
      await cells(store(), 'pieces', 'title', { field: 'origin', in: ['original', 'forwarded'] }),
    ).toEqual(['甲', '乙'])
    expect(
      await cells(store(), 'pieces', 'title', { field: 'origin', in: ['original', ''] }),
    ).toEqual(['甲', '丙'])
    expect(await cells(store(), 'pieces', 'title', { field: 'origin', in: [] })).toEqual([])
    expect(await cells(store(), 'pieces', 'title', { field: 'origin', isPresent: true })).toEqual([
      '甲',
      '乙',
    ])
    expect(await cells(store(), 'pieces', 'title', { field: 'origin', isPresent: false })).toEqual([
      '丙',
    ])
    expect(
      await cells(store(), 'pieces', 'title', { field: 'reads', in: ['7', '07', 'x'] }),
    ).toEqual(['甲'])
    expect(await cells(store(), 'pieces', 'title', { field: 'reads', in: ['07', ''] })).toEqual([
      '乙',
    ])
    const both = [
      { field: 'origin', in: ['original'] },
      { field: 'reads', in: ['70'] },
    ]
    expect(await cells(store(), 'pieces', 'title', ...both)).toEqual([])
  })

  it('an alert not closed by a day is one closed later or not at all', async () => {
    await load(store(), 'a', 'alerts', [
      { alertedAt: '2024-03-01T08:00', title: '早已办结', closedAt: '2024-03-02T08:00' },
      { alertedAt: '2024-03-02T08:00', title: '后来办结', closedAt: '2024-04-01T00:00' },
      { alertedAt: '2024-03-03T08:00', title: '未办结' },
    ])
    const open = { field: 'closedAt', from: '2024-04-01', orEmpty: true }
    expect(await cells(store(), 'alerts', 'title', open)).toEqual(['后来办结', '未办结'])
  })

  it('a search finds words as written in any text field, in either case, signs as signs', async () => {
    await load(store(), 'b', 'pieces', [
      piece('2024-01-01', '完成率100%', { author: '编辑甲' }),
      piece('2024-01-02', '完成率1000', { remark: '含H5_页面' }),
      piece('2024-01-03', 'H5页面', {
        link: 'https://example.test/100%',
        department: String.raw`a\b`,
      }),
    ])
    const search = async (words: string) => {
      const sort = { field: 'day', descending: false }
      const page = await store().records({
        ledger: 'pieces',
        filters: [],
        search: words,
        sort,
        offset: 0,
        limit: 9,
      })
      return page.records.map((record) => record.row.day)
    }
    expect(await search('100%')).toEqual(['2024-01-01'])
    expect(await search('h5')).toEqual(['2024-01-02', '2024-01-03'])
    expect(await search('5_')).toEqual(['2024-01-02'])
    expect(await search(String.raw`a\b`)).toEqual(['2024-01-03'])
    expect(await search(`' or 1=1 --`)).toEqual([])
    expect(await search('编辑甲')).toEqual(['2024-01-01'])
    expect(await search('')).toHaveLength(3)
  })

  it('records are sorted with empty cells last, equal ones in the order of entry, and paged', async () => {
    await load(store(), 'b', 'pieces', [
      piece('2024-01-01', '（甲）'),
      piece('2024-01-02', '😀', { reads: 9 }),
      piece('2024-01-03', 'z', { reads: 10 }),
      piece('2024-01-04', '中', { reads: 9 }),
    ])
    const days = async (field: string, descending: boolean, offset = 0, limit = 9) => {
      const page = await store().records({
        ledger: 'pieces',
        filters: [],
        sort: { field, descending },
        offset,
        limit,
      })
      expect(page.total).toBe(4)
      return page.records.map((record) => String(record.row.day).slice(-1))
    }
    expect(await days('reads', false)).toEqual(['2', '4', '3', '1'])
    expect(await days('reads', true)).toEqual(['3', '2', '4', '1'])
    expect(await days('title', false)).toEqual(['3', '4', '1', '2'])
    expect(await days('id', true)).toEqual(['4', '3', '2', '1'])
    expect(await days('day', false, 1, 2)).toEqual(['2', '3'])
    expect(await days('day', false, 4, 2)).toEqual([])
    expect(await days('day', false, 0, 0)).toEqual([])
  })

  it('decimals are sorted by their value', async () => {
    const stated = (label: string, value: string) => ({
      label,
      value,
      area: 'budget',
      unit: '万元',
      qualifier: 'exact',
      periodFrom: '2024-01-01',
      periodTo: '2024-12-31',
      source: '年报',
    })
    await load(store(), 's', 'statedFigures', [
      stated('甲', '426.45'),
      stated('乙', '1246'),
      stated('丙', '90.5'),
    ])
    const sort = { field: 'value', descending: true }
    const page = await store().records({
      ledger: 'statedFigures',
      filters: [],
      sort,
      offset: 0,
      limit: 9,
    })
    expect(page.records.map((record) => record.row.value)).toEqual(['1246', '426.45', '90.5'])
  })

  it('a question can be held to one batch, added up and counted', async () => {
    await loadPayments()
    await load(store(), 'q', 'payments', [{ paidOn: '2024-03-09', project: '培训', amount: 1000 }])
    const query = { ledger: 'payments', filters: [] } as const
    expect(await store().sumOf(query, 'amount')).toBe(1045)
    expect(await store().sumOf({ ...query, batch: 'q' }, 'amount')).toBe(1000)
    const march = { field: 'paidOn', from: '2024-03-01', to: '2024-03-31' }
    expect(await store().sumOf({ ...query, filters: [march] }, 'amount')).toBe(1015)
    expect(await store().sumOf({ ...query, search: '没有' }, 'amount')).toBe(0)
    await byHand(store(), 'h', async (writer, act) =>
      writer.remove('payments', await firstId(store(), 'payments'), act),
    )
    expect(await store().counts()).toMatchObject({ payments: 9, pieces: 0, townships: 0 })
  })

  it('a field the ledger does not have fails the question', async () => {
    const fault = 'has no field colour'
    await expect(cells(store(), 'pieces', 'day', { field: 'colour', in: ['红'] })).rejects.toThrow(
      fault,
    )
    const query = { ledger: 'pieces', filters: [] } as const
    await expect(store().sumOf(query, 'colour')).rejects.toThrow(fault)
    const sort = { field: 'colour', descending: false }
    await expect(store().records({ ...query, sort, offset: 0, limit: 1 })).rejects.toThrow(fault)
  })
}
