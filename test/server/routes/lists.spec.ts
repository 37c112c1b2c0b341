import { beforeEach, describe, expect, it } from 'vitest'
import { confirmImport, prepareImport, takeBackBatch } from '#shared/contract/imports.ts'
import { editList, previewListEdit, readList, type ListEdit } from '#shared/contract/lists.ts'
import { tryRecord } from '#shared/contract/record-trial.ts'
import { addRecords, listRecords, readRecord } from '#shared/contract/records.ts'
import { ask, sendFiles, testDesk, type TestDesk } from '../../support/memory-desk.ts'

const adoption = { day: '2024-03-05', work: '春耕', level: '省级' }

let desk: TestDesk
beforeEach(async () => {
  desk = testDesk()
  await add('outlets', [
    { name: '四川观察', level: '省级' },
    { name: '川观新闻' },
    { name: '空名' },
  ])
  await add('adoptions', [
    { ...adoption, outlet: '四川观察' },
    { ...adoption, outlet: '川观新闻', work: '秋收' },
    { ...adoption, outlet: '川观新闻', work: '夏种' },
    { ...adoption, outlet: '没登记的台', work: '冬藏' },
  ])
})

const add = (ledger: string, rows: readonly Record<string, string>[]) =>
  ask(desk, addRecords, `/ledgers/${ledger}/records`, { rows })
const outlets = () => ask(desk, readList, '/lists/outlets')
const idOf = async (name: string): Promise<string> =>
  (await outlets()).entries.find(({ row }) => row.name === name)?.id ?? ''
const preview = (edit: ListEdit) => ask(desk, previewListEdit, '/lists/outlets/preview', edit)
const act = (edit: ListEdit) => ask(desk, editList, '/lists/outlets/edits', { edit })
const held = async (): Promise<unknown[]> => {
  const { records } = await ask(desk, listRecords, '/ledgers/adoptions/records?sort=work:asc')
  return records.map(({ row }) => row.outlet).sort()
}

describe('a reference list', () => {
  it('says who uses its names, which nobody uses, and which names it lacks', async () => {
    const { entries, unlisted, near, pending } = await outlets()
    const uses = entries.map(({ row, uses: own }) => [row.name, own.map(({ records }) => records)])
    expect(uses).toEqual([
      ['四川观察', [1]],
      ['川观新闻', [2]],
      ['空名', []],
    ])
    expect(unlisted).toEqual([
      { name: '没登记的台', uses: [{ ledger: 'adoptions', field: 'outlet', records: 1 }] },
    ])
    expect([near, pending]).toEqual([[], 0])
  })

  it('keeps projects of budget and payments, and topics of alerts, under one name', async () => {
    await add('projects', [{ name: '推广服务项目', aliases: '推广服务费及保障安全播出经费项目' }])
    await add('topics', [{ name: '市政', aliases: '市政设施、城管' }])
    await add('budgetLines', [
      { year: '2024', category: '项目支出', project: '推广服务项目', initial: '24.4' },
    ])
    const paid = {
      paidOn: '2024-03-01',
      amount: '100',
      project: '推广服务费及保障安全播出经费项目',
    }
    await add('payments', [paid])
    await add('alerts', [{ alertedAt: '2024-10-03 09:00', title: '路灯不亮', topic: '市政设施' }])
    const cell = async (ledger: string, field: string) => {
      const { records } = await ask(desk, listRecords, `/ledgers/${ledger}/records`)
      return records.map(({ row }) => row[field])
    }
    expect(await cell('payments', 'project')).toEqual(['推广服务项目'])
    expect(await cell('alerts', 'topic')).toEqual(['市政'])
    const { entries } = await ask(desk, readList, '/lists/projects')
    expect(entries.map(({ uses }) => uses.map(({ ledger, records }) => [ledger, records]))).toEqual(
      [
        [
          ['budgetLines', 1],
          ['payments', 1],
        ],
      ],
    )
  })

  it('is refused for a ledger that is no list of names', async () => {
    await expect(ask(desk, readList, '/lists/adoptions')).rejects.toThrow('LIST_NOT_FOUND')
  })

  it('tells which records use a name on days it was out of use', async () => {
    const entry = await idOf('四川观察')
    await act({ kind: 'save', entry, cells: { validTo: '2023-12-31' } })
    const found = (await outlets()).entries.find(({ id }) => id === entry)
    expect(found?.outside).toEqual([{ ledger: 'adoptions', field: 'outlet', records: 1 }])
  })
})

describe('merging two entries', () => {
  it('is shown first: records, figures now and then, and nothing is written', async () => {
    const edit = {
      kind: 'merge',
      keep: await idOf('四川观察'),
      merge: await idOf('川观新闻'),
    } as const
    const told = await preview(edit)
    expect(told.acts).toEqual(['“川观新闻”并入“四川观察”，成为又名', '“四川观察”的又名：川观新闻'])
    expect(told.ledgers.map(({ ledger, records }) => [ledger, records])).toEqual([['adoptions', 2]])
    expect(told.ledgers[0]?.sample[0]).toMatchObject({
      title: '2024-03-05 秋收',
      before: { outlet: '川观新闻' },
      after: { outlet: '四川观察' },
    })
    const byOutlet = told.figures
      .filter(({ metric }) => metric === 'adopted')
      .map(({ part, before, after }) => [part, before, after].map((of) => Object(of).value ?? of))
    expect(byOutlet).toEqual([
      ['川观新闻', 2, 0],
      ['四川观察', 1, 3],
    ])
    expect(await held()).toEqual(['四川观察', '川观新闻', '川观新闻', '没登记的台'])
  })

  it('is one batch: records are renamed with their history, the name becomes a 又名', async () => {
    const done = await act({
      kind: 'merge',
      keep: await idOf('四川观察'),
      merge: await idOf('川观新闻'),
    })
    expect(done.records).toBe(2)
    expect(await held()).toEqual(['四川观察', '四川观察', '四川观察', '没登记的台'])
    const { entries } = await outlets()
    expect(entries.map(({ row }) => [row.name, row.aliases])).toEqual([
      ['四川观察', '川观新闻'],
      ['空名', null],
    ])
    const { records } = await ask(desk, listRecords, '/ledgers/adoptions/records?q=秋收')
    const { history } = await ask(
      desk,
      readRecord,
      `/ledgers/adoptions/records/${records[0]?.id ?? ''}`,
    )
    expect(history).toMatchObject([
      {
        before: { outlet: '川观新闻' },
        after: { outlet: '四川观察' },
        why: '合并媒体：川观新闻 → 四川观察',
      },
    ])
  })

  it('is taken back whole', async () => {
    const before = await outlets()
    const { batch } = await act({
      kind: 'merge',
      keep: await idOf('四川观察'),
      merge: await idOf('川观新闻'),
    })
    await ask(desk, takeBackBatch, `/batches/${batch}/take-back`, {})
    expect(await outlets()).toEqual(before)
    expect(await held()).toEqual(['四川观察', '川观新闻', '川观新闻', '没登记的台'])
  })

  it('with itself is refused', async () => {
    const keep = await idOf('四川观察')
    await expect(preview({ kind: 'merge', keep, merge: keep })).rejects.toThrow('LIST_MERGE_SELF')
  })
})

describe('changing an entry', () => {
  it('a new name takes the records along and keeps the old one as 又名', async () => {
    const entry = await idOf('四川观察')
    expect(await act({ kind: 'save', entry, cells: { name: '四川观察客户端' } })).toMatchObject({
      records: 1,
    })
    expect(await held()).toContain('四川观察客户端')
    const found = (await outlets()).entries.find(({ id }) => id === entry)
    expect(found?.row.aliases).toBe('四川观察')
  })

  it('a 又名 that is another entry merges it', async () => {
    const entry = await idOf('四川观察')
    await act({ kind: 'save', entry, cells: { aliases: '川观新闻、没登记的台' } })
    expect(await held()).toEqual(['四川观察', '四川观察', '四川观察', '四川观察'])
    expect((await outlets()).entries.map(({ row }) => row.name)).toEqual(['四川观察', '空名'])
  })

  it('refuses a name that is taken, a name that is a 又名, and levels it cannot read', async () => {
    const entry = await idOf('空名')
    const save = (cells: Record<string, string>) => preview({ kind: 'save', entry, cells })
    await act({ kind: 'save', entry: await idOf('四川观察'), cells: { aliases: '川观' } })
    await expect(save({ name: '川观新闻' })).rejects.toThrow('LIST_NAME_TAKEN')
    await expect(save({ name: '川观' })).rejects.toThrow('LIST_NAME_IS_ALIAS')
    await expect(save({ levels: '明年升格' })).rejects.toThrow('LIST_LEVELS_UNREADABLE')
  })

  it('a level given to the outlet later fills records that state none, from the day it holds', async () => {
    await add('adoptions', [
      { day: '2023-12-31', work: '旧稿', outlet: '川观新闻' },
      { day: '2024-01-01', work: '新稿', outlet: '川观新闻' },
    ])
    const edit: ListEdit = {
      kind: 'save',
      entry: await idOf('川观新闻'),
      cells: { levels: '2024起 国家级（央媒）' },
    }
    const told = await preview(edit)
    expect(told.ledgers).toMatchObject([{ ledger: 'adoptions', records: 1 }])
    expect(told.ledgers[0]?.sample[0]?.after).toEqual({
      level: 'national',
      levelWord: '央媒',
      levelBy: 'list',
    })
    await act(edit)
    const { records } = await ask(desk, listRecords, '/ledgers/adoptions/records?q=稿')
    const levels = Object.fromEntries(records.map(({ row }) => [row.work, row.level]))
    expect(levels).toEqual({ 旧稿: null, 新稿: 'national' })
  })

  it('a 又名 entered in the ledger form leaves records that wait to be put under the list', async () => {
    const id = await idOf('四川观察')
    await desk.app.request(`/api/ledgers/outlets/records/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cells: { aliases: '没登记的台' } }),
    })
    expect((await outlets()).pending).toBe(1)
    expect(await act({ kind: 'apply' })).toMatchObject({ records: 1 })
    expect((await outlets()).pending).toBe(0)
  })
})

describe('names while they are written', () => {
  beforeEach(async () => {
    await act({ kind: 'save', entry: await idOf('四川观察'), cells: { aliases: '川观' } })
  })

  it('a form is told what a 又名 will be kept as', async () => {
    const cells = { ...adoption, work: '新稿', outlet: '川观' }
    const { warnings } = await ask(desk, tryRecord, '/ledgers/adoptions/try', { cells })
    expect(warnings.map(({ field, words }) => [field, words])).toEqual([
      ['outlet', '“川观”记作“四川观察”（又名）'],
    ])
  })

  it('the preview of an import is told as well, and the file loads under the name', async () => {
    const text = '采用日期,作品,媒体名称,级别\n2024-05-01,初夏,川观,省级\n2024-05-02,小满,川观,\n'
    const bytes = new TextEncoder().encode(text)
    const answer = await sendFiles(desk, [{ name: '上级采用台账.csv', bytes }])
    const told = prepareImport.output.parse(await answer.json())
    const [section] = told.sections
    expect(section?.notes.map((note) => note.text)).toEqual(
      expect.arrayContaining([
        '媒体名称：川观 → 四川观察（又名），2 行',
        '1 行没有写媒体级别，按媒体名录里那天的级别记，并注明',
      ]),
    )
    await ask(desk, confirmImport, `/imports/${told.id}/confirm`, { sections: [section?.id] })
    const { records } = await ask(
      desk,
      listRecords,
      '/ledgers/adoptions/records?where=day%3E:2024-05-01&sort=day:asc',
    )
    expect(records.map(({ row }) => [row.outlet, row.level, row.levelBy])).toEqual([
      ['四川观察', 'provincial', null],
      ['四川观察', 'provincial', 'list'],
    ])
    expect((await outlets()).entries.map(({ row }) => row.name)).toEqual([
      '四川观察',
      '川观新闻',
      '空名',
    ])
  })
})
