import { describe, expect, it } from 'vitest'
import { attachLink, detach, listAttachments } from '#shared/contract/attachments.ts'
import { editRecords } from '#shared/contract/edits.ts'
import {
  listActs,
  listChanges,
  listRemoved,
  readBin,
  restoreRecords,
} from '#shared/contract/history.ts'
import { addRecords, changeRecord, readRecord, removeRecord } from '#shared/contract/records.ts'
import { memoryStore } from '#server/store/memory.ts'
import { AFTER_2024, ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const PIECE = { day: '2024-03-05', title: '春耕', platform: '爱峨边', form: '图文' }
const FIRST = '/ledgers/pieces/records/00000001'

/** A desk whose clock stands a minute later with every step. */
function steps(): (minutes: number) => TestDesk {
  const store = memoryStore()
  return (minutes) => testDesk(AFTER_2024 + minutes * 60_000, store)
}

async function pieceAddedChangedRemoved(): Promise<TestDesk> {
  const at = steps()
  await ask(at(0), addRecords, '/ledgers/pieces/records', {
    rows: [PIECE, { ...PIECE, day: '2024-04-01', title: '夏收' }],
  })
  await ask(at(1), changeRecord, FIRST, { cells: { reads: '1.2万' }, why: '补阅读数' })
  await ask(at(2), removeRecord, `${FIRST}?why=${encodeURIComponent('重了')}`)
  return at(3)
}

describe('the history', () => {
  it('tells every act with who, when, why and what it did', async () => {
    const desk = await pieceAddedChangedRemoved()
    const { acts, next } = await ask(desk, listActs, '/history')
    expect(next).toBeNull()
    expect(acts).toMatchObject([
      {
        at: '2025-02-10T02:02:00.000Z',
        by: '测试员',
        why: '重了',
        counts: [{ ledger: 'pieces', added: 0, changed: 0, removed: 1, restored: 0 }],
      },
      { at: '2025-02-10T02:01:00.000Z', why: '补阅读数', counts: [{ changed: 1 }] },
      { at: '2025-02-10T02:00:00.000Z', kind: 'entry', counts: [{ added: 2 }] },
    ])
  })

  it('is asked for by days of the centre and by ledger', async () => {
    const desk = await pieceAddedChangedRemoved()
    const count = async (words: string) =>
      (await ask(desk, listActs, `/history?${words}`)).acts.length
    expect(await count('from=2025-02-10&to=2025-02-10')).toBe(3)
    expect(await count('to=2025-02-09')).toBe(0)
    expect(await count('from=2025-02-11')).toBe(0)
    expect(await count('ledger=adoptions')).toBe(0)
  })

  it('goes on where a page ended', async () => {
    const at = steps()
    for (let minute = 0; minute < 53; minute += 1)
      await ask(at(minute), addRecords, '/ledgers/pieces/records', {
        rows: [{ ...PIECE, title: `稿 ${minute}` }],
      })
    const first = await ask(at(60), listActs, '/history')
    expect(first.acts.length).toBe(50)
    const rest = await ask(
      at(60),
      listActs,
      `/history?after=${encodeURIComponent(first.next ?? '')}`,
    )
    expect(rest.acts.map(({ at: moment }) => moment)).toEqual([
      '2025-02-10T02:02:00.000Z',
      '2025-02-10T02:01:00.000Z',
      '2025-02-10T02:00:00.000Z',
    ])
    expect(rest.next).toBeNull()
  })

  it('gives the changes of one act, and those of the records behind a figure', async () => {
    const desk = await pieceAddedChangedRemoved()
    const { acts } = await ask(desk, listActs, '/history')
    const [, act] = acts
    const { changes } = await ask(
      desk,
      listChanges,
      `/history/changes?act=${act?.batch}&moment=${act?.at}`,
    )
    expect(changes).toMatchObject([
      {
        action: 'change',
        ledger: 'pieces',
        record: '00000001',
        row: { title: '春耕' },
        isRemoved: true,
        before: { reads: null },
        after: { reads: 12_000 },
      },
    ])
    const actions = async (words: string) =>
      (await ask(desk, listChanges, `/history/changes?${words}`)).changes.map(
        ({ action }) => action,
      )
    expect(await actions('ledger=pieces&p=2024-03&measure=records')).toEqual(['remove', 'change'])
    expect(await actions('ledger=pieces&p=2024-04&measure=records')).toEqual([])
  })
})

describe('the bin', () => {
  it('holds removed records with who and why, and gives them back', async () => {
    const desk = await pieceAddedChangedRemoved()
    expect(await ask(desk, readBin, '/bin')).toEqual([{ ledger: 'pieces', records: 1 }])
    const { total, records } = await ask(desk, listRemoved, '/ledgers/pieces/removed?q=春')
    expect(total).toBe(1)
    expect(records).toMatchObject([
      { id: '00000001', row: { reads: 12_000 }, removedBy: '测试员', why: '重了' },
    ])
    const back = await ask(desk, restoreRecords, '/ledgers/pieces/restore', {
      records: ['00000001'],
    })
    expect(back).toMatchObject({ restored: ['00000001'], refused: [] })
    expect(await ask(desk, readBin, '/bin')).toEqual([])
    const { record, history } = await ask(desk, readRecord, FIRST)
    expect(record.row).toMatchObject({ title: '春耕', reads: 12_000 })
    expect(history.map(({ action }) => action)).toEqual(['change', 'remove', 'restore'])
  })

  it('tells which records cannot come back, and keeps no empty act', async () => {
    const desk = await pieceAddedChangedRemoved()
    await ask(desk, addRecords, '/ledgers/pieces/records', { rows: [PIECE] })
    const before = (await ask(desk, listActs, '/history')).acts.length
    const answer = await ask(desk, restoreRecords, '/ledgers/pieces/restore', {
      records: ['00000001', '00000002'],
    })
    expect(answer).toMatchObject({
      batch: null,
      restored: [],
      refused: [
        { record: '00000001', code: 'BIN_KEY_TAKEN' },
        { record: '00000002', code: 'BIN_RECORD_ABSENT' },
      ],
    })
    expect((await ask(desk, listActs, '/history')).acts.length).toBe(before)
  })

  it('several come back in one act', async () => {
    const at = steps()
    await ask(at(0), addRecords, '/ledgers/pieces/records', {
      rows: [PIECE, { ...PIECE, title: '夏收' }],
    })
    await ask(at(1), editRecords, '/ledgers/pieces/edits', {
      removals: [
        { id: '00000001', changedAt: null },
        { id: '00000002', changedAt: null },
      ],
    })
    await ask(at(2), restoreRecords, '/ledgers/pieces/restore', {
      records: ['00000001', '00000002'],
      why: '误删',
    })
    const { acts } = await ask(at(3), listActs, '/history')
    expect(acts[0]).toMatchObject({ why: '误删', counts: [{ restored: 2 }] })
  })

  it('an attachment that comes back counts again as evidence of its record', async () => {
    const at = steps()
    const rows = [{ day: '2024-10-08', work: '县庆', outlet: '四川日报', level: '省级' }]
    await ask(at(0), addRecords, '/ledgers/adoptions/records', { rows })
    const record = '/ledgers/adoptions/records/00000001'
    for (const link of ['https://a.cn/1', 'https://a.cn/2'])
      await ask(at(1), attachLink, `${record}/attached-links`, { link })
    const { attachments } = await ask(at(2), listAttachments, `${record}/attachments`)
    for (const { id } of attachments) await ask(at(3), detach, `${record}/attachments/${id}`)
    const ids = attachments.map(({ id }) => id)
    await ask(at(4), restoreRecords, '/ledgers/attachments/restore', { records: ids })
    const { record: adoption } = await ask(at(5), readRecord, record)
    expect(adoption.row.attached).toBe(2)
  })
})
