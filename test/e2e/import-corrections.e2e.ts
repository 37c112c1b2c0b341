import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#test/support/browser.ts'
import { startDesk, type DeskProcess } from '#test/support/desk-process.ts'

let folder = ''
let browser: Browser | undefined
let desk: DeskProcess | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-e2e-'))
  ;[desk, browser] = await Promise.all([startDesk({ DATA_DIR: folder }), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
  await rm(folder, { recursive: true, force: true })
})

const file = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['发布日期,稿名,在哪发,类型,阅读量', ...rows].join('\r\n')),
})

/** Two columns are renamed, three cells cannot be read. */
const MAY = file('五月.csv', [
  '2024-05-01,春茶开采,爱峨边,图文,120',
  '2024-05-02,林区巡护,抖音,视频,8O',
  '2024年13月3日,秋粮收购,爱峨边,图文,95',
  '2024-05-04,彝绣进校园,爱峨边,油画,40',
])
const JUNE = file('六月.csv', ['2024-06-01,防汛演练,爱峨边,图文,77'])

async function read(page: Page, chosen: typeof MAY): Promise<void> {
  await page.goto(`${desk?.address}import`)
  await page.locator('input[type=file]').setInputFiles(chosen)
  await page.getByRole('button', { name: '确认导入' }).waitFor()
}

const published = (page: Page) => page.locator('[data-metric="published"] [data-figure]')

async function figureOf(page: Page, month: string): Promise<void> {
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByRole('link', { name: '去总览' }).click()
  await page.goto(`${desk?.address}?p=${month}`)
}

it('columns and cells are corrected in the preview, and remembered next month', async () => {
  const page = await browser?.newPage({ viewport: { width: 1440, height: 900 } })
  if (!page) throw new Error('no page')
  page.setDefaultTimeout(8000)
  await read(page, MAY)
  const form = page.getByRole('form', { name: '五月的列怎么读' })
  await form.getByLabel('这张表是').selectOption({ label: '发稿台账' })
  await form.getByLabel('稿名').selectOption({ label: '标题 *' })
  await form.getByLabel('在哪发').selectOption({ label: '平台 *' })
  await form.getByRole('button', { name: '按这样重读' }).click()
  await page.getByText('3 个格子读不出来').waitFor()
  await page.getByLabel('第 3 行 阅读量改成').fill('80')
  await page.getByLabel('第 4 行 发布日期改成').fill('2024年5月3日')
  await page.getByLabel('第 5 行 类型改成').fill('图文')
  await page.getByRole('button', { name: '重读改好的 3 格' }).click()
  await page.getByText('读到 4 行 = 可导入 4 + 有问题 0 + 跳过 0').waitFor()
  expect(await page.getByRole('list', { name: '改过的格子' }).innerText()).toContain(
    '五月 E3 阅读量：文件里是 8O，导入时改为 80',
  )
  await figureOf(page, '2024-05')
  await expect.poll(() => published(page).innerText()).toMatch(/^4\s*条$/)

  await read(page, JUNE)
  await page.getByText(/按 \d{4}-\d{2}-\d{2} 的改法读/).waitFor()
  await page.getByText('读到 1 行 = 可导入 1 + 有问题 0 + 跳过 0').waitFor()
  await page.getByRole('button', { name: '先看会改什么' }).click()
  const trial = page.getByRole('region', { name: '会改什么' })
  await trial.getByText('2024年6月 发布量').waitFor()
  expect(await trial.innerText()).toContain('发稿台账 新增 1 条，改动 0，一样的 0')
  await figureOf(page, '2024-06')
  await expect.poll(() => published(page).innerText()).toMatch(/^1\s*条$/)
  await page.close()
})
