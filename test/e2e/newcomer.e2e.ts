import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '#test/support/browser.ts'
import { startDesk, type DeskProcess } from '#test/support/desk-process.ts'

const GOLDEN = path.resolve(import.meta.dirname, '../golden')
const LEDGERS = [
  '发稿台账2024.csv',
  '上级采用台账2024.xlsx',
  '舆情监测日报2024.xls',
  '舆情预警台账2024.xlsx',
  '安全播出记录2024.xlsx',
  '预算执行2024.xlsx',
].map((name) => path.join(GOLDEN, name))
const TWO_MINUTES = 120_000

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** A new user at a blank desk; every real click and key is counted, pages opened by address are not. */
async function newcomer(run: (page: Page) => Promise<void>) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-e2e-'))
  const desk: DeskProcess = await startDesk({ DATA_DIR: folder })
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  let clicks = 0
  await page.exposeFunction('countClick', () => (clicks += 1))
  await page.addInitScript('addEventListener("pointerdown", () => countClick(), true)')
  const began = performance.now()
  try {
    await page.goto(desk.address)
    await run(page)
    return { clicks, took: performance.now() - began }
  } finally {
    await page.close()
    await desk.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function chooseFiles(page: Page, files: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: /^导入台账/ }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByText('把台账文件拖到这里，或点开选择').click()
  await (await chooser).setFiles([...files])
}

async function readYear(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByRole('link', { name: '去总览' }).click()
  await page.getByRole('button', { name: '年', exact: true }).click()
  await page.waitForURL(/p=2024$/)
  const figure = (metric: string) => page.locator(`[data-metric="${metric}"] [data-figure]`)
  await expect.poll(() => figure('published').innerText()).toMatch(/^8,785\s*条$/)
  expect(await figure('adopted').innerText()).toMatch(/^1,245\s*条$/)
  expect(await figure('alerted').innerText()).toMatch(/^1,362\s*条$/)
  expect(await figure('executionRate').innerText()).toMatch(/^100\s*%$/)
  expect(await page.locator('[data-metric="stoppage"]').innerText()).toContain(
    '检查 64 次 · 故障 7 次',
  )
}

describe('a new user, from a blank desk to the year’s figures', () => {
  it('needs under two minutes and ten clicks for the six files as they are', async () => {
    const { clicks, took } = await newcomer(async (page) => {
      await chooseFiles(page, LEDGERS)
      await readYear(page)
    })
    expect(clicks).toBe(5)
    expect(took).toBeLessThan(TWO_MINUTES)
  })
})
