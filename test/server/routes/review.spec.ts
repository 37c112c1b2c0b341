import { describe, expect, it } from 'vitest'
import { confirmImport, importPreviewSchema } from '#shared/contract/imports.ts'
import {
  addRecords,
  changeRecord,
  listOrigins,
  listRecords,
  readRecord,
} from '#shared/contract/records.ts'
import { editRecords } from '#shared/contract/edits.ts'
import { listBatches } from '#shared/contract/batch-pages.ts'
import { closeMonth, moveUnit, readReview } from '#shared/contract/review.ts'
import { readSafety } from '#shared/contract/safety.ts'
import { DEFAULT_SETTINGS, saveSettings } from '#shared/contract/settings.ts'
import { createApp } from '#server/app.ts'
import { ask, sendFiles, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const FAULT = {
  startedAt: '2024-10-03 15:44',
  endedAt: '2024-10-03 15:54',
  channel: '综合频道',
  stoppageSeconds: '12秒',
}
const LATER = { ...FAULT, startedAt: '2024-10-20 09:00', endedAt: '2024-10-20 09:05' }
const CLOSE = { month: '2024-10', act: 'close' }

const close = (desk: TestDesk, body: object = CLOSE) =>
  ask(desk, closeMonth, '/review/closings', body)
const add = (desk: TestDesk, body: object) => ask(desk, addRecords, '/ledgers/faults/records', body)

async function closedDesk(): Promise<{ desk: TestDesk; id: string }> {
  const desk = testDesk()
  await add(desk, { rows: [FAULT] })
  const { records } = await ask(desk, listRecords, '/ledgers/faults/records')
  await close(desk)
  return { desk, id: records[0]?.id ?? '' }
}

describe('closing a month', () => {
  it('says what it holds, who closed it and that it stands closed', async () => {
    const desk = testDesk()
    await add(desk, { rows: [FAULT] })
    const before = await ask(desk, readReview, '/review')
    expect(before.months.map(({ month }) => month)).toEqual([
      '2025-02',
      '2025-01',
      '2024-12',
      '2024-11',
      '2024-10',
    ])
    expect(before.months.at(-1)).toEqual({
      month: '2024-10',
      isClosed: false,
      isOver: true,
      ledgers: [{ ledger: 'faults', records: 1 }],
    })
    expect(before.months[0]).toMatchObject({ isOver: false, ledgers: [] })
    await close(desk, { ...CLOSE, reason: '月报已报出', by: '王主任' })
    const { months, closings } = await ask(desk, readReview, '/review')
    expect(months.at(-1)).toMatchObject({ isClosed: true })
    expect(closings).toEqual([
      {
        month: '2024-10',
        act: 'close',
        reason: '月报已报出',
        by: '王主任',
        at: '2025-02-10T02:00:00.000Z',
      },
    ])
  })

  it('is refused twice, for a month under way, and reopening without a reason', async () => {
    const { desk } = await closedDesk()
    const open = { month: '2024-10', act: 'reopen' }
    await expect(close(desk)).rejects.toThrow('MONTH_CLOSED_ALREADY')
    await expect(close(desk, { ...CLOSE, month: '2025-02' })).rejects.toThrow('MONTH_NOT_OVER')
    await expect(close(desk, { ...open, reason: ' ' })).rejects.toThrow('REASON_MISSING')
    await close(desk, { ...open, reason: '漏报一条' })
    await expect(close(desk, { ...open, reason: '再来' })).rejects.toThrow('MONTH_NOT_CLOSED')
    const { closings } = await ask(desk, readReview, '/review')
    expect(closings.map(({ act, reason }) => [act, reason])).toEqual([
      ['reopen', '漏报一条'],
      ['close', ''],
    ])
  })
})

describe('a closed month', () => {
  it('refuses an entry with a code, why and what to do', async () => {
    const { desk } = await closedDesk()
    const response = await desk.app.request('/api/ledgers/faults/records', {
      method: 'POST',
      body: JSON.stringify({ rows: [LATER] }),
    })
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({
      code: 'MONTH_CLOSED',
      message: '这个月已经结账：2024年10月',
      fix: '迟到的数据写明原因、作为补报录入；要改动已结账的内容，先到“审核与结账”重开这个月。',
    })
  })

  it('takes 补报 from form and grid, lists them, and their figure says so', async () => {
    const { desk, id } = await closedDesk()
    await expect(add(desk, { rows: [LATER], belated: ' ' })).rejects.toThrow('REASON_MISSING')
    await add(desk, { rows: [LATER], belated: '台站次月才报' })
    const change = { cells: { stoppageSeconds: '45秒' }, belated: '核对日志' }
    await ask(desk, changeRecord, `/ledgers/faults/records/${id}`, change)
    const { belated, months } = await ask(desk, readReview, '/review')
    const by = { by: '测试员', at: '2025-02-10T02:00:00.000Z', isRemoved: false }
    expect(belated).toEqual([
      {
        ledger: 'faults',
        record: id,
        month: '2024-10',
        act: 'change',
        text: '综合频道',
        reason: '核对日志',
        ...by,
      },
      expect.objectContaining({ act: 'add', text: '综合频道', reason: '台站次月才报', ...by }),
    ])
    expect(months.at(-1)?.ledgers).toEqual([{ ledger: 'faults', records: 2 }])
    const origins = await ask(
      desk,
      listOrigins,
      '/ledgers/faults/origins?p=2024-10&measure=records',
    )
    expect(origins).toMatchObject({ total: 2, belated: 2 })
  })

  it('tells a trial of the grid which rows it refuses', async () => {
    const { desk } = await closedDesk()
    const adds = [{ ...LATER, startedAt: '2024-11-20 09:00', endedAt: '2024-11-20 09:05' }, LATER]
    const { faults } = await ask(desk, editRecords, '/ledgers/faults/edits', { adds, trial: true })
    expect(faults.map(({ code, at }) => [code, at])).toEqual([['MONTH_CLOSED', 1]])
    const tried = await ask(desk, editRecords, '/ledgers/faults/edits', {
      adds,
      trial: true,
      belated: '迟到',
    })
    expect(tried.faults).toEqual([])
  })

  it('refuses changes and removals of the grid as one, and names each record it keeps out', async () => {
    const { desk, id } = await closedDesk()
    await add(desk, {
      rows: [{ ...LATER, startedAt: '2024-11-20 09:00', endedAt: '2024-11-20 09:05' }],
    })
    const { records } = await ask(desk, listRecords, '/ledgers/faults/records?sort=startedAt:desc')
    const [open, shut] = records.map((record) => ({
      id: record.id,
      changedAt: record.changedAt,
      cells: { channel: '新闻频道' },
    }))
    expect(shut?.id).toBe(id)
    const body = { changes: [open, shut] }
    const send = (more: object) =>
      desk.app.request('/api/ledgers/faults/edits', {
        method: 'POST',
        body: JSON.stringify({ ...body, ...more }),
      })
    expect(await (await send({ trial: true })).json()).toMatchObject({
      faults: [{ part: 'changes', at: 1, code: 'MONTH_CLOSED', why: '2024年10月已经结账。' }],
    })
    const answer = await send({})
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({
      code: 'MONTH_CLOSED',
      message: '这个月已经结账：2024年10月',
      fields: [{ part: 'changes', at: 1, field: '' }],
    })
    const now = await ask(desk, listRecords, '/ledgers/faults/records')
    expect(now.records.map(({ row }) => row.channel)).toEqual(['综合频道', '综合频道'])
  })
})

describe('an import into a closed month', () => {
  const csv = '开始时间,结束时间,频道,停播时长\n'
  const rows = [
    '2024-10-20 09:00,2024-10-20 09:05,综合频道,10秒',
    '2024-10-21 09:00,2024-10-21 09:05,综合频道,10秒',
    '2024-11-20 09:00,2024-11-20 09:05,综合频道,10秒',
  ]
  const bytes = new TextEncoder().encode(`播出故障\n${csv}${rows.join('\n')}\n`)

  async function prepared() {
    const { desk } = await closedDesk()
    const response = await sendFiles(desk, [{ name: '播出故障2024.csv', bytes }])
    const preview = importPreviewSchema.parse(await response.json())
    const sections = preview.sections.map(({ id }) => id)
    const confirm = (closed?: object | string) =>
      ask(desk, confirmImport, `/imports/${preview.id}/confirm`, {
        sections,
        ...(closed !== undefined && { closed }),
      })
    return { desk, preview, confirm }
  }

  it('says how many rows are concerned and refuses until it is said what to do', async () => {
    const { preview, confirm } = await prepared()
    expect(preview.sections[0]).toMatchObject({
      ledger: 'faults',
      records: 3,
      closed: [{ month: '2024-10', records: 2 }],
    })
    await expect(confirm()).rejects.toThrow('MONTH_CLOSED')
    await expect(confirm({ belated: ' ' })).rejects.toThrow('REASON_MISSING')
  })

  it('leaves them out by choice, counted in the batch', async () => {
    const { confirm } = await prepared()
    const { counts } = await confirm('leaveOut')
    expect(counts.faults).toEqual({ added: 1, changed: 0, same: 0, left: 2 })
  })

  it('enters them as 补报 with the reason', async () => {
    const { desk, confirm } = await prepared()
    const { counts, id } = await confirm({ belated: '台站补送' })
    expect(counts).toMatchObject({ faults: { added: 3 }, belated: { added: 2 } })
    const { belated } = await ask(desk, readReview, '/review')
    expect(belated.map(({ month, reason }) => [month, reason])).toEqual([
      ['2024-10', '台站补送'],
      ['2024-10', '台站补送'],
    ])
    const back = await desk.app.request(`/api/batches/${id}/take-back`, { method: 'POST' })
    expect(await back.json()).toMatchObject({ code: 'MONTH_CLOSED' })
  })
})

describe('the review of data', () => {
  const OCTOBER = { kind: 'month', ledger: 'faults', month: '2024-10' }
  const move = (desk: TestDesk, act: string, unit: object = OCTOBER, more: object = {}) =>
    ask(desk, moveUnit, '/review/moves', { unit, act, ...more })

  /** A desk whose clock goes on by a minute at every act, with two faults in October. */
  async function reviewedDesk() {
    const still = testDesk()
    let minutes = 0
    const clock = () => still.context.clock() + (minutes += 1) * 60_000
    const context = { ...still.context, clock }
    const desk = { app: createApp(context), context }
    await add(desk, { rows: [FAULT, LATER] })
    return desk
  }
  const leaveOut = (desk: TestDesk) =>
    ask(desk, saveSettings, '/settings', { ...DEFAULT_SETTINGS, review: { leftOut: ['faults'] } })
  const faulted = async (desk: TestDesk) => {
    const { answers } = await ask(desk, readSafety, '/boards/safety?p=2024-10')
    const answer = answers.find(({ metric }) => metric === 'faulted')
    return { figure: answer?.figure, unreviewed: answer?.unreviewed }
  }

  it('goes step by step, each told with who, when and why', async () => {
    const desk = await reviewedDesk()
    await expect(move(desk, 'review')).rejects.toThrow('REVIEW_OUT_OF_TURN')
    await move(desk, 'submit', OCTOBER, { by: '编辑甲' })
    await expect(move(desk, 'submit')).rejects.toThrow('REVIEW_OUT_OF_TURN')
    await expect(move(desk, 'return')).rejects.toThrow('REASON_MISSING')
    await move(desk, 'return', OCTOBER, { reason: '缺一条', by: '主任乙' })
    const { standings, reviews } = await ask(desk, readReview, '/review')
    expect(standings).toEqual([{ unit: OCTOBER, state: 'returned', writtenSince: 0 }])
    expect(reviews.map(({ act, by, reason }) => [act, by, reason])).toEqual([
      ['return', '主任乙', '缺一条'],
      ['submit', '编辑甲', ''],
    ])
    await expect(move(desk, 'submit', { ...OCTOBER, ledger: 'people' })).rejects.toThrow(
      'REQUEST_INVALID',
    )
  })

  it('says nothing of review where nobody reviews', async () => {
    const desk = await reviewedDesk()
    expect(await faulted(desk)).toMatchObject({ figure: { value: 2 }, unreviewed: undefined })
  })

  it('counts unreviewed records by default and says how many they are', async () => {
    const desk = await reviewedDesk()
    await move(desk, 'submit')
    expect(await faulted(desk)).toMatchObject({
      figure: { value: 2 },
      unreviewed: { records: 2, isCounted: true },
    })
    await move(desk, 'review')
    expect(await faulted(desk)).toMatchObject({ figure: { value: 2 }, unreviewed: undefined })
  })

  it('a record changed after its review is unreviewed again, and a new one too', async () => {
    const desk = await reviewedDesk()
    const { records } = await ask(desk, listRecords, '/ledgers/faults/records')
    await move(desk, 'submit')
    await move(desk, 'review')
    await ask(desk, changeRecord, `/ledgers/faults/records/${records[0]?.id}`, {
      cells: { stoppageSeconds: '45秒' },
    })
    await add(desk, { rows: [{ ...FAULT, startedAt: '2024-10-25 09:00', endedAt: '' }] })
    expect(await faulted(desk)).toMatchObject({
      figure: { value: 3 },
      unreviewed: { records: 2, isCounted: true },
    })
    const { standings } = await ask(desk, readReview, '/review')
    expect(standings).toEqual([{ unit: OCTOBER, state: 'reviewed', writtenSince: 2 }])
  })

  it('is told in the list and in each record', async () => {
    const desk = await reviewedDesk()
    const asked = '/ledgers/faults/origins?p=2024-10&measure=records'
    const { records } = await ask(desk, listRecords, '/ledgers/faults/records')
    const [first, second] = records.map(({ id }) => `/ledgers/faults/records/${id}`)
    expect((await ask(desk, listOrigins, asked)).unreviewed).toBe(null)
    expect((await ask(desk, readRecord, first ?? '')).review).toBe(null)
    await move(desk, 'submit')
    expect((await ask(desk, readRecord, first ?? '')).review).toBe('unreviewed')
    await move(desk, 'review')
    await ask(desk, changeRecord, first ?? '', { cells: { stoppageSeconds: '45秒' } })
    expect((await ask(desk, listOrigins, asked)).unreviewed).toEqual({
      records: 1,
      isCounted: true,
    })
    expect((await ask(desk, readRecord, first ?? '')).review).toBe('writtenSince')
    expect((await ask(desk, readRecord, second ?? '')).review).toBe('reviewed')
  })

  it('leaves unreviewed records out of a ledger that is set so, in sums and lists of a page', async () => {
    const desk = await reviewedDesk()
    await leaveOut(desk)
    expect(await faulted(desk)).toMatchObject({
      figure: { state: 'counted', value: 0 },
      unreviewed: { records: 2, isCounted: false },
    })
    await move(desk, 'submit')
    await move(desk, 'review')
    await add(desk, { rows: [{ ...FAULT, startedAt: '2024-10-25 09:00', endedAt: '' }] })
    expect(await faulted(desk)).toMatchObject({
      figure: { value: 2 },
      unreviewed: { records: 1, isCounted: false },
    })
    const { faults } = await ask(desk, readSafety, '/boards/safety?p=2024-10')
    expect(JSON.stringify(faults)).not.toContain('2024-10-25')
    expect((await ask(desk, listRecords, '/ledgers/faults/records')).total).toBe(3)
  })

  it('a batch is reviewed as one, and sent back takes its records out again', async () => {
    const desk = await reviewedDesk()
    await leaveOut(desk)
    const [batch] = (await ask(desk, listBatches, '/batches')).batches
    const unit = { kind: 'batch', batch: batch?.id }
    for (const act of ['submit', 'review', 'issue']) await move(desk, act, unit)
    expect(await faulted(desk)).toMatchObject({ figure: { value: 2 }, unreviewed: undefined })
    await move(desk, 'return', unit, { reason: '有误' })
    expect(await faulted(desk)).toMatchObject({
      figure: { value: 0 },
      unreviewed: { records: 2, isCounted: false },
    })
    const { batches } = await ask(desk, readReview, '/review')
    expect(batches.map(({ id, records }) => [id, records])).toEqual([[batch?.id, 2]])
  })

  it('of a closed month stands still, where its figures hang on it', async () => {
    const desk = await reviewedDesk()
    await leaveOut(desk)
    await close(desk)
    await expect(move(desk, 'submit')).rejects.toThrow('MONTH_CLOSED')
    const [batch] = (await ask(desk, listBatches, '/batches?ledger=faults')).batches
    const unit = { kind: 'batch', batch: batch?.id }
    await expect(move(desk, 'submit', unit)).rejects.toThrow('MONTH_CLOSED')
  })
})
