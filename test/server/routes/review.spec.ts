import { describe, expect, it } from 'vitest'
import { confirmImport, importPreviewSchema } from '#shared/contract/imports.ts'
import { addRecords, changeRecord, listOrigins, listRecords } from '#shared/contract/records.ts'
import { editRecords } from '#shared/contract/edits.ts'
import { closeMonth, readReview } from '#shared/contract/review.ts'
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
