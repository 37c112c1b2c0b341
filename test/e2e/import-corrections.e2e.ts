import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runBrowser } from '#test/support/demo-desk.ts'
import { enter } from '#test/support/first-account.ts'
import { openDesk, type HostedDesk } from '#test/support/hosted-desk.ts'

let folder = ''
let browser: Browser | undefined
let desk: HostedDesk | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-e2e-'))
  ;[desk, browser] = await Promise.all([openDesk(folder), runBrowser()])
})
afterAll(async () => {
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

it('a word of many cells is said once for all of them', async () => {
  const page = await browser?.newPage({ viewport: { width: 1440, height: 900 } })
  if (!page || !desk) throw new Error('no page')
  await enter(page, desk.address)
  page.setDefaultTimeout(8000)
  const days = Array.from({ length: 20 }, (_, i) => `2024-07-${i + 10},第${i}条,爱峨边,消息,9`)
  const head = '发布日期,标题,平台,类型,阅读量'
  const buffer = Buffer.from([head, ...days].join('\r\n'))
  await read(page, { name: '七月.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('类型“消息”，20 格，都读作').selectOption('图文')
  await page.getByRole('button', { name: '都这样读' }).click()
  await page.getByText('读到 20 行 = 可导入 20 + 有问题 0 + 跳过 0').waitFor()
  await page.getByRole('button', { name: '放弃' }).click()
  await page.close()
})

it('columns and cells are corrected in the preview, and remembered next month', async () => {
  const page = await browser?.newPage({ viewport: { width: 1440, height: 900 } })
  if (!page || !desk) throw new Error('no page')
  await enter(page, desk.address)
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

it('a file read in the wrong encoding is read again in the right one', async () => {
  const page = await browser?.newPage({ viewport: { width: 1440, height: 900 } })
  if (!page || !desk) throw new Error('no page')
  await enter(page, desk.address)
  page.setDefaultTimeout(8000)
  // Big5 bytes of 發布日期,標題,平台,體裁 and one row: as GB18030 they are other characters.
  const head = [0xb5, 0x6f, 0xa5, 0xac, 0xa4, 0xe9, 0xb4, 0xc1, 0x2c, 0xbc, 0xd0, 0xc3, 0x44]
  const rest = [0x2c, 0xa5, 0xad, 0xa5, 0x78, 0x0d, 0x0a]
  const row = [...Buffer.from('2024-05-01,'), 0xac, 0x4b, 0xaf, 0xf9, ...Buffer.from(',app\r\n')]
  const buffer = Buffer.from([...head, ...rest, ...row])
  await page.goto(`${desk?.address}import`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '港稿.csv', mimeType: 'text/csv', buffer })
  const choice = page.getByLabel('港稿.csv的文字编码')
  await choice.waitFor()
  expect(await choice.inputValue()).toBe('GB18030')
  expect(await page.locator('main').innerText()).not.toContain('發布日期')
  await choice.selectOption('Big5')
  await page.getByText('發布日期').first().waitFor()
  expect(await choice.inputValue()).toBe('Big5')
  await page.close()
})
