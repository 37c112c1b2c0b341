import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { namelessControls, seriousFaults } from '#test/support/access.ts'
import { runBrowser } from '#test/support/demo-desk.ts'
import { enter } from '#test/support/first-account.ts'
import { openDesk, type HostedDesk } from '#test/support/hosted-desk.ts'
import { GOLDEN, SIX_FILES } from '#test/support/import-files.ts'
import { chooseFiles, countClicks, TWO_MINUTES } from '#test/support/newcomer.ts'

const LEDGERS = SIX_FILES.map((name) => path.join(GOLDEN, name))
const REPORT = path.join(GOLDEN, 'report-2024.json')

let folder: string
let desk: HostedDesk
let page: Page
let clicks = 0
let began = 0
const failures: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-e2e-'))
  desk = await openDesk(folder)
  page = await (
    await runBrowser()
  ).newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await enter(page, desk.address)
  await countClicks(page, () => (clicks += 1))
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still loading.
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') failures.push(`${why} ${request.url()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.address) && /^https?:/.test(request.url()))
      failures.push(`left the machine: ${request.url()}`)
  })
})

afterAll(async () => {
  await page?.close()
  await desk?.stop()
  await rm(folder, { recursive: true, force: true })
})

const figure = async (metric: string) =>
  (await page.locator(`[data-metric="${metric}"] [data-figure]`).innerText()).replaceAll(/\s+/g, '')

async function dropFiles(files: readonly string[]): Promise<void> {
  await page.goto(`${desk.address}import`)
  await page.locator('input[type=file]').setInputFiles([...files])
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByRole('link', { name: '去总览' }).click()
  await page.locator('[data-lede]').waitFor()
}

describe('one centre’s year, from its own spreadsheets to the director’s screen', () => {
  it('an empty desk offers import, example and stated figures', async () => {
    began = performance.now()
    await page.goto(desk.address)
    await page.getByRole('heading', { name: '运行台还是空的' }).waitFor()
    await page.getByRole('link', { name: /^导入台账/ }).waitFor()
    await page.getByRole('button', { name: '载入示例' }).waitFor()
    await page.getByRole('link', { name: /^手工填报/ }).waitFor()
    expect(await namelessControls(page)).toEqual([])
  })

  it('six files dropped at once are recognised, sheet by sheet', async () => {
    await chooseFiles(page, LEDGERS)
    await page.getByRole('button', { name: '确认导入' }).waitFor()
    const text = await page.locator('main').innerText()
    for (const name of [
      '发稿台账',
      '上级采用台账',
      '舆情监测日报',
      '舆情预警台账',
      '安全检查台账',
      '故障台账',
      '预算项目',
      '支付台账',
    ]) {
      expect(text).toContain(name)
    }
    expect(text).toContain('8,785')
    expect(await seriousFaults(page)).toEqual([])
    expect(await namelessControls(page)).toEqual([])
  })

  it('after the import 总览 reads the year exactly, in four clicks and two minutes', async () => {
    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByRole('link', { name: '去总览' }).click()
    await page.waitForURL(/p=2024$/)
    await page.locator('[data-lede]').waitFor()
    await expect.poll(() => figure('published')).toBe('8,785条')
    expect(clicks).toBe(4)
    expect(performance.now() - began).toBeLessThan(TWO_MINUTES)
    expect(await figure('published')).toBe('8,785条')
    expect(await page.locator('[data-metric="published"]').innerText()).toContain(
      '图文 7,798 · 视频 987',
    )
    expect(await figure('adopted')).toBe('1,245条')
    expect(await page.locator('[data-metric="adopted"]').innerText()).toContain(
      '国家级 166 · 省级 476 · 市级 603',
    )
    expect(await figure('alerted')).toBe('1,362条')
    const step = async (name: string) =>
      (await page.locator(`[data-step="${name}"] b`).innerText()).trim()
    expect(await step('monitored')).toBe('70,838')
    expect(await step('alerted')).toBe('1,362')
    expect(await step('forwarded')).toBe('48')
    expect(await step('pushed')).toBe('42')
    expect(await page.locator('[data-metric="stoppage"]').innerText()).toContain(
      '检查 64 次 · 故障 7 次',
    )
    expect(await figure('executionRate')).toBe('100%')
    expect(await page.locator('[data-metric="executionRate"]').innerText()).toContain(
      '已支付 426.45 / 426.45 万元',
    )
    await page.locator('[data-chart] svg, [data-chart] canvas').first().waitFor()
    expect(await seriousFaults(page)).toEqual([])
    expect(await namelessControls(page)).toEqual([])
  })

  it('the report goes in whole, and 1,246 stated stand beside 1,245 counted', async () => {
    await dropFiles([REPORT])
    await page.goto(`${desk.address}?p=2024`)
    await page.getByRole('status').filter({ hasText: '1,246' }).waitFor()
    expect(await page.getByRole('status').filter({ hasText: '1,246' }).innerText()).toContain(
      '1,245',
    )
    expect(await figure('adopted')).toBe('1,245条')
    const { facts } = JSON.parse(await readFile(REPORT, 'utf8'))
    const response = await page.request.get(
      `${desk.address}api/ledgers/statedFigures/records?size=500`,
    )
    const { records } = await response.json()
    expect(records).toHaveLength(facts.length)
    if (process.env.SCREENSHOT) {
      await page.locator('[data-chart] svg, [data-chart] canvas').nth(1).waitFor()
      await page.screenshot({ path: path.join(GOLDEN, 'overview.png') })
    }
  })

  it('a tile opens as many records as it counts', async () => {
    await page.goto(`${desk.address}?p=2024-10`)
    const tile = await figure('adopted')
    await page.locator('[data-metric="adopted"] a').first().click()
    await page.waitForURL(/ledgers\/adoptions/)
    const count = tile.replace(/\D/g, '')
    await page.getByText(`共 ${count} 条`).first().waitFor()
    await page.goBack()
    await page.locator('[data-lede]').waitFor()
  })

  it('the same files again add nothing', async () => {
    await dropFiles(LEDGERS)
    const {
      batches: [newest],
    } = await (await page.request.get(`${desk.address}api/batches`)).json()
    const added = Object.values<{ added: number; changed: number }>(newest.counts).map(
      (count) => count.added + count.changed,
    )
    expect(added.every((count) => count === 0)).toBe(true)
  })

  it('rows stay as long as a batch stands that holds them, and go with the last one', async () => {
    const rows = page.getByRole('row').filter({ hasText: '发稿台账2024.csv' })
    const takeBack = async (row: Locator): Promise<void> => {
      await row.getByRole('button', { name: '撤回' }).click()
      await page.getByRole('dialog').getByRole('button', { name: /撤回/ }).click()
    }
    await page.goto(`${desk.address}import`)
    await takeBack(rows.last())
    await rows.filter({ hasText: '已撤回' }).waitFor()
    await page.goto(`${desk.address}?p=2024`)
    await page.locator('[data-lede]').waitFor()
    expect(await figure('published')).toBe('8,785条')
    await page.goto(`${desk.address}import`)
    await rows.first().getByRole('button', { name: '撤回' }).click()
    await page.getByRole('dialog').getByText('2024年 图文').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '不撤了' }).click()
    await takeBack(rows.first())
    await expect.poll(() => rows.filter({ hasText: '已撤回' }).count()).toBe(2)
    await page.goto(`${desk.address}?p=2024`)
    await page.locator('[data-lede]').waitFor()
    expect(await figure('published')).toBe('未登记')
    expect(await page.locator('[data-metric="published"]').innerText()).toContain('图文 7,798')
  })

  it('nothing failed and nothing left the machine', () => {
    expect(failures).toEqual([])
  })
})
