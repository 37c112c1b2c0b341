import { describe, expect, it } from 'vitest'
import { readBudget } from '#shared/contract/budget.ts'
import { readContent } from '#shared/contract/content.ts'
import { readSafety } from '#shared/contract/safety.ts'
import {
  addRecords,
  changeRecord,
  findInRecords,
  listLedgers,
  listOrigins,
  listRecords,
  readRecord,
  removeRecord,
  sumRecords,
} from '#shared/contract/records.ts'
import { saveSettings, DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const FAULT = {
  startedAt: '2024-10-03 15:44',
  endedAt: '2024-10-03 15:54',
  channel: '综合频道',
  stoppageSeconds: '12秒',
}

async function withFault(): Promise<{ desk: TestDesk; id: string }> {
  const desk = testDesk()
  await ask(desk, addRecords, '/ledgers/faults/records', { rows: [FAULT] })
  const { records } = await ask(desk, listRecords, '/ledgers/faults/records')
  return { desk, id: records[0]?.id ?? '' }
}

describe('a record entered by hand', () => {
  it('counts, and vouches for its month', async () => {
    const { desk } = await withFault()
    const { answers } = await ask(desk, readSafety, '/boards/safety?p=2024-10')
    const figure = (metric: string) => answers.find((answer) => answer.metric === metric)?.figure
    expect(figure('faulted')).toMatchObject({ value: 1, complete: true })
    expect(figure('stoppage')).toMatchObject({ value: 12 })
    const ledgers = await ask(desk, listLedgers, '/ledgers')
    expect(ledgers.find(({ ledger }) => ledger === 'faults')).toMatchObject({
      records: 1,
      coverage: [{ from: '2024-10-01', to: '2024-10-31' }],
    })
  })

  it('is one batch more among those behind the records: five are named, or all', async () => {
    const { desk } = await withFault()
    for (const day of [4, 5, 6, 7, 8, 9])
      await ask(desk, addRecords, '/ledgers/faults/records', {
        rows: [{ ...FAULT, startedAt: `2024-10-0${day} 15:44`, endedAt: `2024-10-0${day} 15:54` }],
      })
    const { origins, more, total } = await ask(desk, listOrigins, '/ledgers/faults/origins')
    expect([origins.length, more, total]).toEqual([5, { batches: 2, records: 2 }, 7])
    const all = await ask(desk, listOrigins, '/ledgers/faults/origins?all=1')
    expect([all.origins.length, all.more]).toEqual([7, { batches: 0, records: 0 }])
  })

  it('is a budget for its whole year, and vouches for it from the day it is given', async () => {
    const desk = testDesk()
    const rows = [{ year: '2024', category: '项目支出', project: '设备更新', initial: '120万元' }]
    await ask(desk, addRecords, '/ledgers/budgetLines/records', { rows })
    const ledgers = await ask(desk, listLedgers, '/ledgers')
    expect(ledgers.find(({ ledger }) => ledger === 'budgetLines')).toMatchObject({
      coverage: [{ from: '2024-01-01', to: '2024-12-31' }],
    })
    const { answers } = await ask(desk, readBudget, '/boards/budget?p=2024')
    expect(answers.find(({ metric }) => metric === 'budget')?.figure).toMatchObject({
      value: 120_000_000,
      complete: true,
    })
  })

  it('that does not say which kind it is makes no zero of that kind', async () => {
    const desk = testDesk()
    const piece = { day: '2024-10-03', title: '县庆直播', platform: '爱峨边', form: '图文' }
    const original = async () => {
      const { answers } = await ask(desk, readContent, '/boards/content?p=2024-10')
      return ['original', 'originalRate', 'publishedVideo'].map(
        (metric) => answers.find((answer) => answer.metric === metric)?.figure,
      )
    }
    await ask(desk, addRecords, '/ledgers/pieces/records', { rows: [piece] })
    const unsaid = { state: 'none', why: 'nothingRecorded' }
    expect(await original()).toMatchObject([unsaid, unsaid, { value: 0 }])
    const other = { ...piece, title: '转来的', origin: '转载' }
    await ask(desk, addRecords, '/ledgers/pieces/records', { rows: [other] })
    expect(await original()).toMatchObject([{ value: 0 }, { value: 0 }, { value: 0 }])
  })

  it('moved to another month vouches for that one too', async () => {
    const { desk, id } = await withFault()
    const cells = { startedAt: '2024-11-03 15:44', endedAt: '2024-11-03 15:54' }
    await ask(desk, changeRecord, `/ledgers/faults/records/${id}`, { cells })
    const { answers } = await ask(desk, readSafety, '/boards/safety?p=2024-11')
    expect(answers.find(({ metric }) => metric === 'faulted')?.figure).toMatchObject({
      value: 1,
      complete: true,
    })
  })

  it('is refused with each field that cannot be read, and nothing is kept', async () => {
    const desk = testDesk()
    const body = JSON.stringify({
      rows: [{ ...FAULT, stoppageSeconds: '很久', endedAt: '2024-10-03 15:40' }],
    })
    const response = await desk.app.request('/api/ledgers/faults/records', { method: 'POST', body })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      code: 'RECORD_CELLS_REFUSED',
      fields: [
        { field: 'stoppageSeconds', code: 'IMPORT_DURATION_UNREADABLE' },
        { field: 'endedAt', code: 'IMPORT_ORDER_WRONG' },
      ],
    })
    expect((await ask(desk, listRecords, '/ledgers/faults/records')).total).toBe(0)
  })

  it('once changed keeps what it was, who changed it and why', async () => {
    const { desk, id } = await withFault()
    const body = { cells: { stoppageSeconds: '45秒' }, why: '核对日志' }
    const changed = await ask(desk, changeRecord, `/ledgers/faults/records/${id}`, body)
    expect(changed.row).toMatchObject({ stoppageSeconds: 45, channel: '综合频道' })
    const { history } = await ask(desk, readRecord, `/ledgers/faults/records/${id}`)
    expect(history).toMatchObject([
      {
        by: '测试员',
        why: '核对日志',
        action: 'change',
        before: { stoppageSeconds: 12 },
        after: { stoppageSeconds: 45 },
      },
    ])
    const { answers } = await ask(desk, readSafety, '/boards/safety?p=2024-10')
    expect(answers.find(({ metric }) => metric === 'stoppage')?.figure).toMatchObject({ value: 45 })
  })

  it('once removed leaves the list and the figure', async () => {
    const { desk, id } = await withFault()
    expect(await ask(desk, removeRecord, `/ledgers/faults/records/${id}?why=重复`)).toMatchObject({
      removed: true,
    })
    expect((await ask(desk, listRecords, '/ledgers/faults/records')).total).toBe(0)
    const gone = await desk.app.request(`/api/ledgers/faults/records/${id}`)
    expect(await gone.json()).toMatchObject({ code: 'RECORD_NOT_FOUND' })
  })
})

describe('a list of records', () => {
  it('is searched, sorted and paged', async () => {
    const desk = testDesk()
    const title = (n: number) => ({
      day: `2024-10-0${n}`,
      title: `第${n}条：县庆`,
      platform: '爱峨边',
      form: '图文',
    })
    await ask(desk, addRecords, '/ledgers/pieces/records', { rows: [title(1), title(2), title(3)] })
    const page = await ask(
      desk,
      listRecords,
      '/ledgers/pieces/records?q=县庆&sort=day:asc&page=2&size=2',
    )
    expect(page).toMatchObject({ total: 3, page: 2, size: 2 })
    expect(page.records.map(({ row }) => row.title)).toEqual(['第3条：县庆'])
  })

  it.each(['sort=colour', 'page=0', 'measure=nothing', 'where=level:national'])(
    'refuses %s',
    async (query) => {
      const response = await testDesk().app.request(`/api/ledgers/pieces/records?${query}`)
      expect(response.status).toBe(400)
    },
  )
})

describe('settings', () => {
  it('make due hours, and with them the stop rate', async () => {
    const { desk } = await withFault()
    const channels = [{ name: '综合频道', dueSecondsPerDay: 86_400 }]
    await ask(desk, saveSettings, '/settings', {
      ...DEFAULT_SETTINGS,
      centre: '某县融媒体中心',
      channels,
    })
    const { answers, desk: whose } = await ask(desk, readSafety, '/boards/safety?p=2024-10')
    expect(whose.centre).toBe('某县融媒体中心')
    const stopRate = answers.find(({ metric }) => metric === 'stopRate')?.figure
    expect(stopRate).toMatchObject({ state: 'counted', value: (12 / (31 * 24)) * 100 })
  })

  it('of a zone that does not exist are refused', async () => {
    const body = JSON.stringify({ ...DEFAULT_SETTINGS, zone: 'Asia/Nowhere' })
    const response = await testDesk().app.request('/api/settings', { method: 'PATCH', body })
    expect(response.status).toBe(400)
  })
})

it('a record that somebody changed since it was opened is not changed over their head', async () => {
  const desk = testDesk()
  const rows = [{ day: '2024-10-03', platform: '抖音', reads: '12' }]
  await ask(desk, addRecords, '/ledgers/accountFigures/records', { rows })
  const list = await ask(desk, listRecords, '/ledgers/accountFigures/records')
  const address = `/api/ledgers/accountFigures/records/${list.records[0]?.id}`
  const change = (reads: string) =>
    desk.app.request(address, {
      method: 'PATCH',
      body: JSON.stringify({ cells: { reads }, changedAt: null }),
    })
  expect((await change('13')).status).toBe(200)
  const late = await change('14')
  expect([late.status, await late.json()]).toMatchObject([
    409,
    { code: 'RECORD_CHANGED_MEANWHILE' },
  ])
})

describe('the sums under a list', () => {
  it('leave out what is not filled in and say of how many records', async () => {
    const desk = testDesk()
    const day = '2024-10-03'
    const rows = [
      { day, platform: '抖音', reads: '１，２３４', followers: '9000' },
      { day: '2024-10-04', platform: '抖音', reads: '66', followers: '9100' },
      { day: '2024-10-05', platform: '抖音', followers: '9200' },
    ]
    await ask(desk, addRecords, '/ledgers/accountFigures/records', { rows })
    // Followers of three days are no 27,300 followers: they are not added up at all.
    expect(await ask(desk, sumRecords, '/ledgers/accountFigures/sums')).toEqual({
      total: 3,
      sums: [{ field: 'reads', sum: 1300, absent: 1 }],
    })
    const fifth = '/ledgers/accountFigures/sums?p=2024-10-05..2024-10-05'
    expect((await ask(desk, sumRecords, fifth)).sums).toEqual([
      { field: 'reads', sum: null, absent: 1 },
    ])
  })

  it('of a stock there is none over several days, and over the latest of each account there is', async () => {
    const desk = testDesk()
    const rows = [
      { day: '2024-09-30', platform: '微博', followers: '500' },
      { day: '2024-10-03', platform: '抖音', followers: '9000' },
      { day: '2024-10-04', platform: '抖音', followers: '9100' },
      { day: '2024-11-01', platform: '抖音', followers: '9300' },
    ]
    await ask(desk, addRecords, '/ledgers/accountFigures/records', { rows })
    const list = '/ledgers/accountFigures/records?measure=followers&p=2024-10'
    expect(await ask(desk, listRecords, list)).toMatchObject({ total: 2, sum: null })
    const { sum, records } = await ask(desk, listRecords, `${list}&at=last`)
    expect([sum, records.map(({ row }) => row.followers)]).toEqual([9600, [9100, 500]])
  })
})

describe('the records that hold a text', () => {
  const piece = (title: string, remark = '') => ({
    day: '2024-10-03',
    title,
    remark,
    platform: '爱峨边',
    form: '图文',
  })
  const found = async (desk: TestDesk, query: string): Promise<unknown[]> => {
    const { total, records } = await ask(desk, findInRecords, `/ledgers/pieces/found?${query}`)
    return [total, ...records.map(({ row }) => row.title)]
  }

  it('are found in every text people write or in one of them, within what the list is narrowed to', async () => {
    const desk = testDesk()
    const rows = [piece('App上线'), piece('乙', '见 APP'), piece('丙_%'), piece('丁')]
    await ask(desk, addRecords, '/ledgers/pieces/records', { rows })
    expect(await found(desk, 'find=app&sort=title:asc')).toEqual([2, 'App上线', '乙'])
    expect(await found(desk, 'find=app&field=title')).toEqual([1, 'App上线'])
    expect(await found(desk, 'find=app&where=remark:')).toEqual([1, 'App上线'])
    expect(await found(desk, 'find=_%25')).toEqual([1, '丙_%'])
    // A code is chosen, never written.
    expect(await found(desk, 'find=text')).toEqual([0])
  })

  it('are not looked for by nothing, nor in what is no text', async () => {
    const desk = testDesk()
    for (const query of ['find=', 'find=1&field=reads', 'find=1&field=nonsense']) {
      const response = await desk.app.request(`/api/ledgers/pieces/found?${query}`)
      expect([query, response.status]).toEqual([query, 400])
    }
  })
})

it('a name that every object has is no field and no measure, and what cannot be counted with no page', async () => {
  const { desk } = await withFault()
  const code = async (query: string) => {
    const response = await desk.app.request(`/api/ledgers/faults/records?${query}`)
    return `${response.status} ${(await response.json()).code}`
  }
  for (const name of ['constructor', '__proto__', 'toString'])
    for (const query of [
      `sort=${name}`,
      `measure=${name}`,
      `where=${name}:x`,
      `p=2024&at=open&until=${name}`,
    ])
      expect(await code(query)).toBe('400 REQUEST_FILTER_INVALID')
  expect(await code(`where=${'channel:x,'.repeat(1000)}`)).toBe('400 REQUEST_FILTER_INVALID')
  const bin = await desk.app.request('/api/ledgers/faults/removed?page=1e308')
  expect(bin.status).toBe(400)
  const strange = ['page=9007199254740993', 'page=1e308', `q=${'a%20'.repeat(1000)}`]
  for (const query of strange) expect(await code(query)).toBe('400 REQUEST_INVALID')
  const body = JSON.stringify({ rows: [{ ...FAULT, constructor: 'x' }] })
  const added = await desk.app.request('/api/ledgers/faults/records', { method: 'POST', body })
  expect(await added.json()).toMatchObject({
    code: 'RECORD_CELLS_REFUSED',
    fields: [{ field: 'constructor', code: 'REQUEST_FILTER_INVALID' }],
  })
})
