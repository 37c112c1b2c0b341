import { describe, expect, it } from 'vitest'
import { editRecords, undoEdits } from '#shared/contract/edits.ts'
import {
  addRecords,
  findInRecords,
  listRecords,
  readRecord,
  type RecordAnswer,
} from '#shared/contract/records.ts'
import { AFTER_2024, ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'
import { memoryStore } from '#server/store/memory.ts'

const PIECE = { day: '2024-03-05', title: '春耕', platform: '爱峨边', form: '图文' }
const EDITS = '/ledgers/pieces/edits'

async function withPieces(...titles: string[]): Promise<TestDesk> {
  const store = memoryStore()
  await ask(testDesk(AFTER_2024, store), addRecords, '/ledgers/pieces/records', {
    rows: titles.map((title) => ({ ...PIECE, title })),
  })
  return testDesk(AFTER_2024 + 60_000, store)
}

const list = async (desk: TestDesk): Promise<RecordAnswer[]> =>
  (await ask(desk, listRecords, '/ledgers/pieces/records?sort=title:asc')).records
const titles = async (desk: TestDesk) => (await list(desk)).map(({ row }) => row.title)
const seen = ({ id, changedAt }: Pick<RecordAnswer, 'id' | 'changedAt'>) => ({ id, changedAt })

async function refused(desk: TestDesk, address: string, body: unknown) {
  const response = await desk.app.request(`/api${address}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}

describe('several records edited in one act', () => {
  it('are one batch: added, changed and removed together', async () => {
    const desk = await withPieces('甲', '乙')
    const [first, second] = await list(desk)
    if (!first || !second) throw new Error('two pieces')
    const done = await ask(desk, editRecords, EDITS, {
      adds: [{ ...PIECE, title: '丙', reads: '1,200' }],
      changes: [{ ...seen(second), cells: { reads: '1.2万' } }],
      removals: [seen(first)],
      why: '核对',
    })
    expect(done).toMatchObject({
      added: [{ changedAt: null }],
      changed: [{ id: second.id }],
      records: [{ row: { title: '丙', reads: 1200 } }, { id: second.id, row: { reads: 12_000 } }],
      removed: [first.id],
    })
    expect(await titles(desk)).toEqual(['丙', '甲'])
    const { history } = await ask(desk, readRecord, `/ledgers/pieces/records/${second.id}`)
    expect(history).toMatchObject([{ why: '核对', by: '测试员', after: { reads: 12_000 } }])
  })

  it('are all left alone when one cell cannot be read, and each such cell is named', async () => {
    const desk = await withPieces('甲')
    const [first] = await list(desk)
    if (!first) throw new Error('a piece')
    const body = {
      adds: [
        { ...PIECE, title: '丙' },
        { ...PIECE, title: '', day: '昨天吧' },
      ],
      changes: [{ ...seen(first), cells: { reads: '很多' } }],
    }
    const { status, answer } = await refused(desk, EDITS, body)
    expect(status).toBe(422)
    expect(answer).toMatchObject({
      code: 'RECORD_CELLS_REFUSED',
      fields: [
        { part: 'adds', at: 1, field: 'day', code: 'IMPORT_DATE_UNREADABLE' },
        { part: 'adds', at: 1, field: 'title', code: 'IMPORT_CELL_EMPTY' },
        { part: 'changes', at: 0, field: 'reads', code: 'IMPORT_NUMBER_UNREADABLE' },
      ],
    })
    expect(await titles(desk)).toEqual(['甲'])
    const trial = await ask(desk, editRecords, EDITS, { ...body, trial: true })
    expect(trial.batch).toBeNull()
    expect(trial.faults.map(({ part, at, field }) => [part, at, field])).toEqual([
      ['adds', 1, 'day'],
      ['adds', 1, 'title'],
      ['changes', 0, 'reads'],
    ])
  })

  it('are refused where somebody changed one since, who and when', async () => {
    const desk = await withPieces('甲', '乙')
    const [first, second] = await list(desk)
    if (!first || !second) throw new Error('two pieces')
    const change = (cells: Record<string, string>) => ({ changes: [{ ...seen(first), cells }] })
    await ask(desk, editRecords, EDITS, change({ reads: '5' }))
    const { status, answer } = await refused(desk, EDITS, {
      ...change({ reads: '6' }),
      removals: [seen(second)],
    })
    expect(status).toBe(409)
    expect(answer).toMatchObject({
      code: 'RECORD_CHANGED_MEANWHILE',
      fields: [
        { part: 'changes', at: 0, field: '', why: '测试员 在 2025-02-10 10:01 改过这条记录。' },
      ],
    })
    expect(await titles(desk)).toEqual(['乙', '甲'])
  })

  it('a new row like one that is there is refused, never merged into it', async () => {
    const desk = await withPieces('甲')
    const adds = [
      { ...PIECE, title: '乙' },
      { ...PIECE, title: '甲', reads: '9' },
    ]
    const { status, answer } = await refused(desk, EDITS, { adds })
    expect(status).toBe(422)
    expect(answer).toMatchObject({ fields: [{ part: 'adds', at: 1, code: 'RECORD_KEY_TAKEN' }] })
    const twice = await refused(desk, EDITS, {
      adds: [
        { ...PIECE, title: '丁' },
        { ...PIECE, title: '丁' },
      ],
    })
    expect(twice.answer).toMatchObject({ fields: [{ at: 1, code: 'RECORD_KEY_TAKEN' }] })
    expect(await list(desk)).toMatchObject([{ row: { title: '甲', reads: null } }])
    expect(await desk.context.store.batches()).toHaveLength(1)
  })

  it('let whoever else asks have their turn, and of many only say which they were', async () => {
    const numbers = Array.from({ length: 1000 }, (_, n) => String(n))
    const desk = await withPieces(...numbers)
    const ids: Pick<RecordAnswer, 'id' | 'changedAt'>[] = []
    for (const page of [1, 2]) {
      const address = `/ledgers/pieces/found?find=爱&field=platform&page=${page}&size=500`
      const { records } = await ask(desk, findInRecords, address)
      ids.push(...records.map(seen))
    }
    let turns = 0
    const count = (): unknown => setImmediate(() => (turns += 1) && isOpen && count())
    let isOpen = true
    count()
    const changes = ids.map((each) => ({ ...each, cells: { remark: '改' } }))
    const done = await ask(desk, editRecords, EDITS, { changes })
    isOpen = false
    expect(turns).toBeGreaterThan(1)
    expect(done.records).toBeNull()
    expect(done.changed).toHaveLength(1000)
    const undone = await ask(desk, undoEdits, `${EDITS}/${done.batch}/undo`, {
      records: done.changed,
    })
    expect([undone.restored.length, undone.records]).toEqual([1000, null])
  })

  it('more than the desk takes at once are refused', async () => {
    const desk = await withPieces()
    const { status, answer } = await refused(desk, EDITS, { adds: Array(5001).fill(PIECE) })
    expect(status).toBe(413)
    expect(answer).toMatchObject({ code: 'EDITS_TOO_MANY' })
  })

  it('what the desk keeps itself is not edited', async () => {
    const { status } = await refused(await withPieces(), '/ledgers/views/edits', { adds: [{}] })
    expect(status).toBe(409)
  })
})

describe('an act of editing undone', () => {
  it('gives back what it changed and removed, and takes out what it added', async () => {
    const desk = await withPieces('甲', '乙')
    const [first, second] = await list(desk)
    if (!first || !second) throw new Error('two pieces')
    const done = await ask(desk, editRecords, EDITS, {
      adds: [{ ...PIECE, title: '丙' }],
      changes: [{ ...seen(second), cells: { reads: '7' } }],
      removals: [seen(first)],
    })
    const left = [...done.added, ...done.changed].map(seen)
    const undone = await ask(desk, undoEdits, `${EDITS}/${done.batch}/undo`, {
      records: [...left, { id: first.id, changedAt: null }],
    })
    expect(undone.removed).toEqual([done.added[0]?.id])
    expect(await list(desk)).toMatchObject([
      { row: { title: '乙', reads: null } },
      { row: { title: '甲' } },
    ])
    const { history } = await ask(desk, readRecord, `/ledgers/pieces/records/${second.id}`)
    expect(history.map(({ why }) => why)).toEqual(['在表格里改', '撤销'])
  })

  it('is refused once somebody changed one of its records, and nothing moves', async () => {
    const desk = await withPieces('甲')
    const [first] = await list(desk)
    if (!first) throw new Error('a piece')
    const done = await ask(desk, editRecords, EDITS, {
      changes: [{ ...seen(first), cells: { reads: '7' } }],
    })
    const later = testDesk(AFTER_2024 + 120_000, desk.context.store)
    const [changed] = done.changed
    if (!changed) throw new Error('a change')
    await ask(later, editRecords, EDITS, {
      changes: [{ ...seen(changed), cells: { likes: '3' } }],
    })
    const { status, answer } = await refused(later, `${EDITS}/${done.batch}/undo`, {
      records: [seen(changed)],
    })
    expect(status).toBe(409)
    expect(answer).toMatchObject({ code: 'EDITS_NOT_UNDONE' })
    expect(await list(later)).toMatchObject([{ row: { reads: 7, likes: 3 } }])
  })
})
