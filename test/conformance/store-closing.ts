import { expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import type { Store, Writer } from '#server/store/store.ts'
import { actOf, byHand, cells, firstId, load, opening, sums } from './acts.ts'

const march = { day: '2024-03-05', title: '春耕', platform: '爱峨边', form: 'text', reads: 5 }
const april = { ...march, day: '2024-04-02', title: '夏收' }

/** Months are closed and opened by events of the ledger `closings`; the writer itself keeps them. */
export function keepsMonthsClosed(store: () => Store): void {
  const event = (month: string, number: number, act: 'close' | 'reopen') =>
    load(store(), `${act}-${month}-${number}`, 'closings', [{ month, number, act, reason: null }])
  const closed = async (rows: readonly Row[] = [march, april]) => {
    await load(store(), 'b1', 'pieces', rows)
    await event('2024-03', 1, 'close')
    return firstId(store(), 'pieces')
  }
  const late = <T>(batch: string, run: (writer: Writer) => Promise<T>) =>
    store().write(async (writer) => {
      await writer.openBatch(opening(batch))
      writer.closedRows({ belated: '原件迟到' })
      return run(writer)
    })
  const marks = async () => {
    const sort = { field: 'id', descending: false }
    const query = { ledger: 'belated' as const, filters: [], sort, offset: 0, limit: 10 }
    return (await store().records(query)).records.map(({ row, batch, createdBy }) => ({
      ...row,
      batch,
      createdBy,
    }))
  }

  const takeBack = (batch: string) =>
    store().write((writer) => writer.takeBack(batch, actOf(batch)))
  /** A file that holds March whole, or to a day. */
  const whole = (batch: string, rows: readonly Row[], to = '2024-03-31') =>
    store().write(async (writer) => {
      await writer.openBatch(opening(batch))
      await writer.put('pieces', rows, batch)
      await writer.cover({ ledger: 'pieces', from: '2024-03-01', to, batch })
    })

  it('a closed month refuses every write to its records, and nothing of the write is kept', async () => {
    const id = await closed()
    const writes: Record<string, (writer: Writer) => Promise<unknown>> = {
      add: (writer) => writer.put('pieces', [april, { ...march, title: '新' }], 'w'),
      change: (writer) => writer.put('pieces', [{ ...march, reads: 6 }], 'w'),
      cell: (writer) => writer.change('pieces', id, { reads: 6 }, actOf('w')),
      moveOut: (writer) => writer.change('pieces', id, { day: '2024-05-01' }, actOf('w')),
      remove: (writer) => writer.remove('pieces', id, actOf('w')),
      takeBack: (writer) => writer.takeBack('b1', actOf('b1')),
    }
    for (const [name, run] of Object.entries(writes)) {
      const write = store().write(async (writer) => {
        await writer.openBatch(opening('w'))
        return run(writer)
      })
      await expect(write, name).rejects.toMatchObject({ code: 'MONTH_CLOSED', detail: '2024年3月' })
    }
    expect(await cells(store(), 'pieces', 'reads')).toEqual([5, 5])
    expect(await store().batch('w')).toBe(null)
    expect(await store().batch('b1')).toMatchObject({ state: 'loaded' })
  })

  it('a record of an open month cannot be moved into a closed one', async () => {
    await load(store(), 'b1', 'pieces', [april])
    await event('2024-03', 1, 'close')
    const id = await firstId(store(), 'pieces')
    const write = byHand(store(), 'w', (writer, act) =>
      writer.change('pieces', id, { day: '2024-03-31' }, act),
    )
    await expect(write).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
  })

  it('a record in the bin comes back into a closed month neither by hand nor with a batch', async () => {
    await load(store(), 'b1', 'pieces', [march])
    const id = await firstId(store(), 'pieces')
    await byHand(store(), 'b2', (writer, act) => writer.remove('pieces', id, act))
    await event('2024-03', 1, 'close')
    const restore = byHand(store(), 'w', (writer, act) => writer.restore('pieces', id, act))
    await expect(restore).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
    const back = store().write((writer) => writer.takeBack('b2', actOf('b2')))
    await expect(back).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
  })

  it('rows equal to what a closed month holds, and those of other months, go in', async () => {
    await closed()
    const outcome = await load(store(), 'b2', 'pieces', [march, { ...april, reads: 9 }])
    expect(outcome).toEqual({ added: 0, changed: 1, same: 1 })
  })

  it('as 补报 rows go in, are counted in their month and written down', async () => {
    const id = await closed()
    const added = { ...march, day: '2024-03-09', title: '补一条' }
    await late('b2', async (writer) => {
      await writer.put('pieces', [added, { ...april, title: '四月' }], 'b2')
      await writer.change('pieces', id, { reads: 7 }, actOf('b2'))
    })
    expect(await sums(store(), 'pieces', 'records')).toEqual([
      ['2024-03', 2, 2, 0],
      ['2024-04', 2, 2, 0],
    ])
    const mark = { ledger: 'pieces', month: '2024-03', reason: '原件迟到', entry: 'b2' }
    const page = await store().records({
      ledger: 'pieces',
      filters: [{ field: 'title', in: ['补一条'] }],
      sort: { field: 'id', descending: false },
      offset: 0,
      limit: 1,
    })
    const by = { batch: 'b2', createdBy: '编辑甲' }
    expect(await marks()).toEqual([
      { ...mark, record: page.records[0]?.id, act: 'add', ...by },
      { ...mark, record: id, act: 'change', ...by },
    ])
    expect((await store().batch('b2'))?.counts).toMatchObject({
      pieces: { added: 2 },
      belated: { added: 2 },
    })
  })

  it('not even 补报 removes a record of a closed month', async () => {
    const id = await closed()
    const write = late('b2', (writer) => writer.remove('pieces', id, actOf('b2')))
    await expect(write).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
  })

  it('rows of closed months are left out and counted where the write asks for it', async () => {
    await closed()
    const outcome = await store().write(async (writer) => {
      await writer.openBatch(opening('b2'))
      writer.closedRows('leaveOut')
      const rows = [
        { ...march, reads: 6 },
        { ...march, title: '新' },
        { ...april, reads: 9 },
      ]
      return writer.put('pieces', rows, 'b2')
    })
    expect(outcome).toEqual({ added: 0, changed: 1, same: 0, left: 2 })
    expect((await store().batch('b2'))?.counts.pieces).toEqual(outcome)
    expect(await cells(store(), 'pieces', 'reads')).toEqual([5, 9])
  })

  it('evidence may still be attached to a record of a closed month', async () => {
    const adoption = { day: '2024-03-05', work: '三月', outlet: '新华社', level: 'national' }
    await load(store(), 'b1', 'adoptions', [adoption])
    await event('2024-03', 1, 'close')
    const id = await firstId(store(), 'adoptions')
    await byHand(store(), 'b2', (writer, act) =>
      writer.change('adoptions', id, { attached: 1 }, act),
    )
    expect(await cells(store(), 'adoptions', 'attached')).toEqual([1])
    expect(await marks()).toEqual([])
  })

  it('a month reopened takes changes again, and its 补报 go back with their batch', async () => {
    await closed()
    await late('b2', (writer) => writer.put('pieces', [{ ...march, title: '补' }], 'b2'))
    const back = () => store().write((writer) => writer.takeBack('b2', actOf('b2')))
    await expect(back()).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
    await event('2024-03', 2, 'reopen')
    await back()
    expect(await marks()).toEqual([])
    expect(await sums(store(), 'pieces', 'records')).toEqual([
      ['2024-03', 1, 1, 0],
      ['2024-04', 1, 1, 0],
    ])
  })

  it('events of closing stand: they are neither changed, removed nor taken back', async () => {
    await event('2024-03', 1, 'close')
    const id = await firstId(store(), 'closings')
    const writes: ((writer: Writer) => Promise<unknown>)[] = [
      (writer) => writer.remove('closings', id, actOf('close-2024-03-1')),
      (writer) => writer.change('closings', id, { act: 'reopen' }, actOf('close-2024-03-1')),
      (writer) => writer.takeBack('close-2024-03-1', actOf('close-2024-03-1')),
    ]
    for (const run of writes)
      await expect(store().write(run)).rejects.toMatchObject({ code: 'EVENT_STANDS' })
  })

  it('a month closed in a write is closed for the rest of it', async () => {
    const write = store().write(async (writer) => {
      await writer.openBatch(opening('b1'))
      await writer.put('pieces', [april], 'b1')
      await writer.put('closings', [{ month: '2024-03', number: 1, act: 'close' }], 'b1')
      await writer.put('pieces', [march], 'b1')
    })
    await expect(write).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
  })

  it('which days are whole stays as it was in a closed month, and the batch says so', async () => {
    await event('2024-03', 1, 'close')
    await store().write(async (writer) => {
      await writer.openBatch(opening('b1'))
      await writer.cover({ ledger: 'pieces', from: '2024-02-10', to: '2024-04-05', batch: 'b1' })
    })
    expect(await store().coverage()).toEqual([
      { ledger: 'pieces', from: '2024-02-10', to: '2024-02-29', batch: 'b1' },
      { ledger: 'pieces', from: '2024-04-01', to: '2024-04-05', batch: 'b1' },
    ])
    expect((await store().batch('b1'))?.notes.at(-1)).toBe(
      '发稿台账：2024年3月已结账，是否齐全仍按结账时所记',
    )
  })

  it('a batch that vouches for days of a closed month is not taken back', async () => {
    await whole('b1', [])
    await event('2024-03', 1, 'close')
    await expect(takeBack('b1')).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
  })

  it('a batch goes where another says the same of the closed month, and only then', async () => {
    await whole('b1', [march, april])
    await whole('b2', [march])
    await event('2024-03', 1, 'close')
    expect(await takeBack('b1')).toEqual({ removed: 1, restored: 0, kept: 1 })
    expect(await cells(store(), 'pieces', 'title')).toEqual(['春耕'])
    expect(await store().coverage()).toEqual([
      { ledger: 'pieces', from: '2024-03-01', to: '2024-03-31', batch: 'b2' },
    ])
    await expect(takeBack('b2')).rejects.toMatchObject({ code: 'MONTH_CLOSED' })
  })

  it('a file that comes after closing and says the same lets the earlier one go', async () => {
    await whole('b1', [march])
    await event('2024-03', 1, 'close')
    await whole('b2', [march])
    expect((await store().batch('b2'))?.notes).toEqual(opening('b2').notes)
    expect(await takeBack('b1')).toEqual({ removed: 0, restored: 0, kept: 1 })
    expect(await cells(store(), 'pieces', 'reads')).toEqual([5])
  })

  it('a batch stays where a day or a cell of a closed month is its alone', async () => {
    await whole('b1', [march])
    await whole('b2', [march], '2024-03-30')
    await event('2024-03', 1, 'close')
    await expect(takeBack('b1')).rejects.toMatchObject({ detail: '2024年3月' })
    await load(store(), 'b3', 'pieces', [{ ...april, likes: 2 }])
    await load(store(), 'b4', 'pieces', [april])
    await event('2024-04', 1, 'close')
    await expect(takeBack('b3')).rejects.toMatchObject({ detail: '2024年4月' })
    expect(await cells(store(), 'pieces', 'likes')).toEqual([null, 2])
  })
}
