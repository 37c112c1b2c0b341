import { describe, expect, it } from 'vitest'
import { tryRecord } from '#shared/contract/record-trial.ts'
import { addRecords, changeRecord, listRecords } from '#shared/contract/records.ts'
import { ask, testDesk, type TestDesk } from '../../support/memory-desk.ts'

const PIECE = { day: '2024-10-03', title: '县庆晚会今晚直播', platform: '爱峨边', form: '图文' }
const FAULT = { startedAt: '2024-10-03 15:44', channel: '综合频道', kind: '停播' }

const trial = (desk: TestDesk, ledger: string, cells: object, record?: string) =>
  ask(desk, tryRecord, `/ledgers/${ledger}/try`, { cells, ...(record && { record }) })

async function kept(ledger: string, row: object) {
  const desk = testDesk()
  const added = await ask(desk, addRecords, `/ledgers/${ledger}/records`, { rows: [row] })
  const { records } = await ask(desk, listRecords, `/ledgers/${ledger}/records`)
  return { desk, added, id: records[0]?.id ?? '' }
}

describe('a record that is tried', () => {
  it('is told what would be refused and what is to be explained, and is not kept', async () => {
    const desk = testDesk()
    const answer = await trial(desk, 'faults', { ...FAULT, endedAt: '2024-10-03 15:40' })
    expect(answer.refused).toEqual([
      {
        field: 'endedAt',
        code: 'IMPORT_ORDER_WRONG',
        why: '恢复时间早于发生时间。',
        fix: '核对两个时间。',
      },
    ])
    expect(answer.warnings).toEqual([
      {
        rule: 'kind-needs-stoppageSeconds',
        field: 'stoppageSeconds',
        words: '写明停播或错播，没有停播时长',
      },
    ])
    expect((await ask(desk, listRecords, '/ledgers/faults/records')).total).toBe(0)
  })

  it('is held against the cells its record already has', async () => {
    const { desk, id } = await kept('faults', FAULT)
    const { refused } = await trial(desk, 'faults', { endedAt: '2024-10-03 15:40' }, id)
    expect(refused.map(({ field }) => field)).toEqual(['endedAt'])
    const later = await trial(desk, 'faults', { endedAt: '2024-10-03 15:50' }, id)
    expect(later.refused).toEqual([])
  })

  it('names records alike at the same platform within days, never itself', async () => {
    const { desk, id } = await kept('pieces', PIECE)
    const alike = async (cells: object, record?: string) =>
      (await trial(desk, 'pieces', { ...PIECE, ...cells }, record)).alike
    expect(await alike({ title: '县庆晚会今晚直播了', day: '2024-10-06' })).toEqual([
      {
        id,
        text: '县庆晚会今晚直播',
        on: '2024-10-03',
        place: '爱峨边',
        likeness: 14 / 15,
        isSameKey: false,
      },
    ])
    expect(await alike({})).toMatchObject([{ likeness: 1, isSameKey: true }])
    expect(await alike({ day: '2024-10-07' })).toEqual([])
    expect(await alike({ platform: '今日峨边' })).toEqual([])
    expect(await alike({ title: '防火宣传进村' })).toEqual([])
    expect(await alike({}, id)).toEqual([])
  })
})

describe('a record that breaks a rule which warns', () => {
  it('is kept, and its rule told with its row', async () => {
    const { added } = await kept('faults', FAULT)
    expect(added).toMatchObject({
      added: 1,
      warnings: [{ row: 0, rule: 'kind-needs-stoppageSeconds', field: 'stoppageSeconds' }],
    })
  })

  it('is told of a change only what the change is about', async () => {
    const { desk, id } = await kept('faults', FAULT)
    const address = `/ledgers/faults/records/${id}`
    const remedy = await ask(desk, changeRecord, address, { cells: { remedy: '更换主板' } })
    expect(remedy.warnings).toEqual([])
    const closed = await ask(desk, changeRecord, address, { cells: { closedOn: '2024-10-04' } })
    expect(closed.warnings.map(({ words }) => words)).toEqual(['已经关闭，没有恢复时间'])
  })
})

it('a change that would put an end before its kept start is refused', async () => {
  const { desk, id } = await kept('faults', FAULT)
  const body = JSON.stringify({ cells: { endedAt: '2024-10-03 15:40' } })
  const response = await desk.app.request(`/api/ledgers/faults/records/${id}`, {
    method: 'PATCH',
    body,
  })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({
    fields: [{ field: 'endedAt', code: 'IMPORT_ORDER_WRONG' }],
  })
})
