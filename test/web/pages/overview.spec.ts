import { http, type RequestHandler } from 'msw'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { deskHandlers } from '#mocks/handlers.ts'
import { SCENARIOS } from '#mocks/scenarios.ts'
import { addRecords } from '#shared/contract/records.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'
import { openPage, waitFor, type DeskPage } from '#test/web/desk-page.ts'

const AFTER_2024 = () => Date.parse('2025-02-10T02:00:00Z')

let example: RequestHandler[]
let open: DeskPage | undefined

beforeAll(async () => {
  example = await deskHandlers(null, AFTER_2024)
}, 30_000)

afterEach(async () => {
  await open?.close()
  open = undefined
})

const at = async (address: string, handlers = example, ready = '[data-lede]') => {
  open = await openPage(address, handlers, ready)
  return open
}

const text = (selector: string) => open?.page.find(selector).text().replaceAll(/\s+/g, ' ') ?? ''
const tile = (metric: string) => text(`[data-metric="${metric}"]`)
const press = async (name: string) => {
  const buttons = open?.page.findAll('button').filter((button) => button.text() === name) ?? []
  await buttons[0]?.trigger('click')
}

describe('总览 of the example centre', () => {
  it('opens on the last month that has data', async () => {
    const { page } = await at('/')
    expect(page.text()).toContain('2024年12月')
  })

  it('shows the year of the report, and the disagreement the report holds', async () => {
    await at('/?p=2024')
    expect(tile('published')).toContain('8,785条')
    expect(tile('published')).toContain('图文 7,798 · 视频 987')
    expect(tile('adopted')).toContain('国家级 166 · 省级 476 · 市级 603')
    expect(tile('alerted')).toContain('1,362条')
    expect(tile('executionRate')).toContain('100%')
    expect(text('[role="status"]')).toContain('1,246')
    expect(text('[role="status"]')).toContain('1,245')
  })

  it('offers the slides of its period, where a meeting is of such a period', async () => {
    const talk = () =>
      open?.page
        .findAll('header a')
        .find((link) => link.text() === '▶ 演示')
        ?.attributes('href')
    await at('/?p=2024-10')
    expect(talk()).toBe('/present/monthly?p=2024-10')
    await open?.close()
    await at('/?p=2024-Q3')
    expect(talk()).toBe('/present/quarterly?p=2024-Q3')
    await open?.close()
    await at('/?p=2024-03-01..2024-07-15')
    expect(talk()).toBeUndefined()
  })

  it('says what is neither 图文 nor 视频, so that the parts come to the whole', async () => {
    const desk = testDesk()
    const rows = ['图文', '视频', '视频', '直播'].map((form, i) => ({
      day: '2024-10-08',
      title: `梯田 ${i}`,
      platform: '微信',
      form,
    }))
    await ask(desk, addRecords, '/ledgers/pieces/records', { rows })
    const handlers = [http.all('*/api/*', ({ request }) => desk.app.fetch(request))]
    await at('/?p=2024-10', handlers, '[data-metric="published"]')
    expect(tile('published')).toContain('图文 1 · 视频 2 · 其余 1')
  })

  it('says October in one sentence', async () => {
    await at('/?p=2024-10')
    expect(text('[data-lede]')).toContain('10月发布 1,044 条，同比增 30.3%，为全年最高')
  })

  it('a tile leads to the records behind it', async () => {
    const { page } = await at('/?p=2024-10')
    const link = page.find('[data-metric="adopted"] a')
    expect(link.attributes('href')).toBe('/ledgers/adoptions?measure=records&p=2024-10')
  })

  it('累计 counts from 1 January and stays in the address and the links', async () => {
    const { page, router } = await at('/?p=2024-10')
    await press('累计')
    await waitFor(() => tile('published').includes('7,149条'))
    expect(router.currentRoute.value.query).toEqual({ p: '2024-10', v: 'cum' })
    const menu = page.findAll('nav a').find((link) => link.text() === '上级采用')
    expect(menu?.attributes('href')).toBe('/adoption?p=2024-10&v=cum')
  })

  it('steps to the month before and puts 环比 first when asked', async () => {
    const { router } = await at('/?p=2024-10')
    await open?.page.find('[aria-label="上一期"]').trigger('click')
    await waitFor(() => tile('published').includes('858条'))
    await press('环比')
    await waitFor(() => router.currentRoute.value.query.cmp === 'mom')
    expect(tile('published')).toMatch(/环比.*同比/)
  })

  it('a tile tells its 口径 at a press and closes it with Escape', async () => {
    const { page } = await at('/?p=2024-10')
    const button = page.find('[aria-label="发布量的口径"]')
    await button.trigger('click')
    expect(button.attributes('aria-expanded')).toBe('true')
    expect(tile('published')).toContain('发稿台账中发布日期在期内的条数')
    await button.trigger('keydown', { key: 'Escape' })
    expect(button.attributes('aria-expanded')).toBe('false')
  })

  it('a chart becomes its table', async () => {
    const { page } = await at('/?p=2024-10')
    await waitFor(() => page.find('.toggle').exists())
    await page.find('.toggle').trigger('click')
    const rows =
      page
        .findAll('table')[0]
        ?.findAll('tr')
        .map((row) => row.text()) ?? []
    expect(rows).toHaveLength(13)
    expect(rows[0]).toContain('爱峨边')
  })

  it('a month without ledgers is said to have none, not shown as zero', async () => {
    const { page } = await at('/?p=2022-03')
    expect(page.text()).toContain('2022年3月没有登记数据')
    expect(tile('published')).toContain('未登记')
    expect(tile('published')).not.toMatch(/\d/)
  })
})

describe('总览 of a month that is not over', () => {
  it('says how far it goes and compares the same days', async () => {
    const handlers = await deskHandlers(null, () => Date.parse('2024-10-23T02:00:00Z'))
    const { page } = await at('/?p=2024-10', handlers)
    expect(tile('published')).toContain('截至 10月23日')
    await page.find('[aria-label="发布量的口径"]').trigger('click')
    expect(tile('published')).toContain('同比：10月1—23日 对 上年10月1—23日')
  }, 30_000)
})

describe('总览 when there is nothing to show', () => {
  it('an empty desk offers three ways to begin', async () => {
    const empty = await deskHandlers(SCENARIOS.empty ?? null, AFTER_2024)
    await at('/', empty, '.empty')
    expect(open?.page.findAll('.way b').map((way) => way.text())).toEqual([
      '导入台账',
      '载入示例',
      '手工填报',
    ])
    await open?.page.findAll('.way')[1]?.trigger('click')
    await waitFor(() => tile('published').includes('798条'))
  }, 30_000)

  it('a failing desk says what happened, what to do and under which number', async () => {
    const failing = await deskHandlers(SCENARIOS['server-error'] ?? null, AFTER_2024)
    await at('/', failing, '[role="alert"]')
    expect(text('[role="alert"]')).toContain('服务出错了')
    expect(text('[role="alert"]')).toContain('编号 mock-1')
  })

  it('an unreachable desk says so', async () => {
    const offline = await deskHandlers(SCENARIOS.offline ?? null, AFTER_2024)
    await at('/', offline, '[role="alert"]')
    expect(text('[role="alert"]')).toContain('连不上服务')
  })

  it('a period that cannot be read leads back to one that can', async () => {
    await at('/?p=2022-33', example, '[role="alert"]')
    expect(text('[role="alert"]')).toContain('看不懂这个期间')
    expect(open?.page.find('[role="alert"] a').attributes('href')).toBe('/')
  })
})
