import { read, utils, type WorkBook } from '@e965/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { readAdoption } from '#shared/contract/adoption.ts'
import { addRecords } from '#shared/contract/records.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

const desk = testDesk()
const HEAD = '指标,分项,数,单位,读作,来源,同比,环比,期间,说明,口径'
const uses = [
  { day: '2024-10-08', work: '县庆', outlet: '四川日报', level: '省级' },
  { day: '2024-10-09', work: '=县庆', outlet: '新华社', level: '国家级' },
  { day: '2024-09-01', work: '秋收', outlet: '乐山日报', level: '市级' },
]

beforeAll(async () => {
  await ask(desk, addRecords, '/ledgers/adoptions/records', { rows: uses })
  const payments = [{ paidOn: '2024-10-11', project: '基本支出', amount: '10.01' }]
  await ask(desk, addRecords, '/ledgers/payments/records', { rows: payments })
})

async function book(address: string): Promise<{ book: WorkBook; name: string }> {
  const response = await desk.app.request(`/api${address}`)
  expect(response.status).toBe(200)
  const name = /UTF-8''(.*)$/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? ''
  return {
    book: read(await response.arrayBuffer(), { type: 'array' }),
    name: decodeURIComponent(name),
  }
}

const rowsOf = (from: WorkBook, name: string): unknown[][] => {
  const sheet = from.Sheets[name]
  return sheet ? utils.sheet_to_json(sheet, { header: 1, raw: true }) : []
}

describe('the figures of a period as files', () => {
  it('of one page are a workbook with numbers, months and definitions', async () => {
    const { book: adoption, name } = await book('/boards/adoption/figures.xlsx?p=2024-10')
    expect(name).toBe('2024年10月 上级采用.xlsx')
    expect(adoption.SheetNames).toEqual(['上级采用', '分月', '口径与说明'])
    const [head, ...rows] = rowsOf(adoption, '上级采用')
    expect(head?.join(',')).toBe(HEAD)
    const adopted = rows.find((row) => row[0] === '上级采用')
    expect(adopted?.slice(2, 6)).toEqual([2, '条', '2 条', '上级采用台账'])
    expect(adopted?.[10]).toContain('同一作品被多家媒体采用分别计数')
    const submitted = rows.find((row) => row[0] === '报送')
    expect(submitted?.slice(2, 5)).toEqual([undefined, '条', '未登记'])
    const months = rowsOf(adoption, '分月').filter((row) => row[2] === '2024-09')
    expect(months).toEqual([['上级采用', undefined, '2024-09', 1, '条', '1 条']])
    const about = rowsOf(adoption, '口径与说明').map((row) => row.slice(0, 2))
    expect(about).toContainEqual(['期间', '2024年10月'])
    expect(about).toContainEqual(['截至', '2025-02-10 10:00'])
    expect(about).toContainEqual(['未登记', '报送台账'])
  })

  it('hold what the page says, to the last digit', async () => {
    const { answers } = await ask(desk, readAdoption, '/boards/adoption?p=2024-10')
    const { book: adoption } = await book('/boards/adoption/figures.xlsx?p=2024-10')
    const wholes = rowsOf(adoption, '上级采用').filter((row) => row[1] === undefined)
    const shown = new Set(answers.map(({ metric }) => metric)).size
    expect(wholes.length).toBe(shown)
    const numbers = wholes.map((row) => row[2])
    const figures = new Map(answers.map((each) => [each.metric, each.figure]))
    const values = [...figures.values()].map((figure) =>
      figure.state === 'none' ? undefined : figure.value,
    )
    expect(numbers).toEqual(values)
  })

  it('of all pages are one workbook, money exact in 元', async () => {
    const { book: all, name } = await book('/period.xlsx?p=2024-10')
    expect(name).toBe('2024年10月 各项数字.xlsx')
    expect(all.SheetNames.join(' ')).toBe(
      '总览 总览图表 内容生产 上级采用 上级采用图表 舆情监测 安全播出 安全播出图表 ' +
        '预算绩效 预算项目 预算绩效图表 综合事务 目标 分月 来源与依据 口径与说明',
    )
    const paid = rowsOf(all, '预算绩效').find((row) => row[0] === '当期支付')
    expect(paid?.slice(2, 5)).toEqual([10.01, '元', '0.001001 万元'])
  })

  it('go into a CSV that Excel opens as it is', async () => {
    const response = await desk.app.request('/api/boards/adoption/figures.csv?p=2024-10')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
    const [head, first] = new TextDecoder().decode(bytes).split('\r\n')
    expect(head).toBe(`${HEAD},中心,定稿,数据截至`)
    expect(first).toMatch(/^上级采用,,2,条,2 条,上级采用台账,.*,,,2025-02-10 10:00$/)
  })

  it('are refused for a page or a period that is none', async () => {
    expect((await desk.app.request('/api/boards/nothing/figures.xlsx')).status).toBe(404)
    expect((await desk.app.request('/api/period.xlsx?p=2024-13')).status).toBe(400)
  })
})
