import { read, utils, type WorkBook } from '@e965/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { addRecords, listRecords } from '#shared/contract/records.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

const desk = testDesk()

beforeAll(async () => {
  const rows = [
    { day: '2024-10-08', title: '=1+1', platform: '爱峨边', form: '图文', reads: '1,204' },
    { day: '2024-10-09', title: '“县庆”<四十年>&', platform: '爱峨边', form: '视频' },
    { day: '2024-11-01', title: '下月', platform: '峨边在线', form: '图文' },
  ]
  await ask(desk, addRecords, '/ledgers/pieces/records', { rows })
  const lines = [{ project: '基本支出', year: '2024', initial: '3,612,500.01' }]
  await ask(desk, addRecords, '/ledgers/budgetLines/records', { rows: lines }).catch(() => {})
})

async function book(address: string): Promise<WorkBook> {
  const response = await desk.app.request(`/api${address}`)
  expect(response.status).toBe(200)
  return read(await response.arrayBuffer(), { type: 'array', cellNF: true, cellStyles: true })
}

const rowsOf = (from: WorkBook, n: number): unknown[][] => {
  const sheet = from.Sheets[from.SheetNames[n] ?? '']
  return sheet ? utils.sheet_to_json(sheet, { header: 1, raw: true }) : []
}

describe('the records of a view as a workbook', () => {
  it('are those of the view, with numbers as numbers, dates as dates and text that stays text', async () => {
    const october = await book(
      '/ledgers/pieces/records.xlsx?p=2024-10&measure=records&sort=day:asc',
    )
    const [head = [], ...rows] = rowsOf(october, 0)
    const column = (name: string) => head.indexOf(name)
    expect(rows).toHaveLength(2)
    expect(rows.map((row) => row[column('标题')])).toEqual(['=1+1', '“县庆”<四十年>&'])
    expect(rows.map((row) => row[column('体裁')])).toEqual(['图文', '视频'])
    expect(rows.map((row) => row[column('阅读量（次）')])).toEqual([1204, undefined])
    const sheet = october.Sheets['发稿台账']
    const day = sheet?.[utils.encode_cell({ r: 1, c: column('发布日期') })]
    expect(day).toMatchObject({ t: 'n', v: 45573, w: '2024-10-08' })
    const title = sheet?.[utils.encode_cell({ r: 1, c: column('标题') })]
    expect(title).toMatchObject({ t: 's', v: '=1+1' })
    expect(title).not.toHaveProperty('f')
    expect(sheet?.['!autofilter']?.ref).toMatch(/^A1:[A-Z]+3$/)
    const { total } = await ask(
      desk,
      listRecords,
      '/ledgers/pieces/records?p=2024-10&measure=records',
    )
    expect(rows).toHaveLength(total)
  })

  it('are named by what they are, as the CSV of the same view is', async () => {
    const address = '/ledgers/pieces/records.xlsx?p=2024-10&measure=records&where=form:video'
    const { headers } = await desk.app.request(`/api${address}`)
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toBe(
      "attachment; filename*=UTF-8''发稿台账-2024年10月-体裁_视频.xlsx",
    )
  })

  it('come with what was asked, when, the fields, the definitions and the batches', async () => {
    const about = rowsOf(
      await book('/ledgers/pieces/records.xlsx?p=2024-10&measure=records&where=form:video&q=县'),
      1,
    )
    const said = (item: string) => about.filter(([name]) => name === item).map((row) => row[1])
    expect(said('台账')).toEqual(['发稿台账'])
    expect(said('截至')).toEqual(['2025-02-10 10:00'])
    expect(said('记录')).toEqual(['1 条'])
    expect(said('筛选')).toEqual([
      '发布日期：已填',
      '发布日期：从 2024-10-01 到 2024-10-31',
      '体裁：视频',
      '含“县”',
    ])
    expect(said('指标口径').some((words) => String(words).startsWith('发布量：'))).toBe(true)
    expect(about.filter(([name]) => name === '来源批次')).toEqual([
      ['来源批次', '填写发稿台账', '1 条'],
    ])
  })

  it('of an unknown ledger or filter are refused by a code', async () => {
    const refused = async (address: string) => {
      const answer: unknown = await (await desk.app.request(`/api${address}`)).json()
      return answer
    }
    expect(await refused('/ledgers/nothing/records.xlsx')).toMatchObject({
      code: 'REQUEST_NOT_FOUND',
    })
    expect(await refused('/ledgers/pieces/records.xlsx?where=nothing:1')).toMatchObject({
      code: 'REQUEST_FILTER_INVALID',
    })
  })
})
