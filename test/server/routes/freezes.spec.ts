import { describe, expect, it } from 'vitest'
import { readAdoption } from '#shared/contract/adoption.ts'
import { compareFreeze, listFreezes, makeFreeze } from '#shared/contract/freezes.ts'
import { restoreRecords } from '#shared/contract/history.ts'
import { addRecords, changeRecord, listRecords, removeRecord } from '#shared/contract/records.ts'
import { readSettings, saveSettings } from '#shared/contract/settings.ts'
import { createApp } from '#server/app.ts'
import { AFTER_2024, ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const OCTOBER = '2024-10'
const use = (title: string, day: string) => ({
  work: title,
  outlet: '四川日报',
  level: '省级',
  day,
})
const add = (desk: TestDesk, ...rows: object[]) =>
  ask(desk, addRecords, '/ledgers/adoptions/records', { rows })
const freeze = (desk: TestDesk, words: object = {}) =>
  ask(desk, makeFreeze, '/freezes', { p: OCTOBER, ...words })
const adopted = async (desk: TestDesk, words: string) => {
  const board = await ask(desk, readAdoption, `/boards/adoption?p=${OCTOBER}${words}`)
  return board.answers.find(({ metric }) => metric === 'adopted')?.figure
}

/** Every look at the clock is a second later, so that acts follow one another. */
function runningDesk(): TestDesk {
  let seconds = 0
  const clock = () => AFTER_2024 + 1000 * (seconds += 1)
  const context = { ...testDesk().context, clock }
  return { app: createApp(context), context }
}

async function frozenDesk(): Promise<TestDesk> {
  const desk = runningDesk()
  await add(desk, use('梯田', '2024-10-08'), use('非遗', '2024-10-09'))
  await freeze(desk, { note: '十月编委会', by: '主任' })
  return desk
}

describe('定稿 of a month', () => {
  it('is kept under the next number of its period, with who and why', async () => {
    const desk = await frozenDesk()
    await freeze(desk)
    await ask(desk, makeFreeze, '/freezes', { p: '2024' })
    const { freezes } = await ask(desk, listFreezes, `/freezes?p=${OCTOBER}`)
    expect(freezes.map(({ number, by, note }) => [number, by, note])).toEqual([
      [2, '测试员', ''],
      [1, '主任', '十月编委会'],
    ])
    const all = await ask(desk, listFreezes, '/freezes')
    expect(all.freezes.map(({ period, number }) => [period.key, number])).toEqual([
      ['2024', 1],
      ['2024-10', 2],
      ['2024-10', 1],
    ])
  })

  it('shows a page as it was, whatever is written later', async () => {
    const desk = await frozenDesk()
    await add(desk, use('索玛花', '2024-10-20'))
    expect(await adopted(desk, '')).toMatchObject({ state: 'counted', value: 3 })
    expect(await adopted(desk, '&freeze=1')).toMatchObject({ state: 'counted', value: 2 })
    expect(await adopted(desk, '&freeze=1&v=cum')).toMatchObject({ state: 'counted', value: 2 })
    const board = await ask(desk, readAdoption, `/boards/adoption?p=${OCTOBER}&freeze=1`)
    expect(board.freeze).toMatchObject({ number: 1, note: '十月编委会' })
  })

  it('says what reads otherwise now, and who wrote since', async () => {
    const desk = await frozenDesk()
    const same = await ask(desk, compareFreeze, `/freezes/${OCTOBER}/1`)
    expect([same.changes, same.acts]).toEqual([[], []])
    await add(desk, use('索玛花', '2024-10-20'))
    const { changes, acts } = await ask(desk, compareFreeze, `/freezes/${OCTOBER}/1`)
    const said = changes.map(({ metric, part, period, frozen, now }) => [
      metric,
      part,
      period.key,
      frozen.state === 'counted' ? frozen.value : frozen.state,
      now.state === 'counted' ? now.value : now.state,
    ])
    expect(said).toContainEqual(['adopted', '', '2024-10', 2, 3])
    expect(said).toContainEqual(['adopted', 'provincial', '2024-10', 2, 3])
    expect(acts.map(({ title, counts }) => [title, counts[0]?.ledger, counts[0]?.added])).toEqual([
      ['填写上级采用台账', 'adoptions', 1],
    ])
  })

  it('is what the files of its figures hold, with its number', async () => {
    const desk = await frozenDesk()
    await add(desk, use('索玛花', '2024-10-20'))
    const file = async (words: string) => {
      const address = `/api/boards/adoption/figures.csv?p=${OCTOBER}${words}`
      const answer = await desk.app.request(address)
      const lines = (await answer.text()).split('\r\n')
      const line = lines.find((each) => each.startsWith('上级采用,'))
      return [decodeURIComponent(answer.headers.get('content-disposition') ?? ''), line]
    }
    const [name, line] = await file('&freeze=1')
    expect(name).toContain('2024年10月 上级采用 第1稿.csv')
    expect(line).toMatch(/^上级采用,,2,条,2 条,/)
    expect((await file(''))[1]).toMatch(/^上级采用,,3,条,3 条,/)
  })

  it('stays the same to the last byte, whatever is written, removed, restored or set', async () => {
    const desk = await frozenDesk()
    const bytes = async () => {
      const pages = ['overview', 'content', 'adoption', 'sentiment', 'safety', 'budget', 'affairs']
      const addresses = pages.flatMap((page) => [
        `/api/boards/${page}?p=${OCTOBER}&freeze=1`,
        `/api/boards/${page}?p=${OCTOBER}&freeze=1&v=cum`,
        `/api/boards/${page}/figures.csv?p=${OCTOBER}&freeze=1`,
      ])
      const answers = await Promise.all(addresses.map((address) => desk.app.request(address)))
      expect(answers.every(({ ok }) => ok)).toBe(true)
      return Promise.all(answers.map((answer) => answer.text()))
    }
    const before = await bytes()
    const { records } = await ask(desk, listRecords, '/ledgers/adoptions/records')
    const [first, second] = records.map(({ id }) => `/ledgers/adoptions/records/${id}`)
    await add(desk, use('索玛花', '2024-10-20'))
    await ask(desk, changeRecord, first ?? '', { cells: { level: '国家级' } })
    await ask(desk, removeRecord, second ?? '')
    await ask(desk, restoreRecords, '/ledgers/adoptions/restore', { records: [records[1]?.id] })
    const settings = await ask(desk, readSettings, '/settings')
    await ask(desk, saveSettings, '/settings', { ...settings, centre: '别的中心' })
    await freeze(desk)
    expect(await adopted(desk, '')).toMatchObject({ value: 3 })
    expect(await bytes()).toEqual(before)
  })

  it('has the pages alone, without the choices made within them', async () => {
    const desk = await frozenDesk()
    await expect(adopted(desk, '&freeze=2')).rejects.toThrow('FREEZE_NOT_FOUND')
    await expect(adopted(desk, '&freeze=1&counting=everyUse')).rejects.toThrow(
      'FREEZE_HAS_ONE_VIEW',
    )
  })

  it('refuses what is kept where it is no longer what was kept', async () => {
    const desk = await frozenDesk()
    desk.context.evidence.read = async () => new Uint8Array([1, 2, 3])
    await expect(adopted(desk, '&freeze=1')).rejects.toThrow('FREEZE_DAMAGED')
  })
})
